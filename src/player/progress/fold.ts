import { SETTLED, type History, type ItemMemory } from '../../quiz/index.ts';
import type { LogRecord } from '../log/records.ts';
import type { ActProgress, IdeaProgress, Progress } from './progress.ts';

/**
 * Folds the log. Each record counts once, by its id, and the order in which records come makes no difference: imports
 * and other tabs bring them in any order.
 */
export function foldLog(records: Iterable<LogRecord>): Omit<Progress, 'complete'> {
  const unique = new Map<string, LogRecord>();
  for (const record of records) unique.set(record.id, record);
  const inTime = [...unique.values()].sort(byTime);
  const acts: Record<string, ActProgress> = {};
  const bets: Record<string, Progress['bets'][string]> = {};
  const memories: Record<string, Record<string, ItemMemory & { readonly idea: string }>> = {};
  const answers: Record<string, number> = {};
  let poll: Progress['poll'] = null;
  for (const record of inTime) {
    switch (record.type) {
      case 'attempt':
        acts[record.payload.act] = addAttempt(acts[record.payload.act], record);
        break;
      case 'answer': {
        const { act, item, idea, score } = record.payload;
        const items = (memories[act] ??= {});
        items[item] = { idea, tries: (items[item]?.tries ?? 0) + 1, lastScore: score, lastAt: record.at };
        answers[idea] = (answers[idea] ?? 0) + 1;
        break;
      }
      case 'bet':
        bets[record.payload.act] = { question: record.payload.question, choice: record.payload.choice, at: record.at };
        break;
      case 'poll':
        poll = { question: record.payload.question, choice: record.payload.choice, at: record.at };
        break;
    }
  }
  return { acts, ideas: standIdeas(memories, answers), history: dropIdeas(memories), bets, poll };
}

/** Oldest first; records of one millisecond by id, so that every device comes to the same order. */
function byTime(a: LogRecord, b: LogRecord): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}

function addAttempt(old: ActProgress | undefined, record: LogRecord<'attempt'>): ActProgress {
  const { outcome, bet } = record.payload;
  const better = old === undefined || outcome.score > old.best.score;
  const settled = bet !== null && bet.right !== null;
  return {
    attempts: (old?.attempts ?? 0) + 1,
    best: better ? { score: outcome.score, series: outcome.series, id: record.id } : old.best,
    lastAttempt: { id: record.id, at: record.at, attempt: record.payload },
    betsSettled: (old?.betsSettled ?? 0) + (settled ? 1 : 0),
    betsRight: (old?.betsRight ?? 0) + (bet?.right === true ? 1 : 0),
  };
}

function standIdeas(
  memories: Readonly<Record<string, Readonly<Record<string, ItemMemory & { readonly idea: string }>>>>,
  answers: Readonly<Record<string, number>>,
): Record<string, IdeaProgress> {
  const items = Object.values(memories).flatMap((of) => Object.values(of));
  return Object.fromEntries(
    Object.entries(answers).map(([idea, count]) => {
      const own = items.filter((item) => item.idea === idea);
      const standing = own.reduce((sum, { lastScore }) => sum + lastScore, 0) / own.length;
      return [idea, { answers: count, standing, settled: own.every(({ lastScore }) => lastScore >= SETTLED) }];
    }),
  );
}

function dropIdeas(
  memories: Readonly<Record<string, Readonly<Record<string, ItemMemory & { readonly idea: string }>>>>,
): Record<string, History> {
  return Object.fromEntries(
    Object.entries(memories).map(([act, items]) => [
      act,
      Object.fromEntries(
        Object.entries(items).map(([item, { tries, lastScore, lastAt }]) => [item, { tries, lastScore, lastAt }]),
      ),
    ]),
  );
}
