import { draw, type Signal } from './signal.ts';

/** One way in which a struck body rings. */
export interface Mode {
  /** Hz once it has settled. */
  readonly hz: number;
  /** Height at the strike. */
  readonly level: number;
  /** Seconds until it has fallen by 60 dB. */
  readonly decay: number;
  /** Seconds until it is fully there: the high modes of a gong bloom after the blow. */
  readonly bloom?: number;
  /** How far from its settled pitch it starts, as a part of it (0.1 = 10 % higher), and how long it takes to settle. */
  readonly bend?: number;
  readonly settle?: number;
}

/** A struck thing is the sum of its modes. The phases start at zero, so that no strike begins with a click. */
export function ring(seconds: number, modes: readonly Mode[]): Signal {
  const turn = 2 * Math.PI;
  return draw(seconds, (t) => {
    let sum = 0;
    for (const mode of modes) {
      const settle = mode.settle ?? 0.05;
      // The phase is the integral of the bent frequency, not frequency × time.
      const phase = mode.hz * (t + (mode.bend ?? 0) * settle * (1 - Math.exp(-t / settle)));
      const onset = mode.bloom === undefined ? 1 : 1 - Math.exp(-t / mode.bloom);
      sum += mode.level * onset * Math.sin(turn * phase) * 10 ** ((-3 * t) / mode.decay);
    }
    return sum;
  });
}
