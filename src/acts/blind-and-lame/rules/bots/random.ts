import { drawBelow, drawChance, seedRandom } from '../../../../kernel/random.ts';
import { DIRECTIONS, type Direction } from '../intents.ts';
import { PASSAGES } from '../places.ts';
import { embody, type RoadBot } from './pace.ts';

/** Deaf, and without a plan: any step, any word, whichever eyes are open, in every passage. */
export function makeRandom(seed: number): RoadBot {
  const random = seedRandom(seed);
  const any = (): Direction => DIRECTIONS[drawBelow(random, DIRECTIONS.length)] as Direction;
  return embody({
    passages: PASSAGES,
    blind: ({ passage, parameters }) =>
      passage === 'together' && parameters.ear === 0 && drawChance(random, 0.3)
        ? [{ do: drawChance(random, 0.5) ? 'look' : 'report' }]
        : [{ do: 'step', to: any() }],
    lame: () =>
      drawChance(random, 0.1) ? [{ do: drawChance(random, 0.2) ? 'go' : 'unsay' }] : [{ do: 'call', to: any() }],
  });
}
