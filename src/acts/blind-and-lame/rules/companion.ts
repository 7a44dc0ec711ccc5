/** By ear: the theatre's own lame man. He knows what the map says, and calls one word when the walker stands. */
import { refuseBreath } from './calling.ts';
import { findWay } from './grid.ts';
import { besideSound } from './hearing.ts';
import { seeLame } from './see.ts';
import { tell, ticksOf, type RoadState } from './state.ts';

/** A word that was not heard is said again when he has stood for so many seconds, as often as it takes. */
const SAY_AGAIN_SECONDS = 6;

/** Says the next word, if the walker stands and none waits. Without breath he falls silent, and says so once. */
export function accompany(state: RoadState): void {
  const { parameters, words, tongue } = state;
  if (parameters.ear === 0 || state.passage !== 'together') return;
  if (state.doing !== 'stand' || state.wish !== null) return;
  if (words.length + tongue.length > 0) {
    sayAgain(state);
    return;
  }
  if (state.breath < parameters.callBreath) {
    if (!state.isSilent) refuseBreath(state);
    state.isSilent = true;
    return;
  }
  const { map, at, markets } = seeLame(state);
  const [word] = findWay(map, at, markets.at(-1) as number);
  if (word !== undefined) tongue.push(word);
}

/** The same word once more: it costs no breath, for nothing new is said. */
function sayAgain(state: RoadState): void {
  const { words } = state;
  const [to] = words;
  const stood = state.tick - Math.max(state.doingSince, state.voiceFrom);
  if (to === undefined || stood <= 0 || stood % ticksOf(SAY_AGAIN_SECONDS) !== 0) return;
  tell(state, { what: 'call', to, words: words.length, pan: besideSound(to).pan, near: 1 });
}
