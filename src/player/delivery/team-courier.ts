/** Keeps the membership, and carries the log to the team's server for as long as the page lives. */
import type { StoreApi } from 'zustand/vanilla';
import type { DeliveryReceipt, Mark } from '../../wire/delivery.ts';
import type { Joined, JoinLook, Me, Pairing } from '../../wire/joining.ts';
import type { StoredRecord } from '../../wire/records/read-record.ts';
import type { Database } from '../log/database.ts';
import { DiskError } from '../log/disk.ts';
import type { Log } from '../log/log.ts';
import type { OwnNoticeBoard } from '../notices/board.ts';
import type { Outbox } from '../player.ts';
import type { Surroundings } from '../surroundings.ts';
import { deliverOutbox, type Round } from './courier.ts';
import { openLine, type Line, type Method } from './line.ts';
import {
  beginMembership,
  changeMembership,
  dropMembership,
  keepMembership,
  readMembership,
  type Membership,
} from './membership.ts';
import { readOthers } from './read-others.ts';
import { Rounds } from './rounds.ts';
import { doneOf, type Done, type SecondWay, type Team } from './team.ts';
import { lineAfter, type TeamState } from './team-state.ts';

/** What one tab tells the others. */
const CHANGED = 'membership';
/** Marks that say that something is wrong with a run. The others have quieter reasons, which the settings tell. */
const WRONG: ReadonlySet<Mark> = new Set(['forged', 'impossible', 'tooLong']);

/** Where the team hangs on the rest of the player's room. */
export interface TeamParts {
  readonly log: Log;
  readonly outbox: Outbox;
  readonly notices: OwnNoticeBoard;
  readonly store: StoreApi<TeamState>;
  readonly surroundings: Surroundings;
  /** Tells the other tabs. */
  readonly tell: (message: string) => void;
}

export class TeamCourier implements Team {
  readonly store: StoreApi<TeamState>;
  readonly #parts: TeamParts;
  #membership: Membership | null = null;
  /** Counts the changes of the membership in this tab: what was read from the disk before one is stale. */
  #edition = 0;
  /** A change that the disk has not taken yet. */
  #unkept: ((database: Database) => Promise<void>) | null = null;
  #running: Promise<Round> | undefined;
  readonly #rounds: Rounds;

  constructor(parts: TeamParts) {
    this.#parts = parts;
    this.store = parts.store;
    this.#rounds = new Rounds(parts.surroundings);
  }

  /** Reads the membership and goes on carrying until `close`. */
  async start(): Promise<void> {
    await this.reread();
    if (this.#parts.surroundings.fetch !== undefined) void this.#rounds.goOn(() => this.deliverNow());
  }

  /** Another tab joined or left, or the disk can be read now. */
  async reread(): Promise<void> {
    const edition = this.#edition;
    const found = await this.#parts.log.disk.run(readMembership).catch(orUnknown);
    // Without a disk there is nothing newer than what this tab knows; what it has just changed is newer, too.
    if (edition === this.#edition && this.#unkept === null) this.#show(found === undefined ? this.#membership : found);
    this.wake();
  }

  hearTab(message: unknown): void {
    if (message === CHANGED) void this.reread();
  }

  /** There is something new, or the network may be back. */
  wake(): void {
    this.#rounds.wake();
  }

  close(): void {
    this.#rounds.close();
  }

  look(code: string): Promise<Done<JoinLook>> {
    return this.#askAsNobody('/api/join/look', { code });
  }

  async join(code: string, name: string): Promise<Done<Joined>> {
    if (await this.#isOutOfDate()) return { ok: false, why: 'conflict' };
    const device = await this.#parts.log.device();
    return this.#begin(await this.#askAsNobody('/api/join', { code, name, device }));
  }

  async joinSecond(by: SecondWay): Promise<Done<Joined>> {
    if (await this.#isOutOfDate()) return { ok: false, why: 'conflict' };
    const device = await this.#parts.log.device();
    return this.#begin(await this.#askAsNobody('/api/join/second', { device, by }));
  }

  async me(): Promise<Done<Me>> {
    return this.#learn(await this.ask<Me>('GET', '/api/me'));
  }

  async rename(name: string): Promise<Done<Me>> {
    return this.#learn(await this.ask<Me>('PATCH', '/api/me', { name }));
  }

  pair(): Promise<Done<Pairing>> {
    return this.ask('POST', '/api/me/pairings');
  }

  async ask<T>(method: Method, path: string, body?: unknown): Promise<Done<T>> {
    const membership = this.#membership;
    if (membership === null) return { ok: false, why: 'notSignedIn' };
    const reply = await this.#lineOf(membership.token).ask<T>(method, path, body);
    if (!reply.ok && reply.why === 'refused' && (reply.code === 'notSignedIn' || reply.code === 'erased'))
      await this.#end(reply.code === 'erased' ? 'erased' : 'signedOut', membership.token);
    return doneOf(reply);
  }

  async leave(): Promise<void> {
    const token = this.#membership?.token;
    if (token === undefined) return;
    const device = await this.#parts.log.device();
    // Whatever comes back: the device leaves, and its token with it.
    await this.#lineOf(token).ask('DELETE', `/api/me/devices/${device}`);
    await this.#drop(token);
  }

  async eraseMe(): Promise<Done<undefined>> {
    const token = this.#membership?.token;
    if (token === undefined) return { ok: false, why: 'notSignedIn' };
    const reply = await this.#lineOf(token).ask<undefined>('DELETE', '/api/me');
    // Erased before, by an answer that was lost or by the manager: it is what was asked for.
    if (!reply.ok && !(reply.why === 'refused' && reply.code === 'erased')) return doneOf(reply);
    await this.#drop(token);
    return { ok: true, value: undefined };
  }

  async forget(): Promise<void> {
    if (this.#membership !== null) await this.#drop(this.#membership.token);
  }

  deliverNow(): Promise<Round> {
    this.#running ??= this.#deliverOnce().finally(() => (this.#running = undefined));
    return this.#running;
  }

  async #deliverOnce(): Promise<Round> {
    if (this.#unkept !== null) {
      await this.#write(this.#unkept);
      // Another tab may have joined before the disk took this one's: then that one holds.
      if (this.#unkept === null) await this.reread();
    }
    const membership = this.#membership;
    if (membership === null) return { end: 'clean' };
    this.store.setState({ line: 'sending' });
    const round = await this.#carry(membership).catch(
      // The browser itself can refuse (a lock in a page that is going): the next try may do better.
      (): Round => ({ end: 'later', why: 'unsettled', retryAfter: 0 }),
    );
    if (round.end === 'signedOut' || round.end === 'erased') await this.#end(round.end, membership.token);
    else if (this.#membership?.token === membership.token) this.store.setState({ line: lineAfter(round) });
    return round;
  }

  async #carry(membership: Membership): Promise<Round> {
    const { outbox, surroundings } = this.#parts;
    const { token } = membership;
    const line = this.#lineOf(token);
    const round = await deliverOutbox({
      outbox: {
        ...outbox,
        markDelivered: async (receipts) =>
          this.#membership?.token === token ? outbox.markDelivered(receipts, token) : 0,
      },
      line,
      token,
      game: surroundings.game,
      onReceipts: (receipts) => this.#hear(receipts),
      onRules: (serverRules) => this.store.setState({ serverRules }),
    });
    if (round.end === 'clean') this.store.setState({ deliveredAt: surroundings.now() });
    if (round.end !== 'clean' && !(round.end === 'later' && round.why === 'olderServer')) return round;
    const read = await readOthers({
      line,
      after: membership.readUpTo,
      take: (records, upTo) => this.#take(token, records, upTo),
    });
    return read.end === 'clean' ? round : read;
  }

  /** Adds what other devices delivered to the log, unless the device plays as somebody else by now. */
  async #take(token: string, records: readonly StoredRecord[], readUpTo: number): Promise<boolean> {
    if (this.#membership?.token !== token || this.#rounds.isClosed) return false;
    if (records.length > 0) await this.#parts.log.merge(records, false);
    if (this.#membership?.token !== token) return false;
    this.#membership = { ...this.#membership, readUpTo };
    // What is only in memory goes with the page, also what the server has by now: the next page reads it again.
    if (this.#parts.log.waiting.length === 0) await this.#note(token, { readUpTo });
    return true;
  }

  /** Another tab has joined or left, and ended before it could say so: who is about to join sees that first. */
  async #isOutOfDate(): Promise<boolean> {
    const before = this.#membership?.token;
    await this.reread();
    return this.#membership?.token !== before;
  }

  async #begin(done: Done<Joined>): Promise<Done<Joined>> {
    if (!done.ok) return done;
    const membership = beginMembership(done.value);
    const after = this.#membership?.token;
    const tries = { count: 0 };
    this.#parts.log.deliverWaiting();
    await this.#change(membership, (database) =>
      keepMembership(
        database,
        { ...(this.#membership ?? membership), readUpTo: 0 },
        tries.count > 0 ? { after } : undefined,
      ),
    );
    tries.count++;
    this.wake();
    return done;
  }

  /** The server does not know the token any more. */
  async #end(how: 'signedOut' | 'erased', token: string): Promise<void> {
    // Who has left by themselves in the meantime need not be told.
    if (this.#membership?.token !== token) return;
    await this.#drop(token);
    // `null` only when no other tab has joined anew.
    if (this.#membership === null) this.#parts.notices.raise(how === 'erased' ? 'teamErased' : 'teamSignedOut', how);
  }

  async #drop(token: string): Promise<void> {
    if (this.#membership?.token !== token) return;
    await this.#change(null, (database) => dropMembership(database, token));
    // Another tab may have joined in between.
    await this.reread();
  }

  async #change(membership: Membership | null, write: (database: Database) => Promise<void>): Promise<void> {
    this.#edition++;
    this.#show(membership);
    await this.#write(write);
  }

  /** Should the disk not take it, the same is learnt again another time. */
  async #note(token: string, change: Parameters<typeof changeMembership>[2]): Promise<void> {
    if (this.#unkept === null)
      await this.#parts.log.disk.run((database) => changeMembership(database, token, change)).catch(orUnknown);
  }

  async #write(write: (database: Database) => Promise<void>): Promise<void> {
    this.#unkept = write;
    const done = await this.#parts.log.disk.run(write).then(() => true, orUnknown);
    if (done !== true) return;
    if (this.#unkept === write) this.#unkept = null;
    // Other tabs look on the disk; what it takes only later, they are told later.
    this.#parts.tell(CHANGED);
  }

  /** Takes over what the server says about the name, which a manager can change. */
  async #learn(done: Done<Me>): Promise<Done<Me>> {
    const membership = this.#membership;
    if (!done.ok || membership === null || done.value.player !== membership.player) return done;
    const { name, team } = done.value;
    if (name === membership.name && team === membership.team) return done;
    this.#edition++;
    this.#show({ ...membership, name, team });
    await this.#note(membership.token, { name, team });
    this.#parts.tell(CHANGED);
    return done;
  }

  #show(membership: Membership | null): void {
    const isSame = membership?.token === this.#membership?.token && this.store.getState().place !== 'unknown';
    this.#membership = membership;
    this.store.setState({
      place: membership === null ? 'alone' : 'member',
      name: membership?.name ?? '',
      team: membership?.team ?? '',
      ...(isSame ? {} : { line: 'idle', deliveredAt: null, notCounted: {}, serverRules: null }),
    });
  }

  #hear(receipts: readonly DeliveryReceipt[]): void {
    for (const receipt of receipts) {
      if (receipt.status !== 'accepted' || receipt.counted) continue;
      const { id, mark } = receipt;
      this.store.setState(({ notCounted }) => ({ notCounted: { ...notCounted, [mark]: (notCounted[mark] ?? 0) + 1 } }));
      if (WRONG.has(mark)) this.#parts.notices.raise('deliveryNotCounted', `${id}: ${mark}`);
    }
  }

  /** What a code or words lead to has nothing to do with who this device is now: no token goes along. */
  async #askAsNobody<T>(path: string, body: unknown): Promise<Done<T>> {
    return doneOf(await this.#lineOf(null).ask<T>('POST', path, body));
  }

  #lineOf(token: string | null): Line {
    return openLine(this.#parts.surroundings.fetch ?? noNetwork, token);
  }
}

function orUnknown(error: unknown): undefined {
  if (!(error instanceof DiskError)) throw error;
}

function noNetwork(): Promise<Response> {
  return Promise.reject(new Error('there is no network here'));
}
