import { chance } from '../dsp/chance.ts';
import { room } from '../dsp/room.ts';
import { addWrapped, type Signal, silence, throughLoop } from '../dsp/signal.ts';
import { pipa, sanxian } from '../instruments/pluck.ts';
import { A2, A3, C3, C4, D3, D4, F2, F3, G2, G3 } from '../instruments/scale.ts';
import { woodblock } from '../instruments/woodblock.ts';
import { BEAT, LOOP_SECONDS } from './tempo.ts';

/** One low string every four beats: somebody who walks up and down before a map. */
const GROUND = [D3, F2, G2, A2] as const;

/** Beat and pitch of the pipa: it tries something, stops, and tries it another way. Most of the time it is silent. */
const THOUGHTS: readonly (readonly [beat: number, hz: number])[] = [
  [1, A3],
  [1.5, C4],
  [2, D4],
  [5, A3],
  [5.5, G3],
  [6.25, F3],
  [9, G3],
  [9.5, A3],
  [10, C4],
  [10.25, D4],
  [13, C3],
  [13.5, F3],
  [14, D3],
];

/** Planning: quiet, with room to think in. */
export function provincePlan(): Signal {
  const next = chance(961);
  const out = silence(LOOP_SECONDS);
  GROUND.forEach((hz, i) => addWrapped(out, sanxian(hz, 2.4, 962 + i), i * 4 * BEAT, 0.6));
  THOUGHTS.forEach(([beat, hz], i) =>
    addWrapped(out, pipa(hz, 1.6, 970 + i), beat * BEAT + 0.012 * next(), 0.3 + 0.08 * next()),
  );
  for (const beat of [3.5, 11.5]) addWrapped(out, woodblock(640, 0.2), beat * BEAT, 0.14);
  return throughLoop(out, (twice) => room(twice, 1.2, 0.35));
}
