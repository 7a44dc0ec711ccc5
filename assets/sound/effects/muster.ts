import { hump, through } from '../dsp/envelope.ts';
import { chance, between } from '../dsp/chance.ts';
import { lowpass } from '../dsp/filter.ts';
import { room } from '../dsp/room.ts';
import { add, amplify, arrange, type Signal, silence } from '../dsp/signal.ts';
import { swish } from '../instruments/air.ts';
import { drumRoll, lowDrum, mutedDrum } from '../instruments/drum.ts';
import { woodblock } from '../instruments/woodblock.ts';
import type { Effects } from './effect.ts';

/** A great cloth swings past: it rushes, and its hem flaps twice. */
function banner(): Signal {
  const next = chance(241);
  const out = silence(1.15);
  add(
    out,
    swish(0.8, through([0, 240], [0.36, 980], [0.8, 320]), 0.7, through([0, 0], [0.34, 1], [0.5, 0.5], [0.8, 0]), 242),
  );
  for (const at of [0.38, 0.47, 0.62]) {
    const flap = swish(0.11, through([0, 900], [0.11, 420]), 0.9, hump(0.11, 0.12), 243 + at * 100);
    add(out, flap, at, between(next, 0.7, 1));
  }
  return room(lowpass(out, 3_600), 0.5, 0.25);
}

/** The muster platform: the big drum, feet on its steps, and the banner behind which a dress is changed. */
export const muster: Effects = {
  'drum-beat': { loudness: -18, render: () => room(lowDrum(0.75, 37), 0.5, 0.22), fade: 0.2 },
  'drum-roll': {
    loudness: -19,
    render: () =>
      room(
        arrange(2.3, [
          [0, drumRoll(1.55, 7, 16), 0.7],
          [1.7, lowDrum(0.6, 38), 1],
        ]),
        0.6,
        0.22,
      ),
    fade: 0.3,
  },
  step: {
    loudness: -28,
    render: () =>
      arrange(0.2, [
        [0, amplify(mutedDrum(0.2), 0.7)],
        [0.004, woodblock(420, 0.12), 0.5],
      ]),
    fade: 0.05,
  },
  banner: { loudness: -23, render: banner, fade: 0.2 },
};
