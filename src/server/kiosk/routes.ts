import { ClaimSchema, EventSchema, HideSchema, MOST_VISITS_BYTES, VisitsSchema } from '../../wire/kiosk.ts';
import { isUuid } from '../database/uuid.ts';
import { playerOf } from '../players/player-of.ts';
import { Refusal } from '../routing/refusal.ts';
import { ROLES, route, type RateLimit, type Route } from '../routing/route.ts';
import { readBoard } from './board.ts';
import { claimVisit } from './claim.ts';
import { findEvent, findEventOfBoard, putEvent } from './events.ts';
import { hideVisit } from './hide-visit.ts';
import { takeVisits } from './take-visits.ts';

/** Of one kiosk. */
const CALLS: RateLimit = { count: 60, seconds: 60, by: 'caller' };
/** A day without a network is some hundred visits of some 20 kB: delivered within a few minutes. */
const DELIVERIES: readonly RateLimit[] = [
  { count: 30, seconds: 60, by: 'caller' },
  { count: 64 * 1024, of: 'kilobytes', seconds: 86_400, by: 'caller' },
];
/** Several screens of a hall, each every few seconds. */
const BOARDS: RateLimit = { count: 120, seconds: 60, by: 'address' };
/** A hall behind one address; what holds down guessing is `guardGuesses`. */
const CLAIMS: RateLimit = { count: 300, seconds: 60, by: 'address' };

const BOARD_TOKEN = /^Bearer ([A-Za-z0-9_-]{43})$/i;

/** An event's kiosks, its big screen, and its visitors afterwards. */
export const kioskRoutes: readonly Route[] = [
  route({
    method: 'PUT',
    path: '/api/kiosk/event',
    allow: ['kiosk'],
    body: EventSchema,
    limits: [CALLS],
    async handle({ grounds, caller, body }) {
      await putEvent(grounds, playerOf(caller).team, body);
      return {};
    },
  }),

  route({
    method: 'POST',
    path: '/api/kiosk/visits',
    allow: ['kiosk'],
    body: VisitsSchema,
    mostBytes: MOST_VISITS_BYTES,
    limits: DELIVERIES,
    handle: async ({ grounds, caller, body }) => ({ json: await takeVisits(grounds, playerOf(caller), body) }),
  }),

  route({
    method: 'GET',
    path: '/api/kiosk/board',
    allow: ['kiosk'],
    limits: [CALLS],
    async handle({ grounds, caller, query }) {
      const id = query.get('event')?.toLowerCase() ?? '';
      const event = isUuid(id) ? await findEvent(grounds, playerOf(caller).team, id) : null;
      if (event === null) throw new Refusal('notFound');
      return { json: await readBoard(grounds.db, event) };
    },
  }),

  route({
    method: 'POST',
    path: '/api/kiosk/hidden',
    allow: ['kiosk'],
    body: HideSchema,
    limits: [CALLS],
    async handle({ grounds, caller, body }) {
      await hideVisit(grounds, playerOf(caller).team, body);
      return {};
    },
  }),

  // The token of a board is nobody's as far as the guard knows: it opens this, and nothing else.
  route({
    method: 'GET',
    path: '/api/board',
    allow: ['nobody'],
    limits: [BOARDS],
    async handle({ grounds, request }) {
      const token = BOARD_TOKEN.exec(request.headers.get('authorization') ?? '')?.[1];
      const event = token === undefined ? null : await findEventOfBoard(grounds, token);
      if (event === null) throw new Refusal('notSignedIn');
      return { json: await readBoard(grounds.db, event) };
    },
  }),

  // Open to every role: a phone that is signed in as somebody else still has a visitor's code.
  route({
    method: 'POST',
    path: '/api/claims',
    allow: ROLES,
    body: ClaimSchema,
    limits: [CLAIMS],
    handle: async ({ grounds, address, body }) => ({ json: await claimVisit(grounds, address, body) }),
  }),
];
