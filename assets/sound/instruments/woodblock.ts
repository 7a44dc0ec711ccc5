import { strike } from '../dsp/envelope.ts';
import { highpass } from '../dsp/filter.ts';
import { ring } from '../dsp/modes.ts';
import { whiteNoise } from '../dsp/chance.ts';
import { add, amplify, type Signal } from '../dsp/signal.ts';

/**
 * 板: a hollow block. Two close modes and a weak third; the hollow gives the low one its "tock".
 * @param hz pitch of the hollow; 700–1100 sounds like wood, above that like a toy
 */
export function woodblock(hz = 840, seconds = 0.28): Signal {
  const block = ring(seconds, [
    { hz, level: 1, decay: 0.17, bend: 0.04, settle: 0.008 },
    { hz: hz * 1.47, level: 0.5, decay: 0.11 },
    { hz: hz * 2.41, level: 0.2, decay: 0.05 },
    { hz: hz * 0.52, level: 0.25, decay: 0.09 },
  ]);
  const stick = amplify(highpass(whiteNoise(0.012, 11), 1_500), strike(0.01, 0.0005));
  return add(block, stick, 0, 0.25);
}
