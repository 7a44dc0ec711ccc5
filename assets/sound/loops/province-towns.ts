import { room } from '../dsp/room.ts';
import { addWrapped, type Signal, silence, throughLoop } from '../dsp/signal.ts';
import { flute } from '../instruments/flute.ts';
import { pipa } from '../instruments/pluck.ts';
import { A3, A4, C4, C5, D4, F4, G4 } from '../instruments/scale.ts';
import { BEAT, LOOP_SECONDS } from './tempo.ts';

/** Beat, length in beats, pitch, and where the note slides from: the gong mode on F, for what has been won. */
const TUNE: readonly (readonly [beat: number, beats: number, hz: number, from?: number])[] = [
  [0, 0.9, F4],
  [1, 0.45, G4],
  [1.5, 1.3, A4, G4],
  [3, 0.9, C5, A4],
  [4, 0.45, A4],
  [4.5, 0.45, G4],
  [5, 1.6, F4, G4],
  [8, 0.45, G4],
  [8.5, 0.45, A4],
  [9, 1.3, C5, A4],
  [10.5, 0.45, A4],
  [11, 0.9, G4, A4],
  [12.5, 0.45, D4],
  [13, 1.7, F4, D4],
];

/** Off the beat, a market's strings, two to each bar. */
const STRINGS = [C4, A3, D4, A3, F4, C4, D4, C4] as const;

/** Ground that is held: somebody plays in the towns. More is heard of it, the more of them there are. */
export function provinceTowns(): Signal {
  const out = silence(LOOP_SECONDS);
  TUNE.forEach(([beat, beats, hz, from], i) =>
    addWrapped(out, flute({ hz, seconds: beats * BEAT, from: from ?? hz, seed: 980 + i * 3 }), beat * BEAT, 0.6),
  );
  STRINGS.forEach((hz, i) => {
    addWrapped(out, pipa(hz, 1.2, 1_200 + i), (i * 2 + 0.75) * BEAT, 0.34);
    addWrapped(out, pipa(hz, 1.2, 1_210 + i), (i * 2 + 1.25) * BEAT, 0.26);
  });
  return throughLoop(out, (twice) => room(twice, 1, 0.35));
}
