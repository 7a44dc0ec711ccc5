import { between, chance } from '../dsp/chance.ts';
import { hump, through } from '../dsp/envelope.ts';
import { lowpass } from '../dsp/filter.ts';
import { ring } from '../dsp/modes.ts';
import { room } from '../dsp/room.ts';
import { add, amplify, arrange, type Signal, silence } from '../dsp/signal.ts';
import { swish } from '../instruments/air.ts';
import { coin } from '../instruments/coin.ts';
import { murmur } from '../instruments/crowd.ts';
import { drumRoll, lowDrum } from '../instruments/drum.ts';
import { flute } from '../instruments/flute.ts';
import { bigGong, smallGong } from '../instruments/gong.ts';
import { pipa, pipaRoll, sanxian } from '../instruments/pluck.ts';
import { A3, A4, C4, C5, D3, D4, D5, F4, G3, G4 } from '../instruments/scale.ts';
import { woodblock } from '../instruments/woodblock.ts';
import type { Effects } from './effect.ts';

/** The wick takes: a soft rush of flame, and it crackles before it burns still. */
function lamp(): Signal {
  const next = chance(201);
  const out = silence(1.2);
  add(
    out,
    swish(1, through([0, 260], [0.25, 900], [1, 340]), 0.8, through([0, 0], [0.16, 1], [0.4, 0.4], [1, 0]), 202),
  );
  for (let i = 0; i < 14; i++) {
    const crack = ring(0.02, [{ hz: between(next, 900, 2_600), level: 1, decay: 0.012 }]);
    add(out, crack, 0.1 + 0.75 * next() ** 1.6, between(next, 0.05, 0.22));
  }
  return lowpass(out, 4_200);
}

/** Heavy cloth on wooden rings, drawn in two pulls. */
function curtain(): Signal {
  const next = chance(203);
  const out = silence(1.5);
  for (const [at, seconds] of [
    [0, 0.7],
    [0.62, 0.8],
  ] as const) {
    add(
      out,
      swish(seconds, through([0, 300], [seconds * 0.5, 720], [seconds, 330]), 0.7, hump(seconds, 0.4), 204 + at * 10),
      at,
    );
  }
  for (let i = 0; i < 12; i++)
    add(out, woodblock(between(next, 520, 680), 0.1), 0.1 + i * 0.1 + next() * 0.05, between(next, 0.02, 0.07));
  return room(out, 0.5, 0.25);
}

/** A scroll opens: the paper rustles quicker than it moves, and the rod comes to rest. */
function scroll(): Signal {
  const next = chance(205);
  const rustle = swish(0.75, through([0, 1_300], [0.5, 2_300], [0.75, 1_500]), 0.8, hump(0.75, 0.35), 206);
  let grain = 1;
  const paper = amplify(rustle, (t) => {
    if (next() < 0.004) grain = between(next, 0.25, 1);
    return grain * (t < 0.75 ? 1 : 0);
  });
  return arrange(0.95, [
    [0, lowpass(paper, 4_000)],
    [0.7, woodblock(480, 0.18), 0.12],
  ]);
}

/** A copper coin turns once on the table; the woodblock says that the bet stands. */
const bet = (): Signal =>
  room(
    arrange(0.85, [
      [0, coin(0.5)],
      [0.11, coin(0.3)],
      [0.19, coin(0.16)],
      [0.4, woodblock(760), 1],
    ]),
    0.5,
    0.3,
  );

/** The lamp goes behind the screen: a roll that gathers, and the big gong. */
const reveal = (): Signal =>
  room(
    arrange(4, [
      [0, drumRoll(0.75, 9, 17), 0.35],
      [0.84, bigGong(3.1), 1],
      [0.84, lowDrum(0.7), 0.3],
    ]),
    0.9,
    0.2,
  );

/** An evening begins: small gong, and three notes that open. */
const evening = (): Signal =>
  room(
    arrange(2.3, [
      [0, smallGong(1.3), 0.4],
      [0.12, sanxian(D3, 1.6), 0.5],
      [0.5, pipa(A3, 1.4), 0.5],
      [0.86, pipa(D4, 1.3), 0.55],
      [1.16, pipa(F4, 1.1), 0.45],
    ]),
    0.8,
    0.3,
  );

/** The evening is over: the flute comes down to where it rests. */
const night = (): Signal =>
  room(
    arrange(3, [
      [0, flute({ hz: A4, seconds: 0.42, seed: 211 }), 0.45],
      [0.46, flute({ hz: G4, seconds: 0.36, seed: 212 }), 0.42],
      [0.86, flute({ hz: F4, from: G4, seconds: 0.4, seed: 213 }), 0.4],
      [1.3, flute({ hz: D4, seconds: 1.1, seed: 214 }), 0.45],
      [1.3, lowDrum(0.8, 34), 0.4],
    ]),
    1.1,
    0.4,
  );

/** Someone mounts the platform: two drums, the small gong, and the pipa runs up and stays. */
const muster = (): Signal =>
  room(
    arrange(2.9, [
      [0, lowDrum(0.6, 35), 0.7],
      [0.3, lowDrum(0.7, 36), 0.85],
      [0.3, smallGong(1.4), 0.45],
      [0.55, pipa(C4, 0.7), 0.4],
      [0.68, pipa(D4, 0.7), 0.45],
      [0.81, pipa(F4, 0.7), 0.45],
      [0.94, pipa(G4, 0.7), 0.5],
      [1.07, pipa(A4, 0.7), 0.5],
      [1.2, pipaRoll(C5, 0.7, 12), 0.55],
      [1.9, pipa(D5, 1), 0.6],
      [1.9, sanxian(D3, 1), 0.4],
    ]),
    0.8,
    0.3,
  );

/** The theatre around the play. */
export const theatre: Effects = {
  lamp: { loudness: -20, render: lamp },
  curtain: { loudness: -21, render: curtain },
  scroll: { loudness: -23, render: scroll },
  bet: { loudness: -18, render: bet, fade: 0.15 },
  reveal: { loudness: -15, render: reveal, fade: 1.2 },
  evening: { loudness: -18, render: evening, fade: 0.5 },
  night: { loudness: -19, render: night, fade: 0.6 },
  muster: { loudness: -16, render: muster, fade: 0.6 },
  murmur: { loudness: -24, render: () => room(amplify(murmur(2.4, 12, 0, 221), hump(2.4, 0.3)), 0.7, 0.4), fade: 0.4 },
  approval: {
    loudness: -22,
    render: () => room(amplify(murmur(1.7, 14, 0.35, 222), hump(1.7, 0.5)), 0.7, 0.4),
    fade: 0.3,
  },
  dawn: {
    loudness: -20,
    render: () =>
      room(
        arrange(1.6, [
          [0, sanxian(G3, 1.4), 0.4],
          [0.3, pipa(C4, 1.2), 0.45],
          [0.6, pipa(D4, 1), 0.5],
        ]),
        0.8,
        0.3,
      ),
    fade: 0.4,
  },
};
