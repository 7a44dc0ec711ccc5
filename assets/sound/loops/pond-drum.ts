import { room } from '../dsp/room.ts';
import { addWrapped, type Signal, silence, throughLoop } from '../dsp/signal.ts';
import { drumRoll, lowDrum, smallDrum } from '../instruments/drum.ts';
import { bigGong } from '../instruments/gong.ts';
import { woodblock } from '../instruments/woodblock.ts';
import { BEAT, LOOP_SECONDS } from './tempo.ts';

/** Fear: a heart under the music. Each bar is nearer to running than the one before, then it catches itself. */
export function pondDrum(): Signal {
  const out = silence(LOOP_SECONDS);
  const heart = (beat: number, loud: number, seed: number): void => {
    addWrapped(out, lowDrum(0.8, seed), beat * BEAT, loud);
    addWrapped(out, lowDrum(0.7, seed + 1), (beat + 0.27) * BEAT, loud * 0.55);
    // The same blow on the small drum, for loudspeakers that have no depth.
    addWrapped(out, smallDrum(0.3, seed + 40), beat * BEAT, loud * 0.36);
  };
  for (let bar = 0; bar < 4; bar++) {
    for (let beat = 0; beat < 4; beat++) heart(bar * 4 + beat, beat === 0 ? 0.85 : 0.62, 601 + bar * 8 + beat * 2);
    // The stick on the rim, off the beat, and one more in every bar.
    for (let tick = 0; tick <= bar; tick++)
      addWrapped(out, woodblock(640, 0.2), (bar * 4 + 1.5 + tick * 0.75) * BEAT, 0.25);
    for (let tap = 0; tap < bar; tap++)
      addWrapped(out, smallDrum(0.3, 640 + tap), (bar * 4 + 3.5 + tap * 0.165) * BEAT, 0.14 + 0.03 * tap);
  }
  addWrapped(out, drumRoll(BEAT * 0.75, 8, 14), 15.1 * BEAT, 0.25);
  addWrapped(out, bigGong(3), 0, 0.17);
  addWrapped(out, bigGong(3), 8 * BEAT, 0.1);
  return throughLoop(out, (twice) => room(twice, 0.9, 0.3));
}
