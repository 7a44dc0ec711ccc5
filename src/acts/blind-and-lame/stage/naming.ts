/** What things are called in the texts: keys, never words. Pure. */
import type { Heard } from '../rules/happenings.ts';
import type { Direction } from '../rules/intents.ts';
import { PLACE } from '../rules/places.ts';

const PLACE_NAMES = new Map<number, string>(Object.entries(PLACE).map(([name, place]) => [place, name]));

/** The name of a place in the texts, under `places`. */
export function nameOf(place: number): string {
  return PLACE_NAMES.get(place) ?? 'rock';
}

/** To the eye the road has an uphill and a downhill side; by ear a left and a right. The words stand under `sides`. */
export function sideOf(to: Direction, byEar: boolean): string {
  if (byEar) return to;
  return to === 'left' ? 'uphill' : to === 'right' ? 'downhill' : to;
}

/** On which hand something is heard. */
export function handOf({ pan }: Heard): 'left' | 'right' | 'middle' {
  if (pan < -0.2) return 'left';
  return pan > 0.2 ? 'right' : 'middle';
}
