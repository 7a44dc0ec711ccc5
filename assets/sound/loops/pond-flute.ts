import { room } from '../dsp/room.ts';
import { addWrapped, type Signal, silence, throughLoop } from '../dsp/signal.ts';
import { flute } from '../instruments/flute.ts';
import { A4, C4, C5, D4, D5, F4, F5, G4 } from '../instruments/scale.ts';
import { BEAT, LOOP_SECONDS } from './tempo.ts';

/** Beat, length in beats, pitch, and where the note slides from. Two phrases that breathe; the second comes home. */
const MELODY: readonly (readonly [beat: number, beats: number, hz: number, from?: number])[] = [
  [0, 1.6, A4, G4],
  [1.75, 0.25, C5],
  [2, 1.5, D5, C5],
  [3.5, 0.5, C5],
  [4, 0.45, A4],
  [4.5, 0.45, G4],
  [5, 1.9, A4, G4],
  [8, 0.7, D5],
  [8.75, 0.25, F5],
  [9, 0.95, D5],
  [10, 0.5, C5],
  [10.5, 0.45, A4],
  [11, 0.9, C5, A4],
  [12, 0.5, A4],
  [12.5, 0.45, G4],
  [13, 0.45, F4],
  [13.5, 0.25, G4],
  [13.75, 0.25, C4],
  [14, 1.6, D4, C4],
];

/** The calm: one flute over the water. */
export function pondFlute(): Signal {
  const out = silence(LOOP_SECONDS);
  MELODY.forEach(([beat, beats, hz, from], i) => {
    const note = flute({ hz, seconds: beats * BEAT, ...(from === undefined ? {} : { from }), seed: 430 + i * 3 });
    // The short notes lean on the long ones.
    addWrapped(out, note, beat * BEAT, beats < 0.4 ? 0.62 : 0.8);
  });
  return throughLoop(out, (twice) => room(twice, 1.4, 0.45));
}
