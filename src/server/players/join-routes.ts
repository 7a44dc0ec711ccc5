import { JoinSchema, LookSchema, SecondSchema } from '../../wire/joining.ts';
import { ROLES, route, type RateLimit, type Route } from '../routing/route.ts';
import { tryCode } from './guesses.ts';
import { joinByCode, joinSecond, lookAtCode } from './join.ts';

/** A class of thirty behind one address joins within a minute; what holds down guessing is `tryCode`. */
const LIMITS: readonly RateLimit[] = [{ count: 300, seconds: 60, by: 'address' }];

/** Open to every role: whoever holds a code may use it, also on a device that plays in another team already. */
export const joinRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/api/join/look',
    allow: ROLES,
    body: LookSchema,
    limits: LIMITS,
    async handle({ grounds, body, address }) {
      return { json: await tryCode(grounds, address, () => lookAtCode(grounds, body.code)) };
    },
  }),

  route({
    method: 'POST',
    path: '/api/join',
    allow: ROLES,
    body: JoinSchema,
    limits: LIMITS,
    async handle({ grounds, body, address }) {
      const wanted = { ...body, device: body.device.toLowerCase() };
      return { status: 201, json: await tryCode(grounds, address, () => joinByCode(grounds, wanted)) };
    },
  }),

  route({
    method: 'POST',
    path: '/api/join/second',
    allow: ROLES,
    body: SecondSchema,
    limits: LIMITS,
    async handle({ grounds, body, address }) {
      const device = body.device.toLowerCase();
      return { status: 201, json: await tryCode(grounds, address, () => joinSecond(grounds, device, body.by)) };
    },
  }),
];
