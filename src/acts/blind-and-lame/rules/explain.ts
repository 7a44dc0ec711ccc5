import type { Outcome, TextRef } from '../../../kernel/act.ts';
import { nameReason, pickReasons } from '../../../kernel/reasons.ts';
import type { RoadOutcome } from './outcome.ts';

/** Why a run came to what it came to, the most telling reasons first, at most four. */
export function explain(outcome: Outcome): readonly TextRef[] {
  const run = outcome as RoadOutcome;
  const [alone = 0, , together = 0] = run.customers;
  const [, , arrived = 0] = run.arrived;
  const left = Math.max(0, Math.floor(run.lightLeft[2] ?? 0));
  const reasons = [
    nameReason('why.together', together > alone ? 12 : 0, { count: together, alone }),
    nameReason('why.arrived', arrived * 10, { count: left }),
    nameReason('why.unreported', run.reports === 0 ? run.denied * 6 : 0, { count: run.denied }),
    nameReason('why.repaired', run.repairs * 4, { count: run.repairs, reports: run.reports }),
    nameReason('why.stumbled', run.stumbles * 3, { count: run.stumbles }),
    nameReason('why.wary', run.wary / 3, { count: run.wary }),
    nameReason('why.forgotten', run.forgotten / 2, { count: run.forgotten }),
    nameReason('why.groped', run.strides === 0 ? run.gropes / 4 : 0, { count: run.gropes }),
    nameReason('why.unheard', run.unheard / 4, { count: run.unheard }),
    nameReason('why.breath', run.refused, { count: run.refused }),
  ];
  if (run.gropes + run.strides + run.calls === 0) reasons.push(nameReason('why.idle', 1, {}));
  return pickReasons(reasons);
}
