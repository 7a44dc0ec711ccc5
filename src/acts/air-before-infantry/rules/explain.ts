import type { Outcome, TextRef } from '../../../kernel/act.ts';
import { nameReason, pickReasons } from '../../../kernel/reasons.ts';
import type { OrderKind } from './intents.ts';
import type { CampaignOutcome } from './outcome.ts';

const AIR = ['posters', 'exhibition', 'mail', 'website'] as const;

/** Why a campaign came to what it came to: the reasons that cost or earned most coins first, at most four. */
export function explain(outcome: Outcome): readonly TextRef[] {
  const run = outcome as CampaignOutcome;
  const air = AIR.reduce((sum, kind) => sum + spentOn(run, kind), 0);
  const infantry = spentOn(run, 'infantry');
  const all = air + infantry + spentOn(run, 'recon') + spentOn(run, 'supply');
  // What of the air's money grew back with the walls.
  const faded = run.torn === 0 ? 0 : Math.round((air * Math.min(run.grown, run.torn)) / run.torn);
  const towns = run.towns.at(-1) ?? 0;
  const reasons = [
    nameReason('why.fell', run.lost, { count: run.fallen, coins: run.lost }),
    nameReason('why.scaled', run.scaled, { coins: run.scaled, of: infantry }),
    nameReason('why.faded', faded, { coins: faded, of: air }),
    nameReason('why.airAlone', towns === 0 && air > 0 ? all : 0, { coins: air }),
    nameReason('why.paid', Math.round(run.income / 2), { count: towns, coins: run.income }),
    nameReason('why.heard', Math.round(run.heard / 4), { points: run.heard }),
    nameReason('why.supplied', run.saved - spentOn(run, 'supply'), { coins: run.saved }),
    nameReason('why.blind', run.blind * 3, { count: run.blind }),
  ];
  if (all === 0) reasons.push(nameReason('why.idle', 1, { coins: run.money.at(-1) ?? run.start }));
  return pickReasons(reasons);
}

function spentOn(run: CampaignOutcome, kind: OrderKind): number {
  return run.spent[kind].reduce((sum, coins) => sum + coins, 0);
}
