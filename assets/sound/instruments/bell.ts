import { ring } from '../dsp/modes.ts';
import { add, type Signal, silence } from '../dsp/signal.ts';

/** 铃: a small cast bell on a market's post. The partials of a bell are no harmonics: the third is what makes it one. */
export const bell = (hz: number, seconds = 1.3): Signal =>
  ring(seconds, [
    { hz: hz * 0.5, level: 0.25, decay: seconds * 1.2 },
    { hz, level: 1, decay: seconds },
    { hz: hz * 1.003, level: 0.5, decay: seconds * 0.9 },
    { hz: hz * 2.4, level: 0.4, decay: seconds * 0.55, bloom: 0.002 },
    { hz: hz * 3.9, level: 0.14, decay: seconds * 0.3, bloom: 0.002 },
  ]);

/** The bells of a harness: a handful of small ones that shake together. */
export function harness(shakes: readonly number[], seconds: number): Signal {
  const out = silence(seconds);
  shakes.forEach((at, i) => {
    for (const [hz, late] of [
      [2_090, 0],
      [2_350, 0.012],
      [2_790, 0.021],
    ] as const)
      add(out, ring(0.22, [{ hz: hz * (1 + ((i * 7) % 5) * 0.004), level: 1, decay: 0.16 }]), at + late, 0.4);
  });
  return out;
}
