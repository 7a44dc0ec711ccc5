/** What the storyteller explains on the first road, each thing once, when it is met. */
import type { Hint } from './happenings.ts';
import { tell, type RoadState } from './state.ts';

const HINTS = [
  'feel',
  'closed',
  'sound',
  'seated',
  'together',
  'call',
  'go',
  'false',
  'report',
  'again',
] as const satisfies readonly Hint[];

/** Hints that speak of the map: the other players have nothing to do with it, or somebody else has. */
const ONE_PLAYER: ReadonlySet<Hint> = new Set(['go']);
const WITH_EYES: ReadonlySet<Hint> = new Set(['call', 'go']);

/** Gives a hint on the first road, if it was not given before and has a meaning for those who play. */
export function hintAt(state: RoadState, hint: Hint): void {
  const { parameters } = state;
  if (parameters.road === 0) return;
  if (ONE_PLAYER.has(hint) && parameters.hands === 2) return;
  if (WITH_EYES.has(hint) && parameters.ear === 1) return;
  // An honest fork's dead end is no false bridge.
  if (hint === 'false' && state.tally.denied === 0) return;
  const bit = 1 << HINTS.indexOf(hint);
  if ((state.hinted & bit) !== 0) return;
  state.hinted |= bit;
  tell(state, { what: 'hint', hint });
}

/** Hints that come with time or with standing still, looked for once a tick. */
export function hintOn(state: RoadState): void {
  if (state.parameters.road === 0) return;
  const { passage } = state;
  const seconds = (state.tick - state.partBegan) / 20;
  if (passage === 'blind') {
    hintAt(state, 'feel');
    if (state.tally.bumps >= 2 || seconds >= 15) hintAt(state, 'sound');
  } else if (passage === 'lame') hintAt(state, 'seated');
  else {
    hintAt(state, 'together');
    if (seconds >= 2) hintAt(state, 'call');
    if (seconds >= 4 && state.words.length >= 2 && state.eyes === 'lame') hintAt(state, 'go');
    if (state.tally.denied > 0 && state.untold.length > 0 && state.doing === 'stand') hintAt(state, 'report');
  }
}
