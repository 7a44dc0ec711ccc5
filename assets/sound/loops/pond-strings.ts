import { chance } from '../dsp/chance.ts';
import { room } from '../dsp/room.ts';
import { addWrapped, type Signal, silence, throughLoop } from '../dsp/signal.ts';
import { pipa, pipaRoll, sanxian } from '../instruments/pluck.ts';
import { A2, A3, A4, C3, C4, D3, D4, D5, F3, F4, G2, G3, G4, F2 } from '../instruments/scale.ts';
import { BEAT, LOOP_SECONDS } from './tempo.ts';

/** The sanxian's ground, a note every two beats. */
const GROUND = [D3, D3, C3, F2, G2, F2, A2, D3] as const;

/** The pipa's figure: eight half-beats a bar of four beats; 0 is a rest. */
const FIGURE = [
  [D4, A3, D4, F4, G4, F4, D4, A3],
  [C4, G3, C4, D4, F4, D4, C4, 0],
  [G3, D4, G4, F4, D4, C4, D4, F4],
  [A3, C4, D4, F4, D4, 0, D4, A3],
] as const;

/** The flock grows: strings that walk, and a roll on the pipa where the second phrase turns. */
export function pondStrings(): Signal {
  const next = chance(451);
  const out = silence(LOOP_SECONDS);
  GROUND.forEach((hz, i) => {
    addWrapped(out, sanxian(hz, 2.2, 460 + i), i * 2 * BEAT, 0.62);
    // An answer above it, off the beat.
    addWrapped(out, sanxian(hz === C3 || hz === F2 ? F3 : A3, 1.2, 480 + i), (i * 2 + 1.5) * BEAT, 0.22);
  });
  FIGURE.forEach((bar, b) => {
    bar.forEach((hz, i) => {
      if (hz === 0) return;
      const accent = i % 4 === 0 ? 0.52 : i % 2 === 0 ? 0.4 : 0.32;
      // Fingers are not a clock: a few milliseconds late, and never twice as loud.
      addWrapped(
        out,
        pipa(hz, 1.5, 500 + b * 16 + i),
        (b * 4 + i / 2) * BEAT + 0.004 + 0.012 * next(),
        accent * (0.9 + 0.2 * next()),
      );
    });
  });
  addWrapped(out, pipaRoll(A4, BEAT * 0.9, 11), 7 * BEAT, 0.3);
  addWrapped(out, pipaRoll(D5, BEAT * 0.8, 11), 14.5 * BEAT, 0.22);
  return throughLoop(out, (twice) => room(twice, 0.9, 0.3));
}
