import { chance } from '../dsp/chance.ts';
import { room } from '../dsp/room.ts';
import { addWrapped, type Signal, silence, throughLoop } from '../dsp/signal.ts';
import { erhu } from '../instruments/erhu.ts';
import { sanxian } from '../instruments/pluck.ts';
import { A2, A3, C3, C4, D3, D4, F3, F4, G2, G3 } from '../instruments/scale.ts';
import { BEAT, LOOP_SECONDS } from './tempo.ts';

/** Half beats of the sanxian, four bars of eight: a gait, with a rest in it where one looks up; 0 is a rest. */
const GAIT = [
  [D3, A2, D3, F3, G3, F3, D3, 0],
  [C3, G2, C3, D3, F3, D3, C3, 0],
  [D3, A2, D3, F3, A3, G3, F3, 0],
  [G3, D3, F3, C3, D3, A2, D3, 0],
] as const;

/** Beat, length in beats, pitch and where the note slides from: the one who is carried sings to himself. */
const SONG = [
  [3.25, 0.7, A3, G3],
  [7.25, 0.7, G3, A3],
  [9, 0.9, C4, A3],
  [10, 1.2, D4, C4],
  [11.4, 0.9, C4, D4],
  [13, 0.45, A3, C4],
  [13.5, 1.6, F4, D4],
] as const;

/** Walking. Strings only, no drum and no block: a knock on this road is the staff's. */
export function roadStrings(): Signal {
  const next = chance(895);
  const out = silence(LOOP_SECONDS);
  GAIT.forEach((bar, b) => {
    bar.forEach((hz, i) => {
      if (hz === 0) return;
      const accent = i === 0 ? 0.6 : i % 2 === 0 ? 0.48 : 0.36;
      addWrapped(out, sanxian(hz, 1.5, 900 + b * 8 + i), (b * 4 + i / 2) * BEAT + 0.012 * next(), accent);
    });
  });
  SONG.forEach(([beat, beats, hz, from], i) =>
    addWrapped(out, erhu(hz, beats * BEAT, from, 940 + i), beat * BEAT, 0.12),
  );
  return throughLoop(out, (twice) => room(twice, 0.9, 0.3));
}
