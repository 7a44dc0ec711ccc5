import { hump } from '../dsp/envelope.ts';
import { lowpass } from '../dsp/filter.ts';
import { room } from '../dsp/room.ts';
import { addWrapped, amplify, type Signal, silence, throughLoop } from '../dsp/signal.ts';
import { murmur } from '../instruments/crowd.ts';
import { pipa } from '../instruments/pluck.ts';
import { A3, A4, C4, C5, D4, F4, G4 } from '../instruments/scale.ts';
import { sing } from '../instruments/throat.ts';
import { BEAT, PLACE_SECONDS } from './tempo.ts';

/** Half beats of a tune that somebody plays over there; 0 is a rest. */
const TUNE = [A4, C5, A4, G4, F4, G4, A4, 0, D4, F4, G4, F4, D4, C4, D4, 0] as const;

/** A market that is walked towards: many voices, a pipa, and one who cries his wares. Bright beside the water. */
export function roadMarket(): Signal {
  const out = silence(PLACE_SECONDS);
  // Three swells that overlap, so that the talk never stops and the seam lies inside none of them more than the others.
  const seconds = PLACE_SECONDS / 1.5;
  for (let third = 0; third < 3; third++)
    addWrapped(
      out,
      amplify(murmur(seconds, 7, 0.1, 891 + third), hump(seconds, 0.5)),
      (third * PLACE_SECONDS) / 3,
      0.55,
    );
  TUNE.forEach((hz, i) => {
    if (hz !== 0) addWrapped(out, pipa(hz, 1.1, 893 + i), (i / 2) * BEAT, i % 4 === 0 ? 0.4 : 0.3);
  });
  const cry = sing({ seconds: 0.9, from: C4, to: A3, vowel: ['a', 'o'], push: 0.8 }, 0.9, 894);
  addWrapped(out, cry, 2.6 * BEAT, 0.3);
  addWrapped(out, cry, 6.6 * BEAT, 0.22);
  return throughLoop(out, (twice) => lowpass(room(twice, 0.8, 0.4), 2_600));
}
