/** The account at the end: whatever the medium took must be with the server, once and as it was. */
import { setTimeout as wait } from 'node:timers/promises';

import { readKioskRows } from '../../tests/browser/driver/kiosk.ts';
import type { Device } from './device.ts';
import type { SoakGrounds } from './grounds.ts';

/** Longest wait for the last delivery. */
const PATIENCE_MS = 90_000;

export interface Account {
  /** Visits of which the medium said that it has them. */
  readonly kept: number;
  /** Of these, visits that the server has. */
  readonly delivered: number;
  /** Runs that the server played again, and those that it did not believe. */
  readonly runs: number;
  readonly marked: number;
}

/** Delivers what waits and compares. Call in the attract loop. Blames what is lost, doubled or not believed. */
export async function settleVisits(
  device: Device,
  { grounds: { db } }: SoakGrounds,
  blame: (what: string) => void,
): Promise<Account> {
  const until = performance.now() + PATIENCE_MS;
  let waiting = Number.NaN;
  while (performance.now() < until) {
    // A new version may load the page anew meanwhile; then it is asked again.
    waiting = await deliverNow(device).catch(() => Number.NaN);
    if (waiting === 0) break;
    await wait(500);
  }
  if (waiting !== 0) blame(`${waiting} visits still wait for delivery`);
  const [visits, runs] = await Promise.all([
    db.selectFrom('visit').select(['id', 'records']).execute(),
    db.selectFrom('visit_run').select(['visit_id', 'record_id', 'run_hash', 'mark']).execute(),
  ]);
  const there = new Set(visits.map(({ id }) => id));
  for (const id of device.kept.keys()) if (!there.has(id)) blame(`the visit ${id} was kept and has not arrived`);
  for (const { id } of visits) if (!device.kept.has(id)) blame(`the visit ${id} arrived and was never said to be kept`);
  const records = new Map<string, string>();
  for (const { visit_id, record_id } of runs) {
    const other = records.get(record_id);
    if (other !== undefined) blame(`the record ${record_id} is in two visits: ${other} and ${visit_id}`);
    records.set(record_id, visit_id);
  }
  const marked = runs.filter(({ mark }) => mark !== null);
  for (const { visit_id, mark } of marked) blame(`the server does not believe a run of ${visit_id}: ${mark}`);
  return {
    kept: device.kept.size,
    delivered: [...device.kept.keys()].filter((id) => there.has(id)).length,
    runs: runs.length,
    marked: marked.length,
  };
}

/** Tells the page that there is a network. @returns how many visits wait a moment later */
async function deliverNow({ page }: Device): Promise<number> {
  await page.evaluate(() => void dispatchEvent(new Event('online')));
  await wait(1500);
  return (await readKioskRows(page, 'visits')).length;
}
