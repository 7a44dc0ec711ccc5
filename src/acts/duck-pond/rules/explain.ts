import type { Outcome, TextRef } from '../../../kernel/act.ts';
import type { PondOutcome } from './outcome.ts';

/** At most this many reasons are given. */
const MOST_REASONS = 4;

/** Why a run came to what it came to: the reasons that cost or earned most ducks first, at most four. */
export function explain(outcome: Outcome): readonly TextRef[] {
  const run = outcome as PondOutcome;
  const torn = run.torn + run.slipped;
  const reasons: { readonly weight: number; readonly text: TextRef }[] = [
    reason('why.frightened', run.frightened, { count: run.frightened, shots: run.shots }),
    reason('why.shunned', run.shunned * 3, { count: run.shunned }),
    reason('why.unheld', run.unheld, { count: run.unheld }),
    reason('why.torn', torn, { count: torn }),
    reason('why.missed', (run.shots - run.hits) * 2, { count: run.shots - run.hits, shots: run.shots }),
    reason('why.shot', run.hits, { count: run.hits, shots: run.shots }),
    reason('why.gathered', run.gathered, { count: run.gathered }),
    reason('why.held', run.held, { count: run.held }),
    reason('why.refused', run.refused, { count: run.refused }),
  ];
  if (run.shots + run.handfuls + run.coats + run.gathered === 0) reasons.push(reason('why.idle', 1, {}));
  return reasons
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_REASONS)
    .map(({ text }) => text);
}

function reason(
  key: string,
  weight: number,
  values: Readonly<Record<string, number>>,
): { readonly weight: number; readonly text: TextRef } {
  return { weight, text: { key, values } };
}
