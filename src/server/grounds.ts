/** What every part of the server stands on: handed in, never reached for, so that a test can give its own. */
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { LiveChange } from '../wire/team.ts';
import type { CompanySettings } from './accounts/company/settings.ts';
import type { Tables } from './database/tables.ts';
import type { WriteStatements } from './records/statements-hook.ts';
import type { Verifier } from './records/verifier.ts';
import type { Library } from './content/library.ts';

/** Secrets of this server. One key, from which each purpose gets its own. */
export interface KeyRing {
  /** Keyed fingerprint (HMAC-SHA-256), 32 bytes. */
  mark(purpose: string, text: string): Buffer;
  /** Seals a short text (AES-256-GCM). */
  seal(purpose: string, text: string): Buffer;
  /** Opens what was sealed; null when it was not, or by another key. */
  open(purpose: string, sealed: Buffer): string | null;
}

/** News between parts and between instances. */
export interface Changes {
  /** Tells all instances; call after the transaction has committed. Never rejects. */
  tell(change: LiveChange): Promise<void>;
  /** Hears the changes of a team; returns the way to stop. */
  watch(team: string, listener: (change: LiveChange) => void): () => void;
}

export interface Grounds {
  readonly db: Kysely<Tables>;
  readonly keys: KeyRing;
  readonly changes: Changes;
  /** Plays runs again and scores answers again, in worker threads. */
  readonly verifier: Verifier;
  /** Acts, ideas and items, as the server needs them. */
  readonly library: Library;
  readonly log: Logger;
  readonly now: () => Date;
  /** Where players reach it (`https://play.example.org`); links and passkeys need it. */
  readonly origin: string;
  /** Behind a proxy that sets `X-Forwarded-For`: how many of them to trust; 0 for none. */
  readonly trustedProxies: number;
  /** Signing in by one press as the demo's manager. Never with a database of one's own. */
  readonly demo: boolean;
  /** Makes statements for a learning record store; absent when none is configured. */
  readonly writeStatements?: WriteStatements;
  /** The company's own sign-in; absent when none is configured. */
  readonly company?: CompanySettings;
}
