/** Ways to cheat: orders that are the same in every province, whatever the map says. */
import type { Order } from '../intents.ts';
import { add, beginDraft } from './draft.ts';
import { paced, type CampaignBot } from './pace.ts';

/** Goes from town to town by number: mail and posters at the next, infantry into the last one. */
export function makeByNumber(): CampaignBot {
  return paced((view) => {
    const draft = beginDraft(view);
    const targets: number[] = [];
    for (let town = 0; town < view.province.towns; town++) if (view.held[town] === 0) targets.push(town);
    const [now, next] = targets;
    const flown = (town: number): boolean => (view.posters[town] as number) > 0;
    const wanted: Order[] = [];
    for (const town of [now, next])
      if (town !== undefined && !flown(town)) wanted.push({ kind: 'mail', town }, { kind: 'posters', town });
    if (now !== undefined && flown(now)) wanted.push({ kind: 'infantry', town: now });
    for (const order of wanted) add(draft, order);
    return draft.orders;
  });
}

/** Looks, flies and marches week by week in turn, at the first three towns that are left. */
export function makeDrill(): CampaignBot {
  return paced((view) => {
    const draft = beginDraft(view);
    const targets: number[] = [];
    for (let town = 0; town < view.province.towns && targets.length < 3; town++)
      if (view.held[town] === 0) targets.push(town);
    const turn = (view.week - 1) % 3;
    const kinds =
      turn === 0 ? (['recon'] as const) : turn === 1 ? (['mail', 'posters'] as const) : (['infantry'] as const);
    for (const kind of kinds) for (const town of targets) add(draft, { kind, town });
    return draft.orders;
  });
}
