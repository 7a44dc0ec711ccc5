/**
 * The storyteller's hint, as it is read under the chosen town's name, and as it is told: both must leave no doubt of which
 * town it speaks. Pure.
 */
import type { TextRef } from '../../../kernel/act.ts';
import { hintOf } from '../rules/hints.ts';
import type { CampaignView } from '../rules/state.ts';

/** The hint as it stands in the panel; of another town than the chosen one it says first that this one is to be chosen. */
export function hintHere(view: CampaignView): TextRef | null {
  const hint = hintOf(view);
  const town = townOf(hint);
  return hint === null || town === null || town === view.chosen ? hint : wrap('elsewhere', hint);
}

/** The hint as it is told: with its town's name, since no heading is heard with it. */
export function hintTold(view: CampaignView): TextRef | null {
  const hint = hintOf(view);
  const town = townOf(hint);
  if (hint === null || town === null) return hint;
  return wrap(town === view.chosen ? 'told' : 'elsewhere', hint);
}

/** The town that the storyteller would have chosen now; null when he means the one that is. */
export function beckoning(view: CampaignView): number | null {
  const town = townOf(hintOf(view));
  return town === view.chosen ? null : town;
}

function wrap(frame: 'elsewhere' | 'told', { key, values }: TextRef): TextRef {
  return { key: `hints.${frame}`, values: { ...values, say: key.slice('hints.'.length) } };
}

/** The town of which a hint speaks, from 0; null for one that speaks of none. */
function townOf(hint: TextRef | null): number | null {
  const n = hint?.values?.['n'];
  return typeof n === 'number' ? n - 1 : null;
}
