import { hump, through } from '../dsp/envelope.ts';
import { lowpass } from '../dsp/filter.ts';
import { room } from '../dsp/room.ts';
import { add, arrange, type Signal, silence } from '../dsp/signal.ts';
import { swish } from '../instruments/air.ts';
import { bamboo, earth, pebble, plank, rock, slip, wetStone } from '../instruments/ground.ts';
import { C4, D4 } from '../instruments/scale.ts';
import { bubble, splash } from '../instruments/water.ts';
import type { Effects } from './effect.ts';

/** The staff's knock over what it has met. */
const tap = (met: Signal, knock: number, seconds: number): Signal =>
  arrange(seconds, [
    [0, bamboo(), knock],
    [0.003, met],
  ]);

/** Rock: knocked twice, as one does who asks whether it really is closed, and the staff scrapes off it. */
const closed = (): Signal =>
  arrange(0.42, [
    [0, bamboo(), 0.3],
    [0.002, rock(801)],
    [0.15, bamboo(), 0.25],
    [0.152, rock(802), 0.85],
    [0.2, slip(0.16, 1_250, 803), 0.16],
  ]);

/** A ravine: the staff goes through air; a while later, what it loosened strikes far below, three times. */
function empty(): Signal {
  const below = silence(0.5);
  [1_050, 880, 960].forEach((hz, i) => add(below, pebble(hz), [0, 0.16, 0.25][i], [1, 0.6, 0.35][i]));
  const depth = lowpass(room(below, 1.3, 2.2, 0.35), 1_700);
  return arrange(1.35, [
    [0, swish(0.24, through([0, 320], [0.24, 760]), 1.3, hump(0.24, 0.55), 804), 0.9],
    [0.62, depth, 1.1],
  ]);
}

/** Deep water: the staff goes in, and the river pulls at it. */
function deep(): Signal {
  const out = silence(0.85);
  add(out, splash(0.12, 805), 0, 0.55);
  for (const [at, hz] of [
    [0.2, 420],
    [0.29, 370],
    [0.38, 520],
    [0.48, 390],
    [0.57, 460],
  ] as const)
    add(out, bubble(hz, 0.5), at, 0.8);
  return lowpass(out, 2_400);
}

/** What the staff says of the next step. Six grounds, told apart by pitch, by ring and by time. */
export const staff: Effects = {
  'staff-earth-1': { loudness: -22, render: () => tap(earth(811), 0.12, 0.2), fade: 0.04 },
  'staff-earth-2': { loudness: -22, render: () => tap(earth(812), 0.1, 0.2), fade: 0.04 },
  'staff-wood-1': { loudness: -21, render: () => tap(plank(D4, 813), 0.12, 0.46), fade: 0.1 },
  'staff-wood-2': { loudness: -21, render: () => tap(plank(C4, 814), 0.12, 0.46), fade: 0.1 },
  'staff-stone-1': { loudness: -22, render: () => tap(wetStone(815), 0.15, 0.4) },
  'staff-stone-2': { loudness: -22, render: () => tap(wetStone(816), 0.15, 0.4) },
  'staff-rock': { loudness: -22, render: closed },
  'staff-ravine': { loudness: -22, render: empty, fade: 0.3 },
  'staff-water': { loudness: -19, render: deep, fade: 0.15 },
};
