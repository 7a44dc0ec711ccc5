/** The real server on a real embedded database, whose process can end between any two of its queries. */
import type { Hono } from 'hono';
import { pino } from 'pino';

import type { Library } from '../../../src/server/content/library.ts';
import { overSession } from '../../../src/server/database/embedded/over-session.ts';
import type { Session, SessionAnswer, WireValue } from '../../../src/server/database/embedded/session.ts';
import type { Grounds } from '../../../src/server/grounds.ts';
import { buildHouse } from '../../../src/server/house.ts';
import { makeKeyRing } from '../../../src/server/keys.ts';
import { playerRoutes } from '../../../src/server/players/routes.ts';
import { recordRoutes } from '../../../src/server/records/routes.ts';
import type { Verifier } from '../../../src/server/records/verifier.ts';
import type { Faults } from './faults.ts';
import type { World } from './world.ts';

/** What does not change from seed to seed. */
export interface Ground {
  /** The database's own session, without faults. */
  readonly session: Session;
  readonly library: Library;
  readonly verifier: Verifier;
}

const WRITING = /^\s*(insert|update|delete)/i;
const ORIGIN = 'http://localhost:8787';
/** The database is never waited for in real time; a wait so long is a deadlock. */
const WAIT_MS = 120_000;

/** Thrown by the database when its disk is full. */
function diskFull(): Error {
  return Object.assign(new Error('could not extend file: No space left on device'), { code: '53100' });
}

export class SimulatedServer {
  readonly #world: World;
  readonly #ground: Ground;
  readonly #faults: () => Faults;
  #house: Hono;
  grounds: Grounds;
  #life = 0;
  #isInTransaction = false;
  /** Requests of this life; when it ends, nobody answers them. */
  #open = new Set<() => void>();
  crashes = 0;

  constructor(world: World, ground: Ground, faults: () => Faults) {
    this.#world = world;
    this.#ground = ground;
    this.#faults = faults;
    const { house, grounds } = this.#begin();
    this.#house = house;
    this.grounds = grounds;
  }

  /** Asks the server; null when it died over the question. */
  async ask(path: string, init: RequestInit): Promise<Response | null> {
    let die: (() => void) | undefined;
    const death = new Promise<null>((resolve) => (die = () => resolve(null)));
    if (die !== undefined) this.#open.add(die);
    // A new request is a new object: a duplicate must not share the body's stream.
    const { signal: _, credentials: __, cache: ___, redirect: ____, ...rest } = init;
    const answer = Promise.resolve(this.#house.request(path, rest));
    const first = await Promise.race([answer, death]);
    if (die !== undefined) this.#open.delete(die);
    return first;
  }

  #begin(): { readonly house: Hono; readonly grounds: Grounds } {
    const { library, verifier } = this.#ground;
    const database = overSession(this.#makeSession(this.#life), { waitMs: WAIT_MS });
    const grounds: Grounds = {
      db: database.db,
      keys: makeKeyRing(Buffer.alloc(32, 7)),
      changes: { tell: () => Promise.resolve(), watch: () => () => undefined },
      verifier,
      library,
      log: pino({ level: 'silent' }),
      now: () => new Date(this.#world.now),
      origin: ORIGIN,
      trustedProxies: 0,
      demo: false,
    };
    const team = { grounds, database, routes: [...recordRoutes, ...playerRoutes] };
    return { house: buildHouse({ catalogue: new Map(), publicOrigin: ORIGIN, team }), grounds };
  }

  /** The session of one life of the process. Each query is an event of its own, so that others come in between. */
  #makeSession(life: number): Session {
    const world = this.#world;
    return {
      lost: new Promise(() => undefined),
      close: () => Promise.resolve(),
      query: async (sql, parameters) => {
        await world.wait(world.below(4), `query ${life}`);
        const { serverCrash, serverFull } = this.#faults();
        if (life === this.#life && world.chance(serverCrash)) await this.#crash();
        if (life !== this.#life) return new Promise(() => undefined);
        if (WRITING.test(sql) && world.chance(serverFull)) throw diskFull();
        const answer = await this.#query(sql, parameters);
        // After a commit and before the answer: the case that receipts are for.
        if (world.chance(serverCrash)) await this.#crash();
        return life === this.#life ? answer : new Promise(() => undefined);
      },
    };
  }

  async #query(sql: string, parameters: readonly WireValue[]): Promise<SessionAnswer> {
    const over = this.#world.begin(sql);
    try {
      const answer = await this.#ground.session.query(sql, parameters);
      if (sql.startsWith('start transaction')) this.#isInTransaction = true;
      if (/^(commit|rollback)$/.test(sql)) this.#isInTransaction = false;
      return answer;
    } finally {
      over();
    }
  }

  async #crash(): Promise<void> {
    this.crashes++;
    this.#life++;
    this.#world.trace.push('the server dies');
    if (this.#isInTransaction) await this.#ground.session.query('rollback', []);
    this.#isInTransaction = false;
    const { house, grounds } = this.#begin();
    this.#house = house;
    this.grounds = grounds;
    const open = [...this.#open];
    this.#open = new Set();
    for (const die of open) die();
  }
}
