import { between, chance } from '../dsp/chance.ts';
import { hump } from '../dsp/envelope.ts';
import { lowpass } from '../dsp/filter.ts';
import { room } from '../dsp/room.ts';
import { add, amplify, arrange, type Signal } from '../dsp/signal.ts';
import { swish } from '../instruments/air.ts';
import { bell, harness } from '../instruments/bell.ts';
import { sanxian } from '../instruments/pluck.ts';
import { C5, D3, F5, G4 } from '../instruments/scale.ts';
import { woodblock } from '../instruments/woodblock.ts';
import type { Effects } from './effect.ts';

/** A passage begins: the block calls to order, and a string is set going. */
const begin = (): Signal =>
  room(
    arrange(1.1, [
      [0, woodblock(760), 0.8],
      [0.26, woodblock(760), 0.6],
      [0.42, woodblock(860), 1],
      [0.42, sanxian(D3, 0.7), 0.4],
    ]),
    0.5,
    0.25,
  );

/** Somebody else's beast on the road: its harness shakes, its hooves go by. */
const passing = (): Signal =>
  arrange(1.15, [
    [0, harness([0, 0.17, 0.34, 0.5, 0.68, 0.84], 1.1), 0.5],
    [0.02, woodblock(430, 0.1), 0.5],
    [0.19, woodblock(390, 0.1), 0.35],
    [0.36, woodblock(430, 0.1), 0.45],
    [0.52, woodblock(390, 0.1), 0.3],
    [0.7, woodblock(430, 0.1), 0.3],
  ]);

/** A wet brush on paper: one stroke that says where the line really goes, and its end is pressed. */
function stroke(): Signal {
  const next = chance(861);
  const wet = swish(0.34, (t) => 900 + 2_200 * t, 1.5, hump(0.34, 0.55), 862);
  const out = amplify(wet, (t) => 0.7 + 0.3 * Math.sin(2 * Math.PI * between(next, 35, 37) * t));
  return lowpass(
    arrange(0.46, [
      [0, out],
      [0.33, woodblock(520, 0.08), 0.14],
    ]),
    3_400,
  );
}

/** Bells hang under a roof: a little of the market is about them. */
const hung = (hz: number): Signal => room(add(bell(hz, 1.1), bell(hz, 0.8), 0.3, 0.5), 0.6, 0.2);

/** What is met on the road. */
export const roadSounds: Effects = {
  passage: { loudness: -20, render: begin, fade: 0.2 },
  'bell-first': { loudness: -20, render: () => hung(G4), fade: 0.3 },
  'bell-second': { loudness: -20, render: () => hung(C5), fade: 0.3 },
  'bell-third': { loudness: -20, render: () => hung(F5), fade: 0.3 },
  rival: { loudness: -23, render: passing, fade: 0.2 },
  brush: { loudness: -24, render: stroke },
};
