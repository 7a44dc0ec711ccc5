import type { Outcome, TextRef } from '../../../kernel/act.ts';
import { nameReason, pickReasons } from '../../../kernel/reasons.ts';
import type { PondOutcome } from './outcome.ts';

/** Why a run came to what it came to: the reasons that cost or earned most ducks first, at most four. */
export function explain(outcome: Outcome): readonly TextRef[] {
  const run = outcome as PondOutcome;
  const torn = run.torn + run.slipped;
  const reasons = [
    nameReason('why.frightened', run.frightened, { count: run.frightened, shots: run.shots }),
    nameReason('why.shunned', run.shunned * 3, { count: run.shunned }),
    nameReason('why.unheld', run.unheld, { count: run.unheld }),
    nameReason('why.torn', torn, { count: torn }),
    nameReason('why.missed', (run.shots - run.hits) * 2, { count: run.shots - run.hits, shots: run.shots }),
    nameReason('why.shot', run.hits, { count: run.hits, shots: run.shots }),
    nameReason('why.gathered', run.gathered, { count: run.gathered }),
    nameReason('why.held', run.held, { count: run.held }),
    nameReason('why.refused', run.refused, { count: run.refused }),
  ];
  if (run.shots + run.handfuls + run.coats + run.gathered === 0) reasons.push(nameReason('why.idle', 1, {}));
  const told = pickReasons(reasons);
  // Grain or glue was put where no duck came to feed.
  return told.length === 0 ? [{ key: 'why.unmet' }] : told;
}
