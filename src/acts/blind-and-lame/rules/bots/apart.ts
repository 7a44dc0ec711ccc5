/** The lame man alone. */
import { findWay } from '../grid.ts';
import { embody, nothing, type RoadBot } from './pace.ts';

/** Sees the map and calls the right way, word by word, all day. */
export function makeLamePlanner(): RoadBot {
  let said = 0;
  let asked = -1;
  return embody({
    passages: ['lame'],
    lame(view) {
      if (view.breath < view.parameters.callBreath || view.tick < asked) return nothing();
      const way = findWay(view.map, view.at, view.markets.at(-1) as number);
      const to = way[said % Math.max(1, way.length)];
      if (to === undefined) return nothing();
      said++;
      asked = view.tick + 20;
      return [{ do: 'call', to }];
    },
  });
}
