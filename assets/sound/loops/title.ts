import { room } from '../dsp/room.ts';
import { addWrapped, type Signal, silence, throughLoop } from '../dsp/signal.ts';
import { erhu } from '../instruments/erhu.ts';
import { lowDrum } from '../instruments/drum.ts';
import { smallGong } from '../instruments/gong.ts';
import { pipa, sanxian } from '../instruments/pluck.ts';
import { A2, A3, A4, C3, C4, C5, D3, D4, F2, F3, F4, G3, G4 } from '../instruments/scale.ts';
import { woodblock } from '../instruments/woodblock.ts';
import { BEAT, LOOP_SECONDS } from './tempo.ts';

/** The road before and between the acts: an erhu that takes its time over a plucked ground. */
const SONG: readonly (readonly [beat: number, beats: number, hz: number, from?: number])[] = [
  [1, 0.9, F4],
  [2, 0.45, G4],
  [2.5, 1.4, A4, G4],
  [4, 0.9, C5, A4],
  [5, 0.45, A4],
  [5.5, 1.6, G4, A4],
  [9, 0.9, A4, G4],
  [10, 0.45, G4],
  [10.5, 0.9, F4],
  [11.5, 0.45, D4],
  [12, 0.9, F4, D4],
  [13, 0.45, G4],
  [13.5, 1.7, F4, G4],
];

const GROUND: readonly (readonly [beat: number, hz: number])[] = [
  [0, F2],
  [0.5, C3],
  [1, F3],
  [1.5, A3],
  [3, C4],
  [3.5, A3],
  [4, D3],
  [4.5, A3],
  [5, D4],
  [6.5, C4],
  [7, A3],
  [7.5, G3],
  [8, A2],
  [8.5, C3],
  [9, G3],
  [9.5, C4],
  [11, A3],
  [11.5, G3],
  [12, D3],
  [12.5, A3],
  [13, C3],
  [14, F2],
  [14.5, C4],
  [15, F4],
  [15.5, C4],
];

export function title(): Signal {
  const out = silence(LOOP_SECONDS);
  SONG.forEach(([beat, beats, hz, from], i) =>
    addWrapped(out, erhu(hz, beats * BEAT, from ?? hz, 650 + i), beat * BEAT, 0.21),
  );
  GROUND.forEach(([beat, hz], i) => {
    const note = hz < 200 ? sanxian(hz, 2.2, 670 + i) : pipa(hz, 1.6, 700 + i);
    addWrapped(out, note, beat * BEAT + ((i * 7) % 5) * 0.003, hz < 200 ? 0.5 : 0.42);
  });
  addWrapped(out, smallGong(1.4), 0, 0.08);
  for (const beat of [7.5, 15.5]) addWrapped(out, woodblock(700), beat * BEAT, 0.09);
  for (const beat of [0, 8]) addWrapped(out, lowDrum(0.8, 690), beat * BEAT, 0.35);
  return throughLoop(out, (twice) => room(twice, 1.2, 0.4));
}
