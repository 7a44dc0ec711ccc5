import { hump, through } from '../dsp/envelope.ts';
import { lowpass } from '../dsp/filter.ts';
import { room } from '../dsp/room.ts';
import { arrange, type Signal } from '../dsp/signal.ts';
import { alarm, chuckle, wings } from '../instruments/duck.ts';
import { flute } from '../instruments/flute.ts';
import { A4, C5, D5 } from '../instruments/scale.ts';
import { splash } from '../instruments/water.ts';
import type { Effects } from './effect.ts';

/** A duck comes down: wings that brake, feet that ski, the splash, and it settles. */
function land(): Signal {
  const brake = wings(0.5, through([0, 9], [0.5, 14]), through([0, 0.3], [0.4, 0.9], [0.5, 0.2]), 101);
  return arrange(1.25, [
    [0, brake, 0.5],
    [0.36, splash(0.4, 102), 0.8],
  ]);
}

/** Birds rise in fear: many wings at once, then away. The alarm is a sprite of its own, for it comes from one bird. */
function startle(): Signal {
  const away = through([0, 0.6], [0.12, 1], [0.5, 0.6], [1.3, 0.05]);
  const flock = [111, 112, 113].map(
    (seed, i) => [i * 0.05, wings(1.25, through([0, 14], [1.2, 10.5]), away, seed), 1 - i * 0.2] as const,
  );
  return lowpass(arrange(1.35, [...flock, [0, splash(0.05, 114), 0.25]]), through([0, 5_000], [1.3, 1_600]));
}

/** A flock crosses the sky, far above. */
function flock(): Signal {
  const over = hump(1.9, 0.5);
  const birds = [121, 122, 123].map(
    (seed, i) => [i * 0.07, wings(1.85, () => 7.2 + i * 0.4, over, seed), 0.8] as const,
  );
  return room(lowpass(arrange(2, birds), 1_900), 0.7, 0.5);
}

/** Birds that nothing held leave in the night: wings that go, and the flute falls after them. */
function leave(): Signal {
  const gone = wings(1.5, through([0, 10], [1.5, 7.5]), through([0, 0.9], [1.5, 0.08]), 131);
  return room(
    arrange(2, [
      [0, gone, 0.5],
      [0.25, flute({ hz: D5, seconds: 0.3, seed: 132 }), 0.3],
      [0.6, flute({ hz: C5, seconds: 0.3, seed: 133 }), 0.28],
      [0.95, flute({ hz: A4, seconds: 0.65, seed: 134 }), 0.26],
    ]),
    0.7,
    0.35,
  );
}

/** What the birds do. Where a sound comes often it has three forms, so that a flock is not one bird repeated. */
export const birds: Effects = {
  land: { loudness: -20, render: land },
  startle: { loudness: -17, render: startle, fade: 0.2 },
  alarm: { loudness: -19, render: () => room(alarm(141), 0.4, 0.25, 0.1) },
  'feed-1': { loudness: -24, render: () => chuckle(4, 151) },
  'feed-2': { loudness: -24, render: () => chuckle(3, 152) },
  'feed-3': { loudness: -24, render: () => chuckle(5, 153) },
  flock: { loudness: -24, render: flock, fade: 0.3 },
  leave: { loudness: -21, render: leave, fade: 0.3 },
};
