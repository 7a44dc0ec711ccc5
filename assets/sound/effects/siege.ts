import { between, chance } from '../dsp/chance.ts';
import { hump, through } from '../dsp/envelope.ts';
import { lowpass } from '../dsp/filter.ts';
import { room } from '../dsp/room.ts';
import { add, amplify, arrange, type Signal, silence } from '../dsp/signal.ts';
import { swish } from '../instruments/air.ts';
import { coin, pour } from '../instruments/coin.ts';
import { murmur } from '../instruments/crowd.ts';
import { lowDrum, mutedDrum, smallDrum } from '../instruments/drum.ts';
import { bigGong, smallGong } from '../instruments/gong.ts';
import { bamboo, earth, slip } from '../instruments/ground.ts';
import { paste } from '../instruments/paper.ts';
import { pipa, sanxian } from '../instruments/pluck.ts';
import { A4, C4, D3, D4, D5, F4, G4 } from '../instruments/scale.ts';
import { woodblock } from '../instruments/woodblock.ts';
import type { Effects } from './effect.ts';

/** A week begins: the block calls twice to the table, and one string leaves it to you. */
const week = (): Signal =>
  room(
    arrange(1.2, [
      [0, woodblock(700), 0.7],
      [0.2, woodblock(840), 1],
      [0.24, sanxian(D3, 0.9), 0.45],
    ]),
    0.6,
    0.25,
  );

/** The week plays out: two blows and a call of the small drum. */
const drum = (): Signal =>
  room(
    arrange(1.05, [
      [0, lowDrum(0.6, 1_101), 0.9],
      [0.24, smallDrum(0.3, 1_102), 0.4],
      [0.36, smallDrum(0.3, 1_103), 0.5],
      [0.48, lowDrum(0.6, 1_104), 1],
      [0.48, woodblock(980, 0.12), 0.3],
    ]),
    0.5,
    0.22,
  );

/** Infantry marches: the puppeteers' rods tap under their feet, left and right, and every fourth step has its gong. */
function rods(): Signal {
  const next = chance(1_111);
  const out = silence(1.75);
  for (let step = 0; step < 11; step++) {
    const at = step * 0.14 + between(next, 0, 0.008);
    add(out, bamboo(), at, step % 2 === 0 ? 0.9 : 0.6);
    // A second rank, never quite together with the first.
    add(out, bamboo(), at + between(next, 0.018, 0.034), 0.4);
    add(out, earth(1_112 + step), at, 0.22);
    if (step % 4 === 0) add(out, smallGong(0.5), at, step === 0 ? 0.3 : 0.24);
  }
  return room(out, 0.4, 0.18);
}

/** A scout: quick light feet that go, a stop, the same feet nearer, and two notes that report. */
function scout(): Signal {
  const out = silence(1.15);
  const foot = (at: number, loud: number, hz: number): void => {
    add(out, slip(0.05, hz, 1_121 + Math.round(at * 100)), at, loud * 1.1);
    add(out, woodblock(hz * 0.62, 0.06), at, loud * 0.35);
  };
  [0, 0.075, 0.15, 0.225].forEach((at, i) => foot(at, 0.8 - i * 0.18, 760));
  [0.4, 0.475, 0.55, 0.625].forEach((at, i) => foot(at, 0.3 + i * 0.2, 860));
  add(out, pipa(G4, 0.4, 1_131), 0.72, 0.5);
  add(out, pipa(D5, 0.45, 1_132), 0.84, 0.55);
  return out;
}

/** Supply: a lid creaks and falls back, what was in the crate is taken out, and a flare goes up. */
function supply(): Signal {
  const next = chance(1_141);
  const out = silence(1.45);
  // A dry hinge: wood that sticks and slips, quicker as the lid rises.
  for (let at = 0, gap = 0.036; at < 0.3; at += gap) {
    add(out, woodblock(between(next, 380, 420) + 500 * at, 0.04), at, 0.32);
    gap *= 0.95;
  }
  add(out, woodblock(330, 0.2), 0.36, 1);
  add(out, mutedDrum(0.25), 0.36, 0.5);
  add(out, swish(0.75, through([0, 500], [0.5, 2_300], [0.75, 1_500]), 0.9, hump(0.75, 0.55), 1_142), 0.5, 0.9);
  add(out, smallGong(0.5), 0.86, 0.2);
  return room(out, 0.5, 0.2);
}

/** A town is taken: the big gong and the small one, a cloth that snaps open, and people who are glad of it. */
function taken(): Signal {
  const cheer = amplify(murmur(1.1, 9, 0.5, 1_151), through([0, 0], [0.35, 1], [0.75, 0.8], [1.1, 0]));
  return room(
    arrange(1.75, [
      [0, bigGong(1.6), 0.6],
      [0, smallGong(1.1), 0.35],
      [0.06, swish(0.3, through([0, 380], [0.16, 1_250], [0.3, 500]), 0.8, hump(0.3, 0.5), 1_152), 0.9],
      [0.26, pipa(A4, 0.6, 1_153), 0.35],
      [0.36, pipa(D5, 0.8, 1_154), 0.4],
      [0.4, cheer, 0.8],
    ]),
    0.7,
    0.25,
  );
}

/** The wall holds: one dry block, no room about it; then hide and rods clatter down. */
function holds(): Signal {
  const next = chance(1_161);
  const out = silence(1.3);
  add(out, woodblock(1_020, 0.12), 0, 1.2);
  for (let i = 0; i < 15; i++) {
    const late = (i / 15) ** 1.2;
    const stick = woodblock(between(next, 430, 760), 0.07);
    add(out, stick, 0.24 + 0.62 * late + 0.02 * next(), between(next, 0.2, 0.6) * (1 - 0.65 * late));
  }
  add(out, slip(0.4, 620, 1_162), 0.3, 0.6);
  add(out, mutedDrum(0.3), 0.92, 0.75);
  return out;
}

/** Coins come in: poured on the table, and the last one turns. */
const income = (): Signal =>
  arrange(1.1, [
    [0, pour(9, 0.5, 1_171), 0.8],
    [0.62, coin(0.4, 1.06)],
    [0.7, coin(0.25, 1.06)],
  ]);

/** Wages go out: two coins are counted down on wood, the second lower. */
const pay = (): Signal =>
  arrange(0.42, [
    [0, lowpass(coin(0.6, 0.8), 3_600)],
    [0.002, woodblock(470, 0.09), 0.5],
    [0.11, lowpass(coin(0.6, 0.68), 3_600)],
    [0.112, woodblock(420, 0.09), 0.5],
  ]);

/** Word goes round: talk behind a wall, and three small notes that run along the roads. */
const gossip = (): Signal =>
  arrange(1.15, [
    [0, lowpass(amplify(murmur(1.1, 6, 0.25, 1_181), hump(1.1, 0.35)), 1_000), 1.3],
    [0.12, pipa(C4 * 2, 0.3, 1_182), 0.1],
    [0.3, pipa(D4 * 2, 0.3, 1_183), 0.1],
    [0.48, pipa(F4 * 2, 0.4, 1_184), 0.1],
  ]);

/** What is done on the ground, and what comes of it. */
export const siege: Effects = {
  'week-begins': { loudness: -20, render: week, fade: 0.25 },
  'week-drum': { loudness: -19, render: drum, fade: 0.2 },
  rods: { loudness: -23, render: rods, fade: 0.2 },
  scout: { loudness: -22, render: scout, fade: 0.15 },
  supply: { loudness: -21, render: supply, fade: 0.2 },
  'town-taken': { loudness: -17, render: taken, fade: 0.5 },
  'wall-holds': { loudness: -18, render: holds, fade: 0.1 },
  'wall-back': { loudness: -23, render: () => paste(1_191) },
  'coins-in': { loudness: -22, render: income, fade: 0.1 },
  'coins-out': { loudness: -27, render: pay, fade: 0.08 },
  gossip: { loudness: -25, render: gossip, fade: 0.2 },
};
