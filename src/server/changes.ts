/** News between parts and between instances, over the signals of the database. */
import type { Logger } from 'pino';

import type { LiveChange } from '../wire/team.ts';
import type { Signals } from './database/database.ts';
import type { Changes } from './grounds.ts';

/** News are gathered this long before they are sent: a delivery of fifty records is one call to the database. */
const GATHER_MS = 40;

export interface OpenChanges extends Changes {
  /** Sends what is waiting and hears no more. */
  close(): Promise<void>;
}

type Listener = (change: LiveChange) => void;

/** @param now the server's clock */
export function openChanges(signals: Signals, log: Logger, now: () => Date): OpenChanges {
  const watchers = new Map<string, Set<Listener>>();
  let waiting: string[] = [];
  let sending: Promise<void> | undefined;

  const call = (change: LiveChange): void => {
    for (const listener of watchers.get(change.team) ?? []) {
      try {
        listener(change);
      } catch (error) {
        log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'a listener of changes stumbled');
      }
    }
  };
  const stop = signals.hear(
    (text) => {
      const change = readChange(text);
      if (change !== undefined) call(change);
    },
    // Nobody knows what was missed: every watched team is told that something may have changed.
    () => {
      for (const team of watchers.keys()) call({ team, player: '', what: 'run', at: now().toISOString() });
    },
  );

  const sendSoon = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
    const texts = waiting;
    waiting = [];
    sending = undefined;
    try {
      await signals.send([...new Set(texts)]);
    } catch (error) {
      // Results are safe in the database; a live page misses one refresh.
      log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'changes could not be told');
    }
  };

  return {
    tell(change) {
      waiting.push(JSON.stringify(change));
      sending ??= sendSoon();
      return sending;
    },
    watch(team, listener) {
      const own: Listener = (change) => listener(change);
      const ofTeam = watchers.get(team) ?? new Set();
      watchers.set(team, ofTeam.add(own));
      return () => {
        ofTeam.delete(own);
        if (ofTeam.size === 0 && watchers.get(team) === ofTeam) watchers.delete(team);
      };
    },
    async close() {
      await sending;
      stop();
      watchers.clear();
    },
  };
}

/** Another instance may be of another version: what cannot be read is passed over. */
function readChange(text: string): LiveChange | undefined {
  try {
    const read = JSON.parse(text) as Partial<LiveChange> | null;
    return typeof read?.team === 'string' && typeof read.what === 'string' ? (read as LiveChange) : undefined;
  } catch {
    return undefined;
  }
}
