/** Puts the table of routes into the house: every check of a row runs before its handler. */
import { randomBytes } from 'node:crypto';

import type { Context, Hono } from 'hono';

import type { Grounds } from '../grounds.ts';
import type { Guard } from '../guard/types.ts';
import { tellError } from '../log.ts';
import { answerRefusal, toRefusal } from './answer-error.ts';
import { readBody } from './read-body.ts';
import { Refusal } from './refusal.ts';
import type { Reply, Route } from './route.ts';

export interface MountOptions {
  readonly grounds: Grounds;
  readonly guard: Guard;
  readonly routes: readonly Route[];
}

/** Names one call in the log and in the answer, so that somebody who met an error can say which. */
const TRACE = 'Trace-Id';
/** W3C Trace Context: a proxy or a browser may have named the call already. */
const TRACEPARENT = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/**
 * Answers `/api/…`: each route's checks (guard, size and form of the body), then its handler. What a handler throws
 * becomes a refusal; what was not meant to be thrown is logged without what was sent.
 */
export function mount(house: Hono, { grounds, guard, routes }: MountOptions): void {
  for (const row of routes) {
    if (!row.path.startsWith('/api/')) throw new Error(`The route ${row.path} does not begin with /api/.`);
    house.on(row.method, row.path, (context) => answerCall(context, row));
  }
  house.all('/api/*', () => answerRefusal(new Refusal('notFound')));

  async function answerCall(context: Context, row: Route): Promise<Response> {
    const began = performance.now();
    const trace = TRACEPARENT.exec(context.req.header('traceparent') ?? '')?.[1] ?? randomBytes(16).toString('hex');
    const answer = await tryCall(context, row, trace);
    answer.headers.set('Cache-Control', 'no-store');
    answer.headers.set(TRACE, trace);
    grounds.log.info(
      { trace, method: row.method, route: row.path, status: answer.status, ms: Math.round(performance.now() - began) },
      'call',
    );
    return answer;
  }

  async function tryCall(context: Context, row: Route, trace: string): Promise<Response> {
    try {
      const request = context.req.raw;
      const params = context.req.param() as Readonly<Record<string, string>>;
      const { caller, address } = await guard.admit(grounds, { route: row, params, request, peer: findPeer(context) });
      const body = row.body === undefined ? undefined : await readBody(request, row.body, row.mostBytes);
      const query = new URL(request.url).searchParams;
      return toResponse(await row.handle({ grounds, caller, params, query, body, request, address }));
    } catch (error) {
      const refusal = toRefusal(error);
      if (refusal !== error)
        grounds.log[refusal.code === 'stumbled' ? 'error' : 'warn'](
          { trace, method: row.method, route: row.path, error: tellError(error) },
          refusal.code,
        );
      return answerRefusal(refusal);
    }
  }
}

/** The address at the other end of the connection; none when the house is asked without a socket. */
function findPeer(context: Context): string | undefined {
  const env = context.env as
    | { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } }
    | undefined;
  return env?.incoming?.socket?.remoteAddress;
}

function toResponse(reply: Reply): Response {
  // A response that was made elsewhere may have headers that cannot be set.
  if (reply instanceof Response) return new Response(reply.body, reply);
  const { status = reply.json === undefined ? 204 : 200, json } = reply;
  return json === undefined ? new Response(null, { status }) : Response.json(json, { status });
}
