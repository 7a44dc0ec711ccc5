import { room } from '../dsp/room.ts';
import { addWrapped, type Signal, silence, throughLoop } from '../dsp/signal.ts';
import { lowDrum, smallDrum } from '../instruments/drum.ts';
import { smallGong } from '../instruments/gong.ts';
import { bamboo } from '../instruments/ground.ts';
import { sanxian } from '../instruments/pluck.ts';
import { A2, A3, C3, C4, D3, F3, G3 } from '../instruments/scale.ts';
import { BEAT, PLACE_SECONDS } from './tempo.ts';

const BEATS = PLACE_SECONDS / BEAT;

/** Quarters of a beat: the small drum's figure, and how hard each is struck; 0 is a rest. */
const FIGURE = [1, 0, 0.45, 0.6, 0.8, 0, 0.45, 0.45] as const;

/** Halves of a beat on the sanxian. */
const RUN = [D3, D3, F3, G3, A3, G3, F3, D3, C3, C3, F3, G3, A3, C4, A3, A2] as const;

/** The week plays out: twice as many blows as there are beats, rods under the feet, a gong at every bar. */
export function provinceMarch(): Signal {
  const out = silence(PLACE_SECONDS);
  for (let beat = 0; beat < BEATS; beat++) {
    addWrapped(out, lowDrum(0.6, 1_220 + beat), beat * BEAT, beat % 4 === 0 ? 0.75 : 0.5);
    addWrapped(out, lowDrum(0.5, 1_230 + beat), (beat + 0.5) * BEAT, 0.34);
    for (let quarter = 0; quarter < 4; quarter++) {
      const at = (beat + quarter / 4) * BEAT;
      const struck = FIGURE[(beat % 2) * 4 + quarter] ?? 0;
      if (struck > 0) addWrapped(out, smallDrum(0.25, 1_240 + beat * 4 + quarter), at, 0.3 * struck);
      addWrapped(out, bamboo(), at, quarter % 2 === 0 ? 0.16 : 0.1);
    }
    if (beat % 4 === 0) addWrapped(out, smallGong(1.1), beat * BEAT, 0.2);
    if (beat % 4 === 3) addWrapped(out, smallGong(0.5), (beat + 0.5) * BEAT, 0.14);
  }
  RUN.forEach((hz, i) => addWrapped(out, sanxian(hz, 0.7, 1_280 + i), (i / 2) * BEAT, i % 4 === 0 ? 0.5 : 0.38));
  return throughLoop(out, (twice) => room(twice, 0.6, 0.25));
}
