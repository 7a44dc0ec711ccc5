/** The others on the road: they have both legs and eyes, and no need of anybody. */
import { columnOf, laneOf } from './grid.ts';
import { placeSound } from './hearing.ts';
import { lightOf, tell, TICKS_PER_SECOND, type RoadState } from './state.ts';

/**
 * Moves the rivals along. Their times are those of a passage together; where a passage has another length, the same
 * day goes by faster or slower.
 */
export function moveRivals(state: RoadState): void {
  const { parameters, rivals, road } = state;
  const day = parameters.togetherSeconds / lightOf(parameters, state.passage);
  const elapsed = ((state.tick - state.partBegan) / TICKS_PER_SECOND) * day;
  const way = road.columns - 1;
  for (let rival = 0; rival < rivals.length; rival++)
    rivals[rival] = Math.min(way, (way * elapsed) / (parameters.rivalSeconds + rival * parameters.rivalApart));
  const market = road.markets[state.rivalNext];
  if (market === undefined || (rivals[0] as number) < columnOf(market)) return;
  if ((state.won[state.rivalNext] as number) < 0)
    tell(state, {
      what: 'rival',
      market: state.rivalNext,
      ...placeSound(columnOf(market) - columnOf(state.at), laneOf(market) - laneOf(state.at)),
    });
  state.rivalNext++;
}
