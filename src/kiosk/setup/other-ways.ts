/** Which ways of an act are worth offering at a kiosk. Pure. */
import type { ActFile } from '../../app/acts.ts';

type Parameters = Readonly<Record<string, number>>;

function areSame(one: Parameters, other: Parameters): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
}

/** The ways that are still ways of their own once the cut is laid over them: forty towns cut down to five are five. */
export function otherWays({
  parameters,
  ways = [],
  kiosk,
}: Pick<ActFile, 'parameters' | 'ways' | 'kiosk'>): readonly string[] {
  const cut = (way: Parameters): Parameters => ({ ...parameters, ...way, ...kiosk });
  const [usual, ...others] = ways;
  const plain = cut(usual?.parameters ?? {});
  return others.filter((way) => !areSame(cut(way.parameters), plain)).map(({ id }) => id);
}
