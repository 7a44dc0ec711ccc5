import { between, chance } from '../dsp/chance.ts';
import { ring } from '../dsp/modes.ts';
import { add, amplify, type Signal, silence } from '../dsp/signal.ts';

/** 铜钱: a copper coin turns once on the table. `pitch` 1 is the house's. */
export const coin = (gain: number, pitch = 1): Signal =>
  amplify(
    ring(0.3, [
      { hz: 1_960 * pitch, level: 1, decay: 0.22 },
      { hz: 3_110 * pitch, level: 0.35, decay: 0.12 },
      { hz: 4_270 * pitch, level: 0.12, decay: 0.06 },
    ]),
    gain,
  );

/** Coins poured out: so many within `seconds`, thickest at first. */
export function pour(count: number, seconds: number, seed: number): Signal {
  const next = chance(seed);
  const out = silence(seconds + 0.3);
  for (let i = 0; i < count; i++)
    add(out, coin(between(next, 0.25, 0.7), between(next, 0.86, 1.12)), seconds * (i / count) ** 1.25 + next() * 0.025);
  return out;
}
