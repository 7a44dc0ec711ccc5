/** Counts away from the page: some runs of every strategy under the laws that the sliders give, and what the claims say of them. */
import type { Outcome } from '../../kernel/act.ts';
import { playBot } from '../../kernel/play-bot.ts';
import { quantilesOf } from '../../kernel/statistics/quantiles.ts';
import { loadClaims, loadRules } from '../acts.ts';
import type { Asked, Counted } from './counting.ts';

/** Seeds of the workshop; the same for every setting, so that a slider's step shows the slider and not the draw. */
const FIRST_SEED = 70_001;
const SHARES = [0.05, 0.5, 0.95];

async function count({ act: id, parameters: given, runs, question }: Asked): Promise<Counted> {
  const [{ act, strategies }, claims] = await Promise.all([loadRules(id), loadClaims(id)]);
  const parameters = act.parseParameters(given);
  const names = new Set([...strategies.map(({ bot }) => bot), ...claims.flatMap((claim) => claim.bots)]);
  const outcomes: Record<string, Outcome[]> = {};
  for (const name of names)
    outcomes[name] = Array.from({ length: runs }, (_, i) => playBot(act, parameters, FIRST_SEED + i, name));
  return {
    question,
    runs,
    ends: strategies.map(({ bot }) => {
      const scores = (outcomes[bot] ?? []).map(({ score }) => score);
      const [low = 0, middle = 0, high = 0] = quantilesOf(scores, SHARES);
      return { bot, low, middle, high };
    }),
    claims: claims.map((claim) => ({ claim: claim.id, holds: claim.evaluate(outcomes).holds })),
  };
}

let latest = 0;
addEventListener('message', (event: MessageEvent<Asked>) => {
  latest = event.data.question;
  // Let the newest question arrive first: a slider that is drawn asks many, and only the last one matters.
  setTimeout(() => {
    if (event.data.question !== latest) return;
    void count(event.data).then(
      (counted) => postMessage(counted),
      (reason: unknown) => postMessage({ question: event.data.question, failed: String(reason) }),
    );
  }, 30);
});
