import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright-core';

import { act as province } from '../../../src/acts/air-before-infantry/rules/index.ts';
import { act as road } from '../../../src/acts/blind-and-lame/rules/index.ts';
import { act as pond } from '../../../src/acts/duck-pond/rules/index.ts';
import type { Act } from '../../../src/kernel/act.ts';
import { makeBot, recordBot } from '../../../src/kernel/play-bot.ts';
import { advanceRun, outcomeOf, startRun, type Run } from '../../../src/kernel/run.ts';
import { DRAFT_FORMAT, type Draft } from '../../../src/player/drafts/draft.ts';
import { hashPayload } from '../../../src/wire/records/canonical.ts';
import { DATABASE } from '../../../src/player/log/database.ts';
import { currentSchema, LADDERS } from '../../../src/wire/records/migrate.ts';
import { recordRun } from '../../../src/wire/records/record-run.ts';
import type { StoredRecord } from '../../../src/wire/records/read-record.ts';
import type { Payloads, RecordType } from '../../../src/wire/records/records.ts';

const DEVICE = '01890000-0000-7000-8000-00000000d0cc';
/** A quarter past noon on a day in June: saved things are the same on every run. */
const NOON = Date.UTC(2026, 5, 1, 12, 15);

/** The acts of which things can be saved here. They are held as acts like any other. */
const ACTS = {
  'duck-pond': pond as unknown as Act,
  'blind-and-lame': road as unknown as Act,
  'air-before-infantry': province as unknown as Act,
};
export type SavedAct = keyof typeof ACTS;

/** What a saved run is of: the pond, played as the game plays it, unless told otherwise. */
export interface SavedRun {
  readonly act?: SavedAct;
  /** Parameters that are not those of the game. */
  readonly changed?: Readonly<Record<string, number>>;
  /** What is asked for at the end of an unfinished run, one intent a tick; then a second goes by. */
  readonly lastly?: (state: unknown) => readonly unknown[];
}

/** An act, and its parameters as the game plays them, some of them changed. */
function findAct({ act: id = 'duck-pond', changed = {} }: SavedRun): {
  readonly act: Act;
  readonly parameters: unknown;
} {
  const act = ACTS[id];
  const path = join(import.meta.dirname, '..', '..', '..', 'levels', id, 'act.json');
  const { parameters } = JSON.parse(readFileSync(path, 'utf8')) as { parameters: Readonly<Record<string, number>> };
  return { act, parameters: act.parseParameters({ ...parameters, ...changed }) };
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

/** The record of an attempt that a bot played, with a bet that came true. */
export function makeAttempt(n: number, bot: string, seed: number, saved: SavedRun = {}): StoredRecord {
  const { act, parameters } = findAct(saved);
  return recordAttempt(n, recordBot(act, parameters, seed, bot), bot);
}

/** The record of an attempt at which each of the intents was asked for, one every ten seconds, and then nothing more. */
export function makeAttemptByHand(n: number, intents: readonly unknown[], seed: number, saved: SavedRun): StoredRecord {
  const { act, parameters } = findAct(saved);
  const run: Run = startRun(act, parameters, seed);
  for (const intent of intents) {
    for (let tick = 0; tick < 10 * act.ticksPerSecond; tick++) advanceRun(run, []);
    advanceRun(run, [intent]);
  }
  while (!act.isOver(run.state)) advanceRun(run, []);
  return recordAttempt(n, run, 'equal');
}

function recordAttempt(n: number, run: Run, choice: string): StoredRecord {
  return makeRecord(n, 'attempt', {
    act: run.act.id,
    replay: recordRun(run),
    outcome: outcomeOf(run),
    bet: { question: 'bet', choice, right: true },
    startedAt: NOON,
    endedAt: NOON + 180_000,
    input: 'keyboard',
    speed: 1,
    assists: [],
  });
}

/** An unfinished run: a bot played it up to a tick, or until the state is as wanted. */
export function makeDraft(
  bot: string,
  seed: number,
  until: number | ((state: unknown) => boolean),
  saved: SavedRun = {},
): Draft {
  const { act, parameters } = findAct(saved);
  const run: Run = startRun(act, parameters, seed);
  const player = makeBot(act, bot, seed);
  const isThere = typeof until === 'number' ? (state: unknown) => act.tick(state) >= until : until;
  while (!isThere(run.state) && !act.isOver(run.state)) advanceRun(run, player.decide(run.state));
  const last = saved.lastly?.(run.state) ?? [];
  for (const intent of last) advanceRun(run, [intent]);
  for (let n = 0; last.length > 0 && n < act.ticksPerSecond; n++) advanceRun(run, []);
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

/** Reads everything in a store of the game's (or another) database; call it where no game runs, or where reading does no harm. */
export function readStore(page: Page, store: string, database = DATABASE): Promise<unknown[]> {
  return page.evaluate(
    async ([name, from]) => {
      const opened = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('cannot be opened')));
      });
      const request = opened.transaction(from).objectStore(from).getAll();
      const rows = await new Promise<unknown[]>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result as unknown[]));
        request.addEventListener('error', () => reject(request.error ?? new Error('cannot be read')));
      });
      opened.close();
      return rows;
    },
    [database, store] as const,
  );
}
