/** What the blind man tells, and what it does to the map. */
import type { Cause } from './happenings.ts';
import { refuseBreath } from './calling.ts';
import { hintAt } from './hints.ts';
import { tell, ticksOf, type RoadState } from './state.ts';

/** Wishes to report. A stumble can always be talked about, even one off the road's edge. */
export function askReport(state: RoadState): void {
  if (state.passage !== 'together') tell(state, { what: 'refused', why: 'nobody' });
  else state.wish = 'report';
}

export function beginReport(state: RoadState): void {
  const { parameters } = state;
  if (state.untold.length === 0 && !state.isWary) {
    tell(state, { what: 'refused', why: 'nothing' });
    return;
  }
  if (state.breath < parameters.reportBreath) {
    refuseBreath(state);
    return;
  }
  state.breath -= parameters.reportBreath;
  state.doing = 'tell';
  state.doingSince = state.tick;
  state.doingUntil = state.tick + ticksOf(parameters.reportSeconds);
}

/**
 * The map is put right wherever it differs from what was told; and of one fact the lame man understands the whole
 * crossing: the flood over all its stones, the slide over all its gaps, the way that people have made instead.
 */
export function deliverReport(state: RoadState): void {
  const { road, untold, map, tally } = state;
  const facts = untold.length;
  let repaired = 0;
  for (const cell of untold) {
    if (map[cell] === state.touched[cell]) continue;
    const crossing = road.crossings[road.crossingOf[cell] as number];
    if (crossing === undefined) continue;
    repaired += repair(state, crossing.cause, crossing.cells);
    if (crossing.hasNewWay) repaired += repair(state, 'new', [crossing.spare]);
    tally.repairs++;
  }
  untold.length = 0;
  state.isWary = false;
  // The theatre's own lame man thinks again; a player takes his words back himself.
  if (state.parameters.ear === 1) state.words.length = state.tongue.length = 0;
  tally.reports++;
  tally.facts += facts;
  tally.repaired += repaired;
  tell(state, { what: 'report', facts, repaired });
  if (repaired > 0) hintAt(state, 'again');
}

/** Puts cells of the map right. Returns how many were wrong. */
function repair(state: RoadState, cause: Cause, cells: readonly number[]): number {
  const { map, mended, road } = state;
  let repaired = 0;
  for (const cell of cells) {
    if (map[cell] !== road.truth[cell]) repaired++;
    map[cell] = road.truth[cell] as number;
    mended[cell] = 1;
  }
  tell(state, { what: 'repair', cause, cells });
  return repaired;
}
