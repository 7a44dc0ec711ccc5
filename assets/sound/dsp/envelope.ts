/** Envelopes: functions of time in seconds that give a gain in 0 … 1. */
export type Envelope = (t: number) => number;

/** A struck or plucked thing: a short rise, then a fall by 60 dB in `decay` seconds. */
export function strike(decay: number, attack = 0.001): Envelope {
  return (t) => (t < attack ? t / attack : 10 ** ((-3 * (t - attack)) / decay));
}

/** A breath or a bow: rises, holds, falls; the corners are rounded so that nothing clicks. */
export function swell(attack: number, hold: number, release: number): Envelope {
  const smooth = (x: number): number => 0.5 - 0.5 * Math.cos(Math.PI * Math.min(1, Math.max(0, x)));
  return (t) => smooth(t / attack) * (1 - smooth((t - attack - hold) / release));
}

/** A hump: up and down again within `seconds`, its height at `peak` (0 … 1 of the whole). */
export function hump(seconds: number, peak = 0.3): Envelope {
  return swell(seconds * peak, 0, seconds * (1 - peak));
}

/** Straight lines through the given points, held before the first and after the last. */
export function through(...points: readonly (readonly [t: number, value: number])[]): Envelope {
  return (t) => {
    let before = points[0];
    for (const after of points) {
      if (t < after[0]) {
        if (before === undefined || after[0] === before[0]) return after[1];
        return t < before[0]
          ? before[1]
          : before[1] + ((after[1] - before[1]) * (t - before[0])) / (after[0] - before[0]);
      }
      before = after;
    }
    return before?.[1] ?? 0;
  };
}
