/**
 * This device's place in a team: who it plays as, and how far its results have gone. Everything works without a team
 * and without a network; this only carries what the log has.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { Joined, JoinLook, Me, Pairing } from '../../wire/joining.ts';
import type { RefusalCode } from '../../wire/refusal.ts';
import type { Round } from './courier.ts';
import type { Method, Reply } from './line.ts';
import type { TeamState } from './team-state.ts';

/** How an action of the player's ended. */
export type Done<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: 'offline' | 'busy' | RefusalCode };

export function doneOf<T>(reply: Reply<T>): Done<T> {
  if (reply.ok) return reply;
  return { ok: false, why: reply.why === 'refused' ? reply.code : reply.why };
}

/** How a second device shows whose it is. */
export type SecondWay =
  | { readonly way: 'pairing'; readonly code: string }
  | { readonly way: 'words'; readonly words: readonly number[] };

export interface Team {
  readonly store: StoreApi<TeamState>;
  /** What a code leads to, and what a manager will see, before anything is kept. */
  look(code: string): Promise<Done<JoinLook>>;
  /** Joins; from then on everything in the log is delivered. The answer has the recovery words, shown once. */
  join(code: string, name: string): Promise<Done<Joined>>;
  /** Joins as the same player from a second device, by a pairing code or by recovery words. */
  joinSecond(by: SecondWay): Promise<Done<Joined>>;
  /** Who this device plays as, by the server. */
  me(): Promise<Done<Me>>;
  /** Takes another name in the team. */
  rename(name: string): Promise<Done<Me>>;
  /** A code for a second device. */
  pair(): Promise<Done<Pairing>>;
  /** Another request as this player, for screens that need one (devices, export, new words). */
  ask<T>(method: Method, path: string, body?: unknown): Promise<Done<T>>;
  /**
   * Leaves the team: voids this device's token where the server can be reached, and forgets the team on the device in
   * any case. What was earned stays on the device, what was delivered with the team.
   */
  leave(): Promise<void>;
  /** Deletes the player and all that was delivered from the server, then forgets the team on the device. */
  eraseMe(): Promise<Done<undefined>>;
  /** Forgets the team on this device; what was earned stays on it. */
  forget(): Promise<void>;
  /** Delivers now, and reads what other devices delivered. */
  deliverNow(): Promise<Round>;
}
