/** What tests of deliveries begin with: a house with the record routes, and for each test a team, a player and a device. */
import { openLibrary } from '../../../src/server/content/open-library.ts';
import { makeRecordRoutes } from '../../../src/server/records/routes.ts';
import type { StatementsWanted } from '../../../src/server/records/statements-hook.ts';
import type { StoredRecord } from '../../../src/wire/records/read-record.ts';
import { makePlayer, makeTeam, openTestGrounds, type MadePlayer, type TestGrounds } from '../harness/grounds.ts';
import { makeDevice, type TestDevice } from './device.ts';
import { verifyHere } from './verifier-here.ts';

export interface Stand {
  readonly test: TestGrounds;
  /** What statements were wanted for, one entry for each transaction that counted something. */
  readonly stated: readonly StatementsWanted[];
}

export async function openStand(): Promise<Stand> {
  const library = await openLibrary();
  const stated: StatementsWanted[] = [];
  const test = await openTestGrounds({
    routes: makeRecordRoutes(async (_executor, wanted) => void stated.push(wanted)),
    parts: { library, verifier: await verifyHere(library) },
  });
  return { test, stated };
}

export interface Visitor {
  readonly team: string;
  readonly player: MadePlayer;
  readonly device: TestDevice;
}

/** Somebody new in a team of their own; some minutes have passed, so that nobody's limits are used up. */
export async function welcome({ test }: Stand): Promise<Visitor> {
  test.clock.at = new Date(test.clock.at.getTime() + 120_000);
  const team = await makeTeam(test.grounds);
  const player = await makePlayer(test.grounds, { team });
  return { team, player, device: makeDevice(test.grounds.now, player.device) };
}

/** The cheapest record there is. */
export function poll(device: TestDevice, choice: string): StoredRecord {
  return device.write({ type: 'poll', payload: { question: 'how-you-work', choice } });
}
