import type { Estimate } from '../items/item.ts';
import { unitText } from '../items/texts.ts';
import type { KeyFault, KindRules } from './item-kind.ts';

/** What rounding may add when decimal steps are summed, in steps. */
const TOLERANCE = 1e-6;

/** Numbers on a slider are kept to this many parts of one. */
const UNITS = 1e9;

/** The options of every estimate: what is said to an answer below the value, at it, and above it. */
export const ESTIMATE_OPTIONS = ['low', 'right', 'high'] as const;

/** The number nearest to `wanted` that the slider can stand on. */
export function snapToRange({ range }: Estimate, wanted: number): number {
  const inside = Math.min(Math.max(wanted, range.min), range.max);
  const number = range.min + Math.round((inside - range.min) / range.step) * range.step;
  // Three steps of 0.1 are 0.30000000000000004, and that is not what a player wants to read.
  return Math.round(number * UNITS) / UNITS;
}

function bandOf({ key, range }: Estimate, given: number): 'exact' | 'near' | 'off' {
  const off = Math.abs(given - key.value) - range.step * TOLERANCE;
  return off <= key.exact ? 'exact' : off <= key.near ? 'near' : 'off';
}

function sideOf(item: Estimate, given: number): 'low' | 'right' | 'high' {
  if (bandOf(item, given) === 'exact') return 'right';
  return given < item.key.value ? 'low' : 'high';
}

function isOnStep({ range }: Estimate, number: number): boolean {
  const steps = (number - range.min) / range.step;
  return Math.abs(steps - Math.round(steps)) <= TOLERANCE;
}

/** Full credit within `exact` of the value, half within `near`, both ends counted in. */
export const estimate: KindRules<'estimate'> = {
  checkKey: (item) => {
    const { range, key } = item;
    const faults: KeyFault[] = [];
    if (range.max <= range.min) faults.push(['range.max', 'is not above min']);
    else if (!isOnStep(item, range.max)) faults.push(['range.step', 'does not lead from min to max']);
    if (key.value < range.min || key.value > range.max) faults.push(['key.value', 'is outside the range']);
    if (key.near <= key.exact) faults.push(['key.near', 'is not above exact']);
    if (bandOf(item, snapToRange(item, key.value)) !== 'exact')
      faults.push(['key.exact', 'no number of the slider earns full credit']);
    if (bandOf(item, range.min) !== 'off' && bandOf(item, range.max) !== 'off')
      faults.push(['key.near', 'both ends of the range earn credit']);
    return faults;
  },
  checkResponse: (item, response) => {
    if (response.length !== 1) return `one number must be given, not ${response.length}`;
    const given = Number(response[0]);
    if (!Number.isFinite(given) || String(given) !== response[0]) return `"${response[0]}" is not written as a number`;
    if (given < item.range.min || given > item.range.max) return `${given} is outside the range`;
    return isOnStep(item, given) ? null : `${given} is between two steps of the range`;
  },
  keyResponse: (item) => [String(snapToRange(item, item.key.value))],
  score: (item, response) => ({ exact: 1, near: 0.5, off: 0 })[bandOf(item, Number(response[0]))],
  inOrder: (item, response) => {
    const side = sideOf(item, Number(response[0]));
    return side === 'right' ? ['right'] : [side, 'right'];
  },
  credit: (item, response, option) => {
    const given = Number(response[0]);
    const chosen = sideOf(item, given) === option;
    const credit = option === 'right' ? 1 : bandOf(item, given) === 'near' && chosen ? 0.5 : 0;
    return { chosen, credit, text: unitText(item, chosen ? given : item.key.value) };
  },
  details: (item, response) => {
    const given = Number(response[0]);
    return { estimate: { given, value: item.key.value, band: bandOf(item, given) } };
  },
};
