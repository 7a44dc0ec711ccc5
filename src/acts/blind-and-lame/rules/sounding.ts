/** The sounding call: rock, water and ravine answer differently, and the market rings its bell. */
import { refuseBreath } from './calling.ts';
import { columnOf, laneOf, nextCell } from './grid.ts';
import { besideSound, placeSound } from './hearing.ts';
import { DIRECTIONS, type Direction } from './intents.ts';
import { isOpen } from './places.ts';
import { nextMarket, tell, ticksOf, type RoadState } from './state.ts';

export function askSound(state: RoadState): void {
  if (state.passage === 'lame') tell(state, { what: 'refused', why: 'nobody' });
  else if (state.eyes === 'lame') tell(state, { what: 'refused', why: 'nothing' });
  else state.wish = 'sound';
}

export function callOut(state: RoadState): void {
  const { parameters, road, at } = state;
  if (state.breath < parameters.soundBreath) {
    refuseBreath(state);
    return;
  }
  state.breath -= parameters.soundBreath;
  state.tally.soundings++;
  state.doing = 'listen';
  state.doingSince = state.tick;
  state.doingUntil = state.tick + ticksOf(parameters.soundSeconds);
  tell(state, { what: 'sound' });
  for (const to of DIRECTIONS) {
    const open = countOpen(state, to);
    const { pan } = besideSound(to);
    tell(state, { what: 'echo', to, open, pan, near: 1 / (1 + open) });
  }
  const next = nextMarket(state);
  const market = road.markets[next];
  if (market === undefined) return;
  const columns = columnOf(market) - columnOf(at);
  const lanes = laneOf(market) - laneOf(at);
  tell(state, { what: 'bell', market: next, columns, lanes, ...placeSound(columns, lanes) });
}

/** Open cells that way before something closed, as far as an echo carries. */
function countOpen(state: RoadState, to: Direction): number {
  const { truth, columns } = state.road;
  let open = 0;
  let cell = nextCell(state.at, to, columns);
  while (open < state.parameters.echoReach && cell >= 0 && isOpen(truth[cell] as number)) {
    open++;
    cell = nextCell(cell, to, columns);
  }
  return open;
}
