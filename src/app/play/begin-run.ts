/** A run to be played: the unfinished one where there is one, otherwise a new one on a new seed. */
import { Session } from '../../kernel/session.ts';
import { startRun } from '../../kernel/run.ts';
import type { ActRules } from '../../kernel/act-rules.ts';
import type { BetPlaced } from '../../player/index.ts';
import { loadActFile } from '../acts.ts';
import { player } from '../player.ts';

export interface BegunRun {
  readonly session: Session;
  readonly bet: BetPlaced | null;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Slowest pace used so far, 0.5 to 1. */
  readonly slowest: number;
  readonly resumed: boolean;
}

/** `?seed=<n>` in the address fixes every new run's seed, for tests and for talking about the same pond. */
export function chooseSeed(): number {
  const asked = Number(new URLSearchParams(location.search).get('seed') ?? Number.NaN);
  if (Number.isSafeInteger(asked) && asked >= 0) return asked;
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
}

/** Brings the unfinished run back to the tick at which it stopped, or begins a new one with the bet of the playbill. */
export async function beginRun({ act }: ActRules): Promise<BegunRun> {
  const [draft, file] = await Promise.all([player.drafts.load(act), loadActFile(act.id), player.ready]);
  if (draft && !draft.session.isOver) {
    const slowest = Number(draft.notes['slowest'] ?? 1);
    return { session: draft.session, bet: draft.bet, startedAt: draft.startedAt, slowest, resumed: true };
  }
  const placed = player.progress.getState().bets[act.id];
  const bet = placed ? { question: placed.question, choice: placed.choice, right: null } : null;
  const run = startRun(act, act.parseParameters(file.parameters), chooseSeed());
  return { session: new Session(run), bet, startedAt: Date.now(), slowest: 1, resumed: false };
}
