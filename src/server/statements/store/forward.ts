/** Empties the outbox into the store: at least once, for as long as the server runs. */
import type { Grounds } from '../../grounds.ts';
import { tellError } from '../../log.ts';
import { claimDue, LEASE_MS, MOST_AT_ONCE, settle } from './outbox.ts';
import { ANSWER_MS, type Line } from './send.ts';
import type { StoreSettings } from './store-settings.ts';
import { sendApart } from './take-apart.ts';

/** Between two looks at an empty outbox. */
const LOOK_MS = 5_000;
/** First and longest limit of the rest after a failure. */
const FIRST_REST_MS = 1_000;
const MOST_REST_MS = 15 * 60 * 1000;
/** Of the lease, how long statements are sent: the last request may still take its time. */
const SENDING_MS = LEASE_MS - 2 * ANSWER_MS;

export interface ForwardOptions {
  readonly fetch?: typeof globalThis.fetch;
  readonly random?: () => number;
  readonly answerMs?: number;
  readonly lookMs?: number;
  readonly firstRestMs?: number;
}

type Standing = Pick<Grounds, 'db' | 'log' | 'now'>;

/** What one round came to: whether there may be more at once, or how long to rest at least. */
export type Round =
  | { readonly kind: 'empty' }
  | { readonly kind: 'more' }
  | { readonly kind: 'away'; readonly status: number | null; readonly restMs: number };

/** Sends what is due, at most fifty. Rejects when the database does. */
export async function forwardOnce({ db, log, now }: Standing, line: Line): Promise<Round> {
  const claimed = await claimDue(db, now());
  if (claimed.length === 0) return { kind: 'empty' };
  const fate = await sendApart(line, claimed, new Date(now().getTime() + SENDING_MS));
  const { sent, setAside } = await settle(db, claimed, fate, now());
  log.info({ sent, setAside, again: claimed.length - sent - setAside }, 'statements');
  if (fate.away !== null) return { kind: 'away', status: fate.away.status, restMs: fate.away.restMs };
  if (sent === 0 && fate.refused.length > 0)
    return { kind: 'away', status: fate.refused[0]?.status ?? null, restMs: 0 };
  return { kind: claimed.length < MOST_AT_ONCE ? 'empty' : 'more' };
}

/** The rest after n failures in a row: anything up to a limit that doubles, so that instances do not come together. */
export function chooseRest(failures: number, random: () => number, firstMs = FIRST_REST_MS): number {
  return random() * Math.min(MOST_REST_MS, firstMs * 2 ** Math.min(failures, 30));
}

/** Starts it. @returns the way to stop, which cuts a request short and gives back what was claimed */
export function startForwarding(
  grounds: Standing,
  store: StoreSettings,
  {
    fetch = globalThis.fetch,
    random = Math.random,
    answerMs = ANSWER_MS,
    lookMs = LOOK_MS,
    firstRestMs,
  }: ForwardOptions = {},
): () => Promise<void> {
  const { log, now } = grounds;
  const stopped = new AbortController();
  const line: Line = { store, fetch, now, answerMs, signal: stopped.signal };

  const work = async (): Promise<void> => {
    let failures = 0;
    while (!stopped.signal.aborted) {
      const round = await tryRound();
      if (round.kind === 'more') {
        failures = 0;
        continue;
      }
      if (round.kind === 'empty') {
        failures = 0;
        await sleep(lookMs, stopped.signal);
        continue;
      }
      const rest = Math.max(round.restMs, chooseRest(failures, random, firstRestMs));
      failures++;
      if (!stopped.signal.aborted)
        log.warn({ status: round.status, failures, seconds: Math.round(rest / 1000) }, 'statements must wait');
      await sleep(rest, stopped.signal);
    }
  };
  const tryRound = async (): Promise<Round> => {
    try {
      return await forwardOnce(grounds, line);
    } catch (error) {
      log.error({ error: tellError(error) }, 'statements could not be forwarded');
      return { kind: 'away', status: null, restMs: 0 };
    }
  };
  const working = work();
  return async () => {
    stopped.abort();
    await working;
  };
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
