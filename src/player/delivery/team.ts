/**
 * This device's place in a team: who it plays as, and how far its results have gone. Everything works without a team
 * and without a network; this only carries what the log has.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { DeliveryReceipt, RecordsPage } from '../../wire/delivery.ts';
import type { Joined, JoinLook, Me, Pairing } from '../../wire/joining.ts';
import { readRecord } from '../../wire/records/read-record.ts';
import type { RefusalCode } from '../../wire/refusal.ts';
import type { Database } from '../log/database.ts';
import { DiskError } from '../log/disk.ts';
import type { Log } from '../log/log.ts';
import type { OwnNoticeBoard } from '../notices/board.ts';
import type { Outbox } from '../player.ts';
import type { Surroundings } from '../surroundings.ts';
import { Courier, type Round } from './courier.ts';
import { openLine, type Line, type Reply } from './line.ts';
import { beginMembership, readMembership, writeMembership, type Membership } from './membership.ts';
import { IDLE_MS, pauseAfter } from './pause.ts';
import type { TeamState } from './team-state.ts';

/** How an action of the player's ended. */
export type Done<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: 'offline' | 'busy' | RefusalCode };

export interface Team {
  readonly store: StoreApi<TeamState>;
  /** What a code leads to, and what a manager will see, before anything is kept. */
  look(code: string): Promise<Done<JoinLook>>;
  /** Joins; from then on everything in the log is delivered. The answer has the recovery words, shown once. */
  join(code: string, name: string): Promise<Done<Joined>>;
  /** Joins as the same player from a second device, by a pairing code or by recovery words. */
  joinSecond(by: { way: 'pairing'; code: string } | { way: 'words'; words: readonly number[] }): Promise<Done<Joined>>;
  /** Who this device plays as, by the server. */
  me(): Promise<Done<Me>>;
  /** A code for a second device. */
  pair(): Promise<Done<Pairing>>;
  /** Another request as this player, for screens that need one (rename, devices, export, erasure). */
  ask<T>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Done<T>>;
  /** Forgets the team on this device; what was earned stays on it. */
  forget(): Promise<void>;
  /** Delivers now, and reads what other devices delivered. */
  deliverNow(): Promise<Round>;
}

const CHANGED = 'membership';

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
  readonly #line: Line;
  readonly #courier: Courier;
  #membership: Membership | null = null;
  #failures = 0;
  #closed = false;
  #wake: () => void = () => undefined;
  #woken = false;

  constructor(parts: TeamParts) {
    this.#parts = parts;
    this.store = parts.store;
    const { fetch } = parts.surroundings;
    this.#line = openLine(fetch ?? noNetwork, () => this.#membership?.token ?? null);
    this.#courier = new Courier(parts.outbox, this.#line, parts.surroundings.game, {
      onReceipts: (receipts) => this.#hear(receipts),
    });
  }

  /** Reads the membership and goes on carrying until `close`. */
  async start(): Promise<void> {
    await this.reread();
    if (this.#parts.surroundings.fetch !== undefined) void this.#carryOn();
  }

  /** Another tab joined or left. */
  async reread(): Promise<void> {
    this.#show(await this.#onDisk(readMembership, null));
    this.wake();
  }

  hearTab(message: unknown): void {
    if (message === CHANGED) void this.reread();
  }

  /** There is something new, or the network may be back. */
  wake(): void {
    this.#woken = true;
    this.#wake();
  }

  close(): void {
    this.#closed = true;
    this.#wake();
  }

  look(code: string): Promise<Done<JoinLook>> {
    return this.ask('POST', '/api/join/look', { code });
  }

  async join(code: string, name: string): Promise<Done<Joined>> {
    return this.#begin(await this.ask('POST', '/api/join', { code, name, device: await this.#device() }));
  }

  async joinSecond(by: Parameters<Team['joinSecond']>[0]): Promise<Done<Joined>> {
    return this.#begin(await this.ask('POST', '/api/join/second', { device: await this.#device(), by }));
  }

  me(): Promise<Done<Me>> {
    return this.ask('GET', '/api/me');
  }

  pair(): Promise<Done<Pairing>> {
    return this.ask('POST', '/api/me/pairings', {});
  }

  async ask<T>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Done<T>> {
    return doneOf(await this.#line.ask<T>(method, path, body));
  }

  async forget(): Promise<void> {
    await this.#keep(null);
  }

  async deliverNow(): Promise<Round> {
    if (this.#membership === null) return { end: 'clean' };
    this.store.setState({ line: 'sending' });
    const round = await this.#courier.deliver();
    if (round.end === 'clean') await this.#readOthers();
    await this.#note(round);
    return round;
  }

  async #begin(done: Done<Joined>): Promise<Done<Joined>> {
    if (!done.ok) return done;
    // Results from before, also those that another team's server has, belong to the player: this team gets them too.
    await this.#parts.log.deliverAgain();
    await this.#keep(beginMembership(done.value));
    this.wake();
    return done;
  }

  async #keep(membership: Membership | null): Promise<void> {
    this.#show(membership);
    await this.#onDisk((database) => writeMembership(database, membership), undefined);
    this.#parts.tell(CHANGED);
  }

  #show(membership: Membership | null): void {
    this.#membership = membership;
    this.store.setState({
      place: membership === null ? 'alone' : 'member',
      name: membership?.name ?? '',
      team: membership?.team ?? '',
      line: 'idle',
    });
  }

  async #carryOn(): Promise<void> {
    const { wait, random } = this.#parts.surroundings;
    while (!this.#closed) {
      this.#woken = false;
      const round: Round = this.#membership === null ? { end: 'clean' } : await this.deliverNow();
      const isLater = round.end === 'later';
      this.#failures = isLater ? this.#failures + 1 : 0;
      const pause = isLater ? pauseAfter(this.#failures, random(), round.retryAfter) : IDLE_MS;
      const woken = new Promise<void>((resolve) => (this.#wake = resolve));
      if (!this.#woken && !this.#closed) await Promise.race([woken, wait(pause)]);
    }
  }

  async #note(round: Round): Promise<void> {
    const { notices, surroundings } = this.#parts;
    if (round.end === 'clean') this.store.setState({ line: 'idle', deliveredAt: surroundings.now() });
    else if (round.end === 'later') this.store.setState({ line: round.why === 'olderServer' ? 'old' : 'waiting' });
    else if (round.end === 'elsewhere') this.store.setState({ line: 'idle' });
    else {
      notices.raise(round.end === 'erased' ? 'teamErased' : 'teamSignedOut', round.end);
      await this.#keep(null);
    }
  }

  #hear(receipts: readonly DeliveryReceipt[]): void {
    for (const receipt of receipts)
      if (receipt.status === 'accepted' && !receipt.counted)
        this.#parts.notices.raise('deliveryNotCounted', `${receipt.id}: ${receipt.mark}`);
  }

  /** Adds to the log what the player's other devices delivered. What cannot be read is left out: the server keeps it. */
  async #readOthers(): Promise<void> {
    const { log } = this.#parts;
    for (;;) {
      const membership = this.#membership;
      if (membership === null) return;
      const page = await this.ask<RecordsPage>('GET', `/api/records?after=${membership.readUpTo}`);
      if (!page.ok || !Array.isArray(page.value.records)) return;
      const good = page.value.records.flatMap((raw) => {
        const read = readRecord(raw);
        return read.ok ? [read.stored] : [];
      });
      if (good.length > 0) await log.merge(good, false);
      if (this.#membership?.player !== membership.player) return;
      const { upTo, more } = page.value;
      if (upTo <= membership.readUpTo) return;
      const kept = { ...membership, readUpTo: upTo };
      this.#membership = kept;
      await this.#onDisk((database) => writeMembership(database, kept), undefined);
      if (!more) return;
    }
  }

  async #device(): Promise<string> {
    return this.#parts.log.device();
  }

  async #onDisk<T>(work: (database: Database) => Promise<T>, nothing: T): Promise<T> {
    try {
      return await this.#parts.log.disk.run(work);
    } catch (error) {
      if (error instanceof DiskError) return nothing;
      throw error;
    }
  }
}

function doneOf<T>(reply: Reply<T>): Done<T> {
  if (reply.ok) return reply;
  return { ok: false, why: reply.why === 'refused' ? reply.code : reply.why };
}

function noNetwork(): Promise<Response> {
  return Promise.reject(new Error('there is no network here'));
}
