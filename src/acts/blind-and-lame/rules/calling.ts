/** The lame man's voice, and the map that is unrolled and rolled up. */
import { besideSound } from './hearing.ts';
import type { Direction } from './intents.ts';
import { tell, ticksOf, type RoadState } from './state.ts';

/** Whether the player can say words now: he has the map before him, or (two players) somebody has. */
function hasMap(state: RoadState): boolean {
  return state.eyes !== 'blind';
}

/** Puts a word on the tongue; it is said as soon as the voice is free. */
export function ask(state: RoadState, to: Direction): void {
  const { parameters, words, tongue } = state;
  if (state.passage === 'blind') tell(state, { what: 'refused', why: 'nobody' });
  else if (!hasMap(state)) tell(state, { what: 'refused', why: 'nothing' });
  else if (state.breath < parameters.callBreath * (tongue.length + 1)) refuseBreath(state);
  else if (words.length + tongue.length < parameters.memory) tongue.push(to);
  else if (state.passage === 'lame' && words.length > 0) fallOnNoEars(state, to);
  else tell(state, { what: 'refused', why: 'full' });
}

export function refuseBreath(state: RoadState): void {
  state.tally.refused++;
  tell(state, { what: 'refused', why: 'breath' });
}

/** Alone on his stone he may call all day: nobody keeps the words. */
function fallOnNoEars(state: RoadState, to: Direction): void {
  state.tally.unheard += state.words.length;
  state.words.length = 0;
  state.tongue.push(to);
  tell(state, { what: 'refused', why: 'nobody' });
}

/** One tick of the voice. */
export function speakOn(state: RoadState): void {
  if (state.tick < state.voiceFrom) return;
  const { parameters, words, tongue } = state;
  const to = tongue.shift();
  if (to !== undefined) {
    if (state.breath < parameters.callBreath) {
      tongue.length = 0;
      refuseBreath(state);
      return;
    }
    state.breath -= parameters.callBreath;
    state.voiceFrom = state.tick + ticksOf(parameters.callSeconds);
    state.tally.calls++;
    words.push(to);
    tell(state, { what: 'call', to, words: words.length, pan: besideSound(to).pan, near: 1 });
  } else if (state.isAboutToGo) setGoing(state);
}

export function unsay(state: RoadState): void {
  const { words, tongue } = state;
  if (!hasMap(state) || words.length + tongue.length === 0) {
    tell(state, { what: 'refused', why: 'nothing' });
    return;
  }
  if (tongue.length > 0) tongue.pop();
  else words.pop();
  tell(state, { what: 'unsay', words: words.length });
}

/** Whether one player changes eyes now. */
function changesEyes({ parameters, passage }: RoadState): boolean {
  return passage === 'together' && parameters.hands === 1 && parameters.ear === 0;
}

export function go(state: RoadState): void {
  if (state.passage === 'lame') tell(state, { what: 'refused', why: 'nobody' });
  else if (!changesEyes(state) || (state.eyes === 'blind' && (state.isGoing || state.words.length === 0)))
    tell(state, { what: 'refused', why: 'nothing' });
  else state.isAboutToGo = true;
}

function setGoing(state: RoadState): void {
  state.isAboutToGo = false;
  state.eyes = 'blind';
  state.isGoing = state.words.length > 0;
  tell(state, { what: 'go', words: state.words.length });
}

export function look(state: RoadState): void {
  if (!changesEyes(state) || state.eyes === 'lame') {
    tell(state, { what: 'refused', why: 'nothing' });
    return;
  }
  state.eyes = 'lame';
  state.isGoing = false;
  // A step that was wished for is not taken while the map is before the eyes.
  if (state.wish !== 'report') state.wish = null;
  tell(state, { what: 'look' });
}
