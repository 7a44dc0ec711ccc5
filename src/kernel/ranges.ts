/** Numbers that come from outside, within limits: what an act's parameters are checked against. */
import { BadInput } from './act.ts';

/** The lowest and the highest value that is accepted; `whole` means whole numbers only. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly whole?: true;
}

/**
 * Checks a whole set of parameters against its ranges, each by name. Throws `BadInput` for a missing, unknown or
 * out-of-range one.
 */
export function parseRanges<Name extends string>(
  value: unknown,
  ranges: Readonly<Record<Name, Range>>,
): Readonly<Record<Name, number>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadInput('parameters', 'must be an object');
  const given = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(given))
    if (!Object.hasOwn(ranges, name)) throw new BadInput(`parameters.${name}`, 'is no parameter of this act');
  const parsed: Record<string, number> = {};
  for (const [name, range] of Object.entries<Range>(ranges))
    parsed[name] = parseNumber(`parameters.${name}`, given[name], range);
  return parsed as Record<Name, number>;
}

function parseNumber(path: string, value: unknown, { from, to, whole }: Range): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new BadInput(path, 'must be a number');
  if (value < from || value > to) throw new BadInput(path, `must be from ${from} to ${to}, is ${value}`);
  if (whole && !Number.isInteger(value)) throw new BadInput(path, `must be a whole number, is ${value}`);
  return value + 0;
}
