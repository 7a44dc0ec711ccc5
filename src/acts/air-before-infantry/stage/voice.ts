/** What the campaign says in words: sentences for those who listen, captions for what can be heard. */
import type { Control, TextRef } from '../../../kernel/act.ts';
import type { Voice } from '../../../stage/act-stage.ts';
import type { CampaignHappening } from '../rules/happenings.ts';
import type { CampaignState } from '../rules/state.ts';
import { viewOf } from '../rules/view.ts';
import { hintTold } from './hinting.ts';
import { tellCampaign } from './telling.ts';

/** The hint that was told last, by run: each is said once. */
const lastHints = new WeakMap<CampaignState, string>();

/** What is heard and has a caption. */
const HEARD: ReadonlySet<CampaignHappening['what']> = new Set([
  'week',
  'ordered',
  'undone',
  'march',
  'air',
  'website',
  'supply',
  'recon',
  'taken',
  'fell',
  'grow',
  'income',
  'word',
  'refused',
  'over',
]);

/** What every week has, and coins on the table: it must not take the place of a town won or lost. */
const AMBIENT: ReadonlySet<CampaignHappening['what']> = new Set([
  'grow',
  'income',
  'word',
  'week',
  'ordered',
  'undone',
]);

export const voice: Voice<CampaignState, CampaignHappening> = {
  tell(happened, state) {
    const view = viewOf(state);
    const hint = hintTold(view);
    const isNew = hint !== null && lastHints.get(state) !== hintName(hint);
    if (hint !== null) lastHints.set(state, hintName(hint));
    return tellCampaign(happened, view, isNew ? hint : null);
  },
  caption(happening) {
    const { what } = happening;
    if (!HEARD.has(what)) return null;
    return { key: `captions.${soundOf(happening)}`, ...(AMBIENT.has(what) && { ambient: true }) };
  },
};

/** Which of its sounds a happening has: every arm is heard as itself, and a week by what sets out in it. */
function soundOf(happening: CampaignHappening): string {
  if (happening.what === 'air') return `air.${happening.arm}`;
  if (happening.what !== 'march') return happening.what;
  const flies = happening.orders.some(({ kind }) => kind === 'posters' || kind === 'exhibition' || kind === 'mail');
  const marches = happening.orders.some(({ kind }) => kind === 'infantry');
  if (flies) return marches ? 'marchBoth' : 'marchKites';
  return marches ? 'marchRods' : 'march';
}

function hintName({ key, values }: TextRef): string {
  return `${key} ${String(values?.['say'] ?? '')} ${String(values?.['n'] ?? '')}`;
}

/** Why a control that is not enabled cannot be used now. What an order lacks the rules say themselves, when it is given. */
export function findWhy(control: Control, state: CampaignState): TextRef | null {
  if (control.enabled || control.id.startsWith('order-')) return null;
  if (control.group === 'action' && !state.isMarching && !state.isOver) return { key: 'actions.undoNothing' };
  return { key: 'happenings.refused.week' };
}

/** The gauge to which a happening draws the eye: the purse that cannot pay. */
export function nudgeGauge(happened: CampaignHappening): string | null {
  return happened.what === 'refused' && happened.why === 'purse' ? 'purse' : null;
}
