/** Where a ruler has its ticks, and which of them carry a number. */

interface Ticks {
  readonly labelled: readonly number[];
  readonly small: readonly number[];
}

/** Signs that fit side by side on the narrowest phone. */
const SIGNS = 26;
const MOST_SMALL = 60;
/** Two numbers closer than this share of a step would touch. */
const TOO_NEAR = 0.45;

/**
 * Labels at both ends and at round numbers between; small ticks between those. `label` writes a number, since how many
 * fit depends on how long they are.
 */
export function placeTicks(
  { min, max, step }: { readonly min: number; readonly max: number; readonly step: number },
  label: (value: number) => string,
): Ticks {
  const longest = Math.max(label(min).length, label(max).length) + 1.5;
  const most = Math.max(1, Math.min(6, Math.floor(SIGNS / longest)));
  const apart = roundUp((max - min) / most);
  const inside = between(min, max, apart).filter(
    (value) => value - min > apart * TOO_NEAR && max - value > apart * TOO_NEAR,
  );
  const fine = [apart / 10, apart / 5, apart / 2].find((each) => each >= step && (max - min) / each <= MOST_SMALL);
  return { labelled: [min, ...inside, max], small: fine === undefined ? [] : between(min, max, fine) };
}

/** The next of 1, 2, 5, 10, 20, 50 …, and of 0.1, 0.2, 0.5 …, that is not below. */
function roundUp(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(wanted));
  return ([1, 2, 5].find((each) => each * power >= wanted * (1 - 1e-9)) ?? 10) * power;
}

/** Multiples of `apart` from `min` to `max`. */
function between(min: number, max: number, apart: number): readonly number[] {
  const first = Math.ceil(min / apart - 1e-9);
  const count = Math.floor(max / apart + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => (first + at) * apart);
}
