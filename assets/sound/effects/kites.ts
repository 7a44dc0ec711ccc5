import { hump, through } from '../dsp/envelope.ts';
import { lowpass } from '../dsp/filter.ts';
import { room } from '../dsp/room.ts';
import { add, arrange, type Signal, silence } from '../dsp/signal.ts';
import { swish } from '../instruments/air.ts';
import { smallGong } from '../instruments/gong.ts';
import { whistles } from '../instruments/kite.ts';
import { flutter, tear } from '../instruments/paper.ts';
import { pipa } from '../instruments/pluck.ts';
import { A3, A4, C5, D3, D4, D5, F4, F5, G4 } from '../instruments/scale.ts';
import { woodblock } from '../instruments/woodblock.ts';
import type { Effects } from './effect.ts';

/** Strings run off their reels, and the whistles begin to sing as the kites climb. */
function up(): Signal {
  const out = silence(1.15);
  // The reel turns slower as the string pulls harder.
  for (let turn = 0, at = 0; at < 0.8; turn++) {
    add(out, woodblock(540 + (turn % 3) * 35, 0.06), at, 0.22 - 0.18 * at);
    at += 0.052 + 0.05 * at;
  }
  const climb = through([0, 0], [0.3, 0.45], [0.75, 1], [1.1, 0]);
  const bow = [
    { hz: D4, level: 0.5, slide: 1.06 },
    { hz: A4, level: 0.4, slide: 1.06 },
    { hz: D5, level: 0.24, slide: 1.06 },
  ];
  add(out, whistles(1.12, bow, climb, 6, 1_001), 0, 0.8);
  return out;
}

/** Posters: the swallow's one small whistle, two quick dips of it, and leaves that flutter down. */
const swallow = (): Signal =>
  arrange(0.95, [
    [0, whistles(0.2, [{ hz: C5 * 2, level: 0.8, slide: 0.84 }], hump(0.2, 0.25), 17, 1_011), 0.8],
    [0.19, whistles(0.3, [{ hz: D5 * 2, level: 0.8, slide: 0.75 }], hump(0.3, 0.2), 17, 1_012)],
    [0.22, flutter(0.7, 13, 1_900, 1_013), 0.75],
  ]);

/** The exhibition: the dragon's whole bow of gourds, deep and shaken hard, its tail, and a gong below it. */
function dragon(): Signal {
  const roar = through([0, 0.2], [0.22, 1], [0.6, 0.75], [1.2, 0]);
  const bow = [
    { hz: D3, level: 0.7 },
    { hz: A3, level: 0.8 },
    { hz: D4, level: 0.7 },
    { hz: F4, level: 0.45 },
    { hz: A4, level: 0.36 },
  ];
  return room(
    arrange(1.4, [
      [0, whistles(1.25, bow, roar, 9, 1_021), 0.8],
      [0.04, flutter(1.1, 9, 620, 1_022), 0.7],
      [0, smallGong(1.1), 0.3],
    ]),
    0.7,
    0.25,
  );
}

/** Direct mail: the crane calls once, falling a fifth, and lets go of letters, one after the other. */
function crane(): Signal {
  const call = [
    { hz: D5, level: 0.8, slide: 0.667 },
    { hz: D5 * 2, level: 0.14, slide: 0.667 },
  ];
  const out = silence(1.05);
  add(out, whistles(0.55, call, hump(0.55, 0.3), 5, 1_031), 0);
  [0.3, 0.45, 0.6].forEach((at, i) => {
    add(out, swish(0.12, through([0, 1_500], [0.12, 900]), 1.2, hump(0.12, 0.3), 1_032 + i), at, 0.7);
    // Each letter lands flat.
    add(out, woodblock([620, 560, 510][i], 0.08), at + 0.16, 0.3);
  });
  return out;
}

/** The website: a net of strings is thrown over the country, and lantern after lantern takes. */
function net(): Signal {
  const out = silence(1.6);
  [D4, F4, G4, A4, C5, D5, F5].forEach((hz, i) => {
    add(out, pipa(hz, 0.9, 1_041 + i), i * 0.085, 0.34 + 0.03 * i);
    add(out, swish(0.14, through([0, 420], [0.14, 1_000]), 0.9, hump(0.14, 0.3), 1_051 + i), 0.12 + i * 0.11, 0.3);
  });
  const high = [
    { hz: D5, level: 0.3 },
    { hz: A4, level: 0.3 },
  ];
  add(out, whistles(1.2, high, hump(1.2, 0.4), 4, 1_061), 0.3, 0.4);
  return room(lowpass(out, 4_800), 0.9, 0.3);
}

/** What is flown over the walls. Told apart by height, by how many whistles there are, and by what falls. */
export const kites: Effects = {
  'kites-up': { loudness: -24, render: up, fade: 0.1 },
  'air-posters': { loudness: -21, render: swallow, fade: 0.1 },
  'air-exhibition': { loudness: -18, render: dragon, fade: 0.3 },
  'air-mail': { loudness: -20, render: crane, fade: 0.1 },
  'air-website': { loudness: -20, render: net, fade: 0.4 },
  'paper-tear-1': { loudness: -21, render: () => tear(0.42, 900, 2_600, 1_071) },
  'paper-tear-2': { loudness: -21, render: () => tear(0.34, 1_100, 2_900, 1_081) },
};
