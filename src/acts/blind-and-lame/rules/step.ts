import { ask, go, look, speakOn, unsay } from './calling.ts';
import { accompany } from './companion.ts';
import type { RoadHappening } from './happenings.ts';
import { hintOn } from './hints.ts';
import type { Direction, RoadIntent } from './intents.ts';
import { beginPassage, endPassage, tellLight } from './passages.ts';
import { askReport } from './reporting.ts';
import { moveRivals } from './rivals.ts';
import { askSound } from './sounding.ts';
import { tell, type RoadState } from './state.ts';
import { workOn } from './walking.ts';

const NOTHING: readonly RoadHappening[] = Object.freeze([]);

/** Advances the road by one tick, in place. Does nothing once it is over. */
export function stepRoad(state: RoadState, intents: readonly RoadIntent[]): readonly RoadHappening[] {
  if (state.isOver) return NOTHING;
  if (state.isBetween && state.tick >= state.partEnds) beginPassage(state);
  for (let i = 0; i < intents.length; i++) apply(state, intents[i] as RoadIntent);
  if (!state.isBetween) {
    hintOn(state);
    accompany(state);
    speakOn(state);
    if (state.passage !== 'lame') workOn(state);
  }
  if (!state.isBetween && !state.isOver) moveRivals(state);
  state.tick++;
  if (!state.isBetween && !state.isOver) tellLight(state);
  if (!state.isBetween && !state.isOver && state.tick >= state.partEnds) endPassage(state, 'sunset');
  const { news } = state;
  if (news.length === 0) {
    state.latest = NOTHING;
    return NOTHING;
  }
  state.news = [];
  state.latest = news;
  return news;
}

function apply(state: RoadState, intent: RoadIntent): void {
  if (state.isOver) return;
  if (state.isBetween) tell(state, { what: 'refused', why: 'between' });
  else if (intent.do === 'step') askStep(state, intent.to);
  else if (intent.do === 'call') ask(state, intent.to);
  else if (intent.do === 'go') go(state);
  else if (intent.do === 'look') look(state);
  else if (intent.do === 'unsay') unsay(state);
  else if (intent.do === 'report') askReport(state);
  else if (intent.do === 'sound') askSound(state);
  else endPassage(state, 'rested');
}

/** Wishes for a step by hand: words are no longer walked by themselves. */
function askStep(state: RoadState, to: Direction): void {
  if (state.passage === 'lame') tell(state, { what: 'refused', why: 'nobody' });
  else if (state.eyes === 'lame') tell(state, { what: 'refused', why: 'nothing' });
  else {
    state.wish = to;
    state.isGoing = false;
  }
}
