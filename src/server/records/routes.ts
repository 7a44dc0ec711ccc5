import { DeliverySchema, MOST_BATCH_BYTES } from '../../wire/delivery.ts';
import { Refusal } from '../routing/refusal.ts';
import { route, type Caller, type Route } from '../routing/route.ts';
import { deliver, type Deliverer } from './deliver.ts';
import { readRecordsPage } from './records-page.ts';
import { writeNoStatements, type WriteStatements } from './statements-hook.ts';

/** Deliveries of one device in a minute: one batch a second, and then it may well wait. */
const DELIVERIES = { count: 60, seconds: 60, by: 'caller' } as const;
/**
 * And in a day, 64 MB: a thousand long runs, or the log of a year of play. Beyond it the device waits for tomorrow. Results
 * that do not count are kept too, so without it one person with a team's code could fill the disk.
 */
const DELIVERED = { count: 64 * 1024, of: 'kilobytes', seconds: 86_400, by: 'caller' } as const;
const PAGES = { count: 120, seconds: 60, by: 'caller' } as const;

/** What a device that plays sends and fetches. A test may give its own writer instead of the one of the grounds. */
export function makeRecordRoutes(writeStatements?: WriteStatements): readonly Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/deliveries',
      allow: ['player', 'kiosk'],
      body: DeliverySchema,
      mostBytes: MOST_BATCH_BYTES,
      limits: [DELIVERIES, DELIVERED],
      handle: async ({ grounds, caller, body }) => ({
        json: await deliver(
          grounds,
          readDeliverer(caller),
          body,
          writeStatements ?? grounds.writeStatements ?? writeNoStatements,
        ),
      }),
    }),
    route({
      method: 'GET',
      path: '/api/records',
      allow: ['player'],
      limits: [PAGES],
      handle: async ({ grounds, caller, query }) => ({
        json: await readRecordsPage(grounds.db, readDeliverer(caller).player, readAfter(query.get('after'))),
      }),
    }),
  ];
}

export const recordRoutes: readonly Route[] = makeRecordRoutes();

function readDeliverer(caller: Caller): Deliverer {
  if (caller.role === 'player' || caller.role === 'kiosk') return caller;
  throw new Refusal('notAllowed');
}

function readAfter(text: string | null): number {
  if (text === null) return 0;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new Refusal('badRequest', 'after must be a whole number');
}
