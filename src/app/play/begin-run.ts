/** A run to be played: the unfinished one where there is one, otherwise a new one on a new seed. */
import { Session } from '../../kernel/session.ts';
import { startRun } from '../../kernel/run.ts';
import type { ActRules } from '../../kernel/act-rules.ts';
import type { BetPlaced } from '../../player/index.ts';
import { loadActFile, type ActFile } from '../acts.ts';
import { player } from '../player.ts';
import { findWay } from './chosen-way.ts';
import { chooseParameters } from './ways.ts';

export interface BegunRun {
  readonly session: Session;
  readonly file: ActFile;
  readonly bet: BetPlaced | null;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Slowest pace used so far, 0.5 to 1. */
  readonly slowest: number;
  readonly resumed: boolean;
}

/** `?seed=<n>` in the address fixes every new run's seed, for tests and for talking about the same stage. */
export function chooseSeed(): number {
  const asked = Number(new URLSearchParams(location.search).get('seed') ?? Number.NaN);
  if (Number.isSafeInteger(asked) && asked >= 0) return asked;
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
}

/** Brings the unfinished run back to the tick at which it stopped, or begins a new one with the bet and the way of the playbill. */
export async function beginRun({ act }: ActRules): Promise<BegunRun> {
  const [draft, file] = await Promise.all([player.drafts.load(act), loadActFile(act.id), player.ready]);
  if (draft && !draft.session.isOver) {
    const slowest = Number(draft.notes['slowest'] ?? 1);
    return { session: draft.session, file, bet: draft.bet, startedAt: draft.startedAt, slowest, resumed: true };
  }
  const { acts, bets } = player.progress.getState();
  const placed = bets[act.id];
  const bet = placed ? { question: placed.question, choice: placed.choice, right: null } : null;
  const parameters = chooseParameters(file, findWay(act.id, file), acts[act.id] !== undefined);
  const run = startRun(act, act.parseParameters(parameters), chooseSeed());
  return { session: new Session(run), file, bet, startedAt: Date.now(), slowest: 1, resumed: false };
}
