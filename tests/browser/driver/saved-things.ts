import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright-core';

import { act } from '../../../src/acts/duck-pond/rules/index.ts';
import { makeBot, recordBot } from '../../../src/kernel/play-bot.ts';
import { advanceRun, outcomeOf, startRun, type Run } from '../../../src/kernel/run.ts';
import { DRAFT_FORMAT, type Draft } from '../../../src/player/drafts/draft.ts';
import { hashPayload } from '../../../src/player/log/canonical.ts';
import { DATABASE } from '../../../src/player/log/database.ts';
import { currentSchema, LADDERS } from '../../../src/player/log/migrate.ts';
import { recordRun } from '../../../src/player/log/record-run.ts';
import type { StoredRecord } from '../../../src/player/log/read-record.ts';
import type { Payloads, RecordType } from '../../../src/player/log/records.ts';

const DEVICE = '01890000-0000-7000-8000-00000000d0cc';
/** A quarter past noon on a day in June: saved things are the same on every run. */
const NOON = Date.UTC(2026, 5, 1, 12, 15);

const file = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', '..', 'levels', 'duck-pond', 'act.json'), 'utf8'),
) as { readonly parameters: Readonly<Record<string, number>> };

/** The act's parameters as the game plays them, some of them changed. */
export function pondParameters(changed: Readonly<Record<string, number>> = {}): ReturnType<typeof act.parseParameters> {
  return act.parseParameters({ ...file.parameters, ...changed });
}

/** The id of the n-th record of a log. */
export const recordId = (n: number): string => `01890000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** The n-th record of a log, as it lies on a device. */
export function makeRecord<Type extends RecordType>(n: number, type: Type, payload: Payloads[Type]): StoredRecord {
  const at = NOON + n * 60_000;
  // Through JSON once, as the game keeps it: what is undefined is gone.
  const kept: unknown = JSON.parse(JSON.stringify(payload));
  return {
    id: recordId(n),
    device: DEVICE,
    seq: n,
    type,
    schema: currentSchema(LADDERS[type]),
    payload: kept,
    payloadHash: hashPayload(kept),
    at,
  };
}

/** The record of an attempt that a bot played. */
export function makeAttempt(n: number, bot: string, seed: number): StoredRecord {
  const run = recordBot(act, pondParameters(), seed, bot);
  return makeRecord(n, 'attempt', {
    act: act.id,
    replay: recordRun(run as unknown as Run),
    outcome: outcomeOf(run as unknown as Run),
    bet: { question: 'most-ducks', choice: 'scatterAndGlue', right: true },
    startedAt: NOON,
    endedAt: NOON + 180_000,
    input: 'keyboard',
    speed: 1,
    assists: [],
  });
}

/** An unfinished run: a bot played it up to a tick. */
export function makeDraft(
  bot: string,
  seed: number,
  untilTick: number,
  changed: Readonly<Record<string, number>> = {},
): Draft {
  const parameters = pondParameters(changed);
  const run = startRun(act, parameters, seed);
  const player = makeBot(act, bot, seed);
  while (act.tick(run.state) < untilTick && !act.isOver(run.state)) advanceRun(run, player.decide(run.state));
  return {
    format: DRAFT_FORMAT,
    act: act.id,
    replay: recordRun(run) as Draft['replay'],
    bet: null,
    startedAt: NOON,
    notes: { slowest: 1 },
    savedAt: NOON,
  };
}

/** What to put into which store of the game's database. */
export interface SavedThings {
  readonly records?: readonly unknown[];
  readonly drafts?: readonly unknown[];
}

/**
 * Puts things into the game's database behind its back. The game makes its stores first; then the page stands on an
 * address where no game runs.
 */
export async function laySaved(page: Page, address: string, things: SavedThings): Promise<void> {
  await page.goto(`${address}/campaign`);
  await page.locator('h1').first().waitFor();
  await page.evaluate(waitForStores, DATABASE);
  await page.goto(`${address}/healthz`);
  await page.evaluate(
    async ([name, stores]) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('cannot be opened')));
      });
      const names = Object.keys(stores);
      const transaction = database.transaction(names, 'readwrite');
      for (const store of names) for (const row of stores[store] ?? []) transaction.objectStore(store).put(row);
      await new Promise((resolve, reject) => {
        transaction.addEventListener('complete', resolve);
        transaction.addEventListener('error', () => reject(transaction.error ?? new Error('cannot be written')));
      });
      database.close();
    },
    [DATABASE, things as Record<string, readonly unknown[]>] as const,
  );
}

/**
 * In the page: waits until the game has made its database. It is looked for by name first, since opening one that is
 * not there would make an empty one; and opening waits until whoever makes it is done.
 */
async function waitForStores(name: string): Promise<void> {
  for (;;) {
    const all = await indexedDB.databases();
    if (all.some((each) => each.name === name)) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.addEventListener('success', () => {
      const made = request.result.objectStoreNames.length > 0;
      request.result.close();
      if (made) resolve();
      else reject(new Error('the game made a database without stores'));
    });
    request.addEventListener('error', () => reject(request.error ?? new Error('cannot be opened')));
  });
}

/** Reads everything in a store of the game's database; call it where no game runs, or where reading does no harm. */
export function readStore(page: Page, store: string): Promise<unknown[]> {
  return page.evaluate(
    async ([name, from]) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('cannot be opened')));
      });
      const request = database.transaction(from).objectStore(from).getAll();
      const rows = await new Promise<unknown[]>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result as unknown[]));
        request.addEventListener('error', () => reject(request.error ?? new Error('cannot be read')));
      });
      database.close();
      return rows;
    },
    [DATABASE, store] as const,
  );
}
