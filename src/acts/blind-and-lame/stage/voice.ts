/** What the road says in words: sentences for those who listen, captions for what can be heard. */
import type { TextRef } from '../../../kernel/act.ts';
import type { Caption, Voice } from '../../../stage/act-stage.ts';
import type { RoadHappening } from '../rules/happenings.ts';
import { seeScreen } from '../rules/see.ts';
import type { RoadState } from '../rules/state.ts';
import { handOf, nameOf } from './naming.ts';
import { tellRoad } from './telling.ts';

export const voice: Voice<RoadState, RoadHappening> = {
  tell: (happened, state) => tellRoad(happened, seeScreen(state)),
  isUrgent,
  caption,
};

/** Who walks by ear waits for every word, and must know of a stumble before the next one. */
function isUrgent({ what }: RoadHappening, state: RoadState): boolean {
  return (what === 'call' || what === 'stumble') && state.parameters.ear === 1 && seeScreen(state).lame === null;
}

/** What is heard and has a caption that needs nothing more. The echoes come with the call that they answer. */
const PLAIN: ReadonlySet<RoadHappening['what']> = new Set([
  'passage',
  'sunset',
  'step',
  'call',
  'look',
  'go',
  'report',
  'repair',
  'sound',
  'market',
  'refused',
  'over',
]);

/** What a road is never without: it must not take the place of the storyteller's words, or of a stumble. */
const AMBIENT: ReadonlySet<RoadHappening['what']> = new Set(['touch', 'bump', 'step', 'call', 'look', 'go', 'refused']);

/** The caption of what makes a sound, with the hand on which it is heard, or of what the storyteller says; else null. */
function caption(happened: RoadHappening): Caption | null {
  const { what } = happened;
  if (what === 'hint') return { key: `hints.${happened.hint}`, isStory: true };
  const values = valuesOf(happened);
  if (values === null && !PLAIN.has(what)) return null;
  return { key: `captions.${what}`, ...(values && { values }), ...(AMBIENT.has(what) && { ambient: true }) };
}

function valuesOf(happened: RoadHappening): TextRef['values'] | null {
  const { what } = happened;
  if (what === 'touch' || what === 'bump' || what === 'stumble')
    return { side: handOf(happened), place: nameOf(happened.place) };
  return what === 'bell' || what === 'rival' ? { side: handOf(happened) } : null;
}
