/** By ear alone: it gets sounds, and nothing else. */
import { drawBelow, seedRandom } from '../../../../kernel/random.ts';
import { DIRECTIONS, type Direction } from '../intents.ts';
import { embody, nothing, type RoadBot } from './pace.ts';

/** Ticks of silence after which he tries a way of his own. */
const PATIENCE = 60;

/** Steps where the voice says, and tells as soon as the staff meets something closed. When nobody calls he tries his luck. */
export function makeEarWalker(seed: number): RoadBot {
  const random = seedRandom(seed);
  let silent = 0;
  return embody({
    passages: ['together'],
    ear({ sounds }) {
      silent++;
      for (const sound of sounds) {
        if (sound.what === 'call' || sound.what === 'bump' || sound.what === 'stumble') silent = 0;
        if (sound.what === 'call') return [{ do: 'step', to: sound.to }];
        if (sound.what === 'bump' || sound.what === 'stumble') return [{ do: 'report' }];
      }
      if (silent < PATIENCE) return nothing();
      silent = 0;
      return [{ do: 'step', to: DIRECTIONS[drawBelow(random, DIRECTIONS.length)] as Direction }];
    },
  });
}
