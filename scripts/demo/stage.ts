/** What the people of the demonstration meet: the acts with their bots from weak to strong, and the bank. */
import type { ActRules } from '../../src/kernel/act-rules.ts';
import { parametersOf, type ActFile } from '../../src/kernel/content/act-file.ts';
import { playBot } from '../../src/kernel/play-bot.ts';
import type { ExaminationBank } from '../../src/quiz/examination/index.ts';
import type { Item } from '../../src/quiz/index.ts';
import { listActs, loadRules, readActFile } from '../../src/server/content/acts.ts';
import { readBankFolder } from '../../src/server/content/bank.ts';

/** A bot beside what it comes to. */
export interface RankedBot {
  readonly name: string;
  /** Mean score as a share of the best bot's. */
  readonly share: number;
}

export interface StagedAct {
  readonly id: string;
  readonly rules: ActRules;
  readonly file: ActFile;
  /** Weakest first. */
  readonly bots: readonly RankedBot[];
  /** The bot that does what the act warns of: the first strategy of its reveal. */
  readonly naive: string;
}

export interface DemoStage {
  /** In the campaign's order. */
  readonly acts: readonly StagedAct[];
  readonly items: readonly Item[];
  readonly bank: ExaminationBank;
  readonly groupOf: ReadonlyMap<string, number>;
  /** Last fingerprints of all runs played so far: two people never play quite the same one. */
  readonly runs: Set<string>;
}

/** Seeds on which the bots are ranked: enough to tell weak from strong. */
const SEEDS = [1, 2, 3];

export async function openStage(): Promise<DemoStage> {
  const { concepts, items, bank } = await readBankFolder();
  const acts = await Promise.all((await listActs()).map(stageAct));
  return { acts, items, bank, groupOf: new Map(concepts.map(({ id, group }) => [id, group])), runs: new Set() };
}

async function stageAct(id: string): Promise<StagedAct> {
  const [rules, file] = await Promise.all([loadRules(id), readActFile(id)]);
  const parameters = parametersOf(rules.act, file);
  const means = Object.keys(rules.act.bots).map((name) => {
    const scores = SEEDS.map((seed) => playBot(rules.act, parameters, seed, name).score);
    return { name, mean: scores.reduce((sum, score) => sum + score, 0) / scores.length };
  });
  const best = Math.max(...means.map(({ mean }) => mean));
  return {
    id,
    rules,
    file,
    bots: means
      .map(({ name, mean }) => ({ name, share: mean / best }))
      .toSorted((a, b) => a.share - b.share || (a.name < b.name ? -1 : 1)),
    naive: rules.strategies[0]?.bot ?? '',
  };
}
