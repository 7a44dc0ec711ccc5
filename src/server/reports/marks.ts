/** What a run of an act has to come to before it can be called a grasp of it: measured with the act's own bots. */
import type { ActRules } from '../../kernel/act-rules.ts';
import { parametersOf, type ActFile } from '../../kernel/content/act-file.ts';
import { playBot } from '../../kernel/play-bot.ts';
import { loadRules, readActFile } from '../content/acts.ts';
import type { Grounds } from '../grounds.ts';
import { mean } from './lists.ts';

/** Seeds on which the bots are played: their means are then good to some percent, in about a second for three acts. */
const SEEDS = 8;
/** Share of the best strategy's mean score from which a run shows that its player has grasped the act. */
const SHARE_OF_BEST = 0.5;

/** By act, the least score that counts as good. */
export type GoodMarks = ReadonlyMap<string, number>;

const measured = new Map<string, Promise<number>>();

/** Measures each act once in the life of the server. */
export async function findGoodMarks(acts: readonly string[]): Promise<GoodMarks> {
  const marks = acts.map(async (act) => {
    let mark = measured.get(act);
    if (mark === undefined) measured.set(act, (mark = measureAct(act)));
    return [act, await mark] as const;
  });
  return new Map(await Promise.all(marks));
}

/** So long after the start, when the first visitors have their page. */
const SOON_MS = 3_000;

/** Measures soon after the start, so that the first overview need not wait for it. @returns the way to stop */
export function startMeasuring({ library, log }: Pick<Grounds, 'library' | 'log'>): () => Promise<void> {
  const timer = setTimeout(() => {
    findGoodMarks(library.acts).catch((error: unknown) => log.error({ err: error }, 'the acts could not be measured'));
  }, SOON_MS);
  timer.unref();
  return async () => clearTimeout(timer);
}

async function measureAct(act: string): Promise<number> {
  try {
    return await measureMark(await loadRules(act), await readActFile(act));
  } catch (error) {
    measured.delete(act);
    throw error;
  }
}

/**
 * Half of what the act's best strategy comes to, and no less than what the naive one does: the first strategy of every
 * reveal is the one that the act warns of. A player who stays below has not got past it, whatever the luck.
 */
export async function measureMark(rules: ActRules, file: Pick<ActFile, 'parameters'>): Promise<number> {
  const parameters = parametersOf(rules.act, file);
  const means: number[] = [];
  for (const { bot } of rules.strategies) {
    const scores: number[] = [];
    for (let seed = 1; seed <= SEEDS; seed++) {
      scores.push(playBot(rules.act, parameters, seed, bot).score);
      // Some milliseconds each: in between, others get their turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
    means.push(mean(scores) ?? 0);
  }
  return Math.max(means[0] ?? 0, SHARE_OF_BEST * Math.max(...means));
}
