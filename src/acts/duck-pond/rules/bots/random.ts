import { drawBelow, drawChance, seedRandom } from '../../../../kernel/random.ts';
import { SPOTS, TOOLS, type PondIntent } from '../intents.ts';
import { nothing, paced, type PondBot } from './pace.ts';

/** Presses any of the twelve buttons, about once a second. */
export function makeRandom(seed: number): PondBot {
  const random = seedRandom(seed);
  return paced(10, () => (drawChance(random, 0.5) ? [press(drawBelow(random, TOOLS.length + SPOTS + 1))] : nothing()));
}

function press(button: number): PondIntent {
  const tool = TOOLS[button];
  if (tool !== undefined) return { do: 'take', tool };
  const at = button - TOOLS.length;
  return at < SPOTS ? { do: 'use', at } : { do: 'sleep' };
}
