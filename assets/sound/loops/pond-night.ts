import { between, chance } from '../dsp/chance.ts';
import { lowpass } from '../dsp/filter.ts';
import { amplify, add, addWrapped, type Signal, silence, throughLoop } from '../dsp/signal.ts';
import { cricketLoop, windLoop } from '../instruments/air.ts';
import { bubble, lap } from '../instruments/water.ts';
import { LOOP_SECONDS } from './tempo.ts';

/** The bed: wind in the reeds, small waves, crickets. Nothing in it has a pulse, so it can stand alone or under the music. */
export function pondNight(): Signal {
  const next = chance(401);
  const out = amplify(windLoop(LOOP_SECONDS, 402), 0.55);
  let at = 0;
  for (let wave = 0; at < LOOP_SECONDS - 0.8; wave++) {
    addWrapped(out, lap(between(next, 0.9, 1.6), 410 + wave), at, between(next, 0.25, 0.5));
    at += between(next, 1.1, 2.4);
  }
  const drops = silence(LOOP_SECONDS);
  for (let i = 0; i < 14; i++)
    addWrapped(drops, bubble(between(next, 520, 1_100)), LOOP_SECONDS * next(), between(next, 0.03, 0.09));
  const bed = throughLoop(add(out, drops), (twice) => lowpass(twice, 3_400));
  return add(bed, cricketLoop(LOOP_SECONDS, 403), 0, 0.028);
}
