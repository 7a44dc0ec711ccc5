/** What tests of kiosks begin with: the whole server, and for each test a team, an event and a kiosk. */
import { randomBytes, randomUUID } from 'node:crypto';

import { expect } from 'vitest';

import { openLibrary } from '../../../src/server/content/open-library.ts';
import type { Grounds } from '../../../src/server/grounds.ts';
import { readClaimCode } from '../../../src/server/kiosk/claim-code.ts';
import type { Verifier } from '../../../src/server/records/verifier.ts';
import {
  CLAIM_LETTERS,
  type Board,
  type ClaimAnswer,
  type KioskEvent,
  type Visit,
  type VisitReceipt,
  type VisitsAnswer,
} from '../../../src/wire/kiosk.ts';
import type { StoredRecord } from '../../../src/wire/records/read-record.ts';
import type { Attempt } from '../../../src/wire/records/records.ts';
import { makePlayer, makeTeam, openTestGrounds, type MadePlayer, type TestGrounds } from '../harness/grounds.ts';
import {
  makeDevice,
  playAttempt,
  readAct,
  sitExamination,
  type RunWishes,
  type TestDevice,
} from '../records/device.ts';
import { verifyHere } from '../records/verifier-here.ts';

export const DAY_MS = 86_400_000;
const JSON_TYPE = { 'Content-Type': 'application/json' };

/** The whole server, with checks that need no threads. */
export async function openStand(
  change: (real: Verifier) => Partial<Verifier> = () => ({}),
  parts: Partial<Pick<Grounds, 'trustedProxies' | 'writeStatements'>> = {},
): Promise<TestGrounds> {
  const library = await openLibrary();
  const real = await verifyHere(library);
  return openTestGrounds({ parts: { ...parts, library, verifier: { ...real, ...change(real) } } });
}

export interface Hall {
  readonly team: string;
  readonly kiosk: MadePlayer;
  readonly event: KioskEvent;
}

/** A team with a kiosk, and its event, which has begun; an hour has passed, so that nobody's limits are used up. */
export async function openHall(test: TestGrounds, given: Partial<KioskEvent> = {}): Promise<Hall> {
  test.clock.at = new Date(test.clock.at.getTime() + 3_600_000);
  const team = await makeTeam(test.grounds);
  const kiosk = await makePlayer(test.grounds, { team, kind: 'kiosk', name: 'Hall 1' });
  const event = makeEvent(test, given);
  expect((await putEvent(test, kiosk, event)).status).toBe(204);
  return { team, kiosk, event };
}

/** An event that ends in the evening and is kept for a week. */
export function makeEvent({ clock }: Pick<TestGrounds, 'clock'>, given: Partial<KioskEvent> = {}): KioskEvent {
  return {
    id: randomUUID(),
    name: 'Spring fair',
    endsAt: clock.at.getTime() + 9 * 3_600_000,
    keepDays: 7,
    boardToken: randomBytes(32).toString('base64url'),
    ...given,
  };
}

type Caller = Pick<MadePlayer, 'headers'>;

async function ask(test: TestGrounds, method: string, path: string, caller: Caller, body?: unknown): Promise<Response> {
  const { headers } = caller;
  return test.house.request(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
}

export const putEvent = (test: TestGrounds, caller: Caller, event: unknown): Promise<Response> =>
  ask(test, 'PUT', '/api/kiosk/event', caller, event);

export const hide = (test: TestGrounds, caller: Caller, event: string, visit: string): Promise<Response> =>
  ask(test, 'POST', '/api/kiosk/hidden', caller, { event, visit });

export const askKioskBoard = (test: TestGrounds, caller: Caller, event: string): Promise<Response> =>
  ask(test, 'GET', `/api/kiosk/board?event=${event}`, caller);

/** Sends visits, each as a value or as the text of its JSON. */
export async function sendRaw(
  test: TestGrounds,
  caller: Caller,
  event: string,
  visits: readonly unknown[],
): Promise<Response> {
  const texts = visits.map((visit) => (typeof visit === 'string' ? visit : JSON.stringify(visit)));
  const body = `{"event":"${event}","visits":[${texts.join(',')}]}`;
  return test.house.request('/api/kiosk/visits', { method: 'POST', headers: caller.headers, body });
}

/** The same, and what became of each. */
export async function send(
  test: TestGrounds,
  { kiosk, event }: Pick<Hall, 'kiosk' | 'event'>,
  visits: readonly unknown[],
): Promise<readonly VisitReceipt['status'][]> {
  const answer = await sendRaw(test, kiosk, event.id, visits);
  expect(answer.status, await answer.clone().text()).toBe(200);
  const { receipts } = (await answer.json()) as VisitsAnswer;
  expect(receipts).toHaveLength(visits.length);
  return receipts.map(({ status }) => status);
}

export async function readBoard(test: TestGrounds, { boardToken }: Pick<KioskEvent, 'boardToken'>): Promise<Board> {
  const answer = await test.house.request('/api/board', { headers: { Authorization: `Bearer ${boardToken}` } });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Board;
}

export const askClaim = (test: TestGrounds, code: string, claimer: string, headers = {}): Promise<Response> =>
  ask(test, 'POST', '/api/claims', { headers: { ...JSON_TYPE, ...headers } }, { code, claimer });

export async function claim(test: TestGrounds, code: string, claimer: string, headers = {}): Promise<ClaimAnswer> {
  const answer = await askClaim(test, code, claimer, headers);
  expect(answer.status, await answer.clone().text()).toBe(200);
  return (await answer.json()) as ClaimAnswer;
}

export const makeClaimer = (): string => randomBytes(32).toString('base64url');

export function makeCode(): string {
  const code = Array.from(randomBytes(10), (byte) => CLAIM_LETTERS[byte % 32]).join('');
  expect(readClaimCode(code)).toBe(code);
  return code;
}

let seeds = 0;

/** What a kiosk writes after a run of its cut; every run has a seed of its own. */
export async function playCut(
  device: TestDevice,
  {
    act = 'duck-pond',
    way = {},
    ...wishes
  }: Partial<RunWishes> & { readonly way?: Readonly<Record<string, number>> } = {},
): Promise<ReturnType<TestDevice['write']>> {
  const { file } = await readAct(act);
  const changes = { ...way, ...file.kiosk };
  return device.write({ type: 'attempt', payload: await playAttempt({ act, seed: ++seeds, changes, ...wishes }) });
}

export function sitShort({ grounds }: TestGrounds, device: TestDevice): ReturnType<TestDevice['write']> {
  return device.write({ type: 'examination', payload: sitExamination(grounds.library.bank, ++seeds) });
}

/** A visitor's device: the kiosk's memory while one visitor stands at it. */
export const visitorsDevice = ({ grounds }: TestGrounds): TestDevice => makeDevice(grounds.now);

/** A visit with the records given; by default one run. */
export async function makeVisit(test: TestGrounds, given: Partial<Visit> = {}): Promise<Visit> {
  const at = test.clock.at.getTime();
  return {
    id: randomUUID(),
    name: { language: 'en', first: seeds % 200, second: 7 },
    claim: null,
    startedAt: at - 120_000,
    endedAt: at,
    records: given.records ?? [await playCut(visitorsDevice(test))],
    ...given,
  };
}

export interface RunGiven {
  readonly act?: string;
  readonly score: number;
  readonly at?: number;
}

/** Visits written directly, each with one counted run; for tests of what is shown. @returns their ids */
export async function addVisits(
  { grounds }: TestGrounds,
  { kiosk, event }: Pick<Hall, 'kiosk' | 'event'>,
  runs: readonly RunGiven[],
): Promise<readonly string[]> {
  const { db, now } = grounds;
  const visits = runs.map((run) => ({ id: randomUUID(), run }));
  const times = { started_at: now(), ended_at: now(), received_at: now() };
  const name = JSON.stringify({ language: 'ru', first: 1, second: 2 });
  const of = { event_id: event.id, kiosk_id: kiosk.id };
  for (let from = 0; from < visits.length; from += 1000) {
    const some = visits.slice(from, from + 1000);
    await db
      .insertInto('visit')
      .values(
        some.map(({ id }) => ({ id, ...of, ...times, name, fingerprint: randomBytes(32), records: '[]', claim: null })),
      )
      .execute();
    await db
      .insertInto('visit_run')
      .values(
        some.map(({ id, run: { act = 'duck-pond', score, at = now().getTime() } }) => ({
          visit_id: id,
          record_id: id,
          event_id: event.id,
          act,
          at: new Date(at),
          score,
          run_hash: id,
          mark: null,
          best: true,
        })),
      )
      .execute();
  }
  return visits.map(({ id }) => id);
}

export const scoreOf = ({ payload }: Pick<StoredRecord, 'payload'>): number => (payload as Attempt).outcome.score;

/** What is kept of a visit's runs: the mark of each, in the order of the records. */
export async function readMarks(
  { grounds }: TestGrounds,
  visit: Visit,
): Promise<readonly (string | null | undefined)[]> {
  const rows = await grounds.db.selectFrom('visit_run').selectAll().where('visit_id', '=', visit.id).execute();
  return visit.records.map((record) => rows.find(({ record_id }) => record_id === (record as StoredRecord).id)?.mark);
}

/** Takes a visit home, to see what is handed out. */
export async function takeHome(test: TestGrounds, visit: Visit): Promise<readonly StoredRecord[]> {
  const answer = await claim(test, visit.claim ?? '', makeClaimer());
  if (answer.status !== 'here') throw new Error(answer.status);
  return answer.records as readonly StoredRecord[];
}
