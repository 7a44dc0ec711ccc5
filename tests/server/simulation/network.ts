/** The line between devices and the server: it loses, repeats, delays and overtakes, and proxies on it say things. */
import type { Surroundings } from '../../../src/player/index.ts';
import type { DeliveryAnswer, DeliveryReceipt } from '../../../src/wire/delivery.ts';
import type { Faults } from './faults.ts';
import type { SimulatedServer } from './server.ts';
import type { World } from './world.ts';

/** As long as the client's, in milliseconds. */
const PATIENCE_MS = 20_000;

export interface Network {
  /** A line for one tab; nothing comes back to a tab that is no more. */
  readonly lineFor: (name: string, isDead: () => boolean) => NonNullable<Surroundings['fetch']>;
  /** Every receipt that the server gave, whether or not it arrived. */
  readonly given: readonly DeliveryReceipt[];
  /** Requests that were sent, and those that have not come to the server's end yet, also of tabs that are no more. */
  readonly count: { requests: number; underWay: number };
}

export function layNetwork(world: World, server: SimulatedServer, faults: () => Faults): Network {
  const given: DeliveryReceipt[] = [];
  const count = { requests: 0, underWay: 0 };

  async function askServer(
    path: string,
    init: RequestInit,
    name: string,
    isDead: () => boolean,
  ): Promise<Response | null> {
    count.underWay++;
    try {
      return await arrive(path, init, name, isDead);
    } finally {
      count.underWay--;
    }
  }

  async function arrive(
    path: string,
    init: RequestInit,
    name: string,
    isDead: () => boolean,
  ): Promise<Response | null> {
    await world.wait(world.unit() * faults().slowest, `${name} request arrives ${init.method} ${bare(path)}`);
    // A joining makes a token, so one that comes a second time voids the first one's: nobody repeats it but a person.
    if (isDead() && isJoining(path)) return null;
    const answer = await server.ask(path, init);
    if (answer === null) return null;
    const text = await answer.text();
    world.trace.push(`answered ${answer.status}`);
    if (path === '/api/deliveries' && answer.ok) given.push(...(JSON.parse(text) as DeliveryAnswer).receipts);
    return new Response(answer.status === 204 ? null : text, { status: answer.status, headers: answer.headers });
  }

  const lineFor: Network['lineFor'] = (name, isDead) => (path, init) => {
    if (isDead()) return never();
    count.requests++;
    const reply = carry(name, isDead, path, init);
    // Whoever joins waits for the answer; nobody else is so patient. What is sent goes on alone.
    if (isJoining(path)) return reply;
    reply.catch(() => undefined);
    const tooLong = world.wait(PATIENCE_MS, `${name} has waited`).then(() => {
      if (isDead()) return never();
      throw new DOMException('too long', 'TimeoutError');
    });
    return Promise.race([reply, tooLong]);
  };

  const carry = async (name: string, isDead: () => boolean, path: string, init: RequestInit): Promise<Response> => {
    const now = faults();
    const breaks = async (why: string): Promise<Response> => {
      await world.wait(world.unit() * PATIENCE_MS, `${name} ${why}`);
      return isDead() ? never() : Promise.reject(new TypeError(why));
    };
    if (world.chance(now.dropRequest)) return breaks('request lost');
    if (world.chance(now.hotel)) {
      await world.wait(world.unit() * now.slowest, `${name} meets a hotel`);
      return isDead() ? never() : new Response('<h1>Log in</h1>', { headers: { 'content-type': 'text/html' } });
    }
    if (world.chance(now.busyBefore)) {
      await world.wait(world.unit() * now.slowest, `${name} meets a busy proxy`);
      return isDead() ? never() : new Response('busy', { status: 503, headers: { 'retry-after': '3' } });
    }
    // The twin arrives before or after, and nobody waits for its answer.
    if (!isJoining(path) && world.chance(now.duplicate)) void askServer(path, init, `${name} twin`, isDead);
    const answer = await askServer(path, init, name, isDead);
    if (answer === null) return breaks('connection reset');
    if (world.chance(now.dropAnswer)) return breaks('answer lost');
    await world.wait(world.unit() * now.slowest, `${name} answer arrives`);
    if (isDead()) return never();
    return world.chance(now.busyAfter) ? new Response('bad gateway', { status: 502 }) : answer;
  };
  return { lineFor, given, count };
}

function isJoining(path: string): boolean {
  return path.startsWith('/api/join');
}

/** Without what differs between two stories that are the same. */
function bare(path: string): string {
  return path.replace(/\?.*$/, '').replace(/[0-9a-f-]{36}/g, ':id');
}

function never(): Promise<Response> {
  return new Promise(() => undefined);
}
