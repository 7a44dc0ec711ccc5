import type { LogRecord } from '../../wire/records/records.ts';
import { Memory } from './memory.ts';
import type { ActProgress, ExaminationProgress, Progress, Review } from './progress.ts';

/**
 * Folds the log. Each record counts once, by its id, and the order in which records come makes no difference: imports
 * and other tabs bring them in any order.
 */
export function foldLog(records: Iterable<LogRecord>): Omit<Progress, 'complete'> {
  const unique = new Map<string, LogRecord>();
  for (const record of records) unique.set(record.id, record);
  const acts: Record<string, ActProgress> = {};
  const bets: Record<string, Progress['bets'][string]> = {};
  const debriefs: Record<string, Memory> = {};
  const reviews: Record<string, Review[]> = {};
  const examinations: ExaminationProgress[] = [];
  const all = new Memory();
  let poll: Progress['poll'] = null;
  for (const record of [...unique.values()].sort(byTime)) {
    const { at } = record;
    switch (record.type) {
      case 'attempt':
        acts[record.payload.act] = addAttempt(acts[record.payload.act], record);
        break;
      case 'answer': {
        const { act, item, idea, score, round, tookMs } = record.payload;
        all.add(item, idea, score, at);
        if (act !== null) (debriefs[act] ??= new Memory()).add(item, idea, score, at);
        if (round === 1) (reviews[idea] ??= []).push({ at, score, tookMs });
        break;
      }
      case 'examination':
        for (const { item, idea, score, tookMs } of record.payload.answers) {
          all.add(item, idea, score, at);
          (reviews[idea] ??= []).push({ at, score, tookMs });
        }
        examinations.push({ id: record.id, at, result: record.payload.result });
        break;
      case 'bet':
        bets[record.payload.act] = { question: record.payload.question, choice: record.payload.choice, at };
        break;
      case 'poll':
        poll = { question: record.payload.question, choice: record.payload.choice, at };
        break;
    }
  }
  return {
    acts,
    ideas: all.standIdeas(),
    history: all.history(),
    debriefs: Object.fromEntries(Object.entries(debriefs).map(([act, memory]) => [act, memory.history()])),
    reviews,
    examinations,
    bets,
    poll,
  };
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
