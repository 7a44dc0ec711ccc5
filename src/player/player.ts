import type { StoreApi } from 'zustand/vanilla';
import type { Act } from '../kernel/act.ts';
import type { Session } from '../kernel/session.ts';
import type { Claimed } from './claims/claim.ts';
import type { Done, Team } from './delivery/team.ts';
import type { KeptAside } from './log/database.ts';
import type { StoredRecord } from '../wire/records/read-record.ts';
import type { BetPlaced, ExaminationAnswer, Kept, LogRecord, NewRecord, Receipt } from '../wire/records/records.ts';
import type { Notice, NoticeKind } from './notices/notice.ts';
import type { Progress } from './progress/progress.ts';
import type { Settings } from './settings/settings.ts';
import type { ImportReport } from './transfer/report.ts';

/** Where what is earned is going, for the settings screen. */
export interface StorageState {
  /** `opening` until the database answered. */
  readonly place: 'opening' | 'disk' | 'memory';
  /** Records that are only in memory: lost when the page closes, so offer the export. */
  readonly unsaved: number;
  /** The browser's answer to "please do not delete this": null while not asked. */
  readonly persisted: boolean | null;
}

/** Settings: change with `change`, read and watch with the store. */
export interface SettingsKeeper {
  readonly store: StoreApi<Settings>;
  /** Changes some settings and writes them; values out of range are brought into it. */
  change(some: Partial<Settings>): void;
  /** True when the saved settings are a newer version's: changes last until the page closes. */
  readonly readOnly: boolean;
  /** Stops listening to other tabs. */
  close(): void;
}

export interface NoticeBoard {
  readonly store: StoreApi<readonly Notice[]>;
  /** Shows a notice; the same kind again raises its count instead of piling up. */
  raise(kind: NoticeKind, detail: string, values?: Readonly<Record<string, string | number>>): void;
  dismiss(id: number): void;
}

export interface Outbox {
  /** Records not yet delivered, oldest first, as they are stored; at most `limit` (100). */
  pending(limit?: number): Promise<readonly StoredRecord[]>;
  /**
   * Takes delivered records off; a receipt whose hash differs from the record's changes nothing, and, with a token,
   * neither do receipts that came for another player than this device's. Returns how many went.
   */
  markDelivered(receipts: readonly Receipt[], token?: string): Promise<number>;
  /** Runs the work in one tab at a time; resolves to undefined when another tab is at it. */
  alone<T>(work: () => Promise<T>): Promise<T | undefined>;
}

/** An unfinished run brought back. */
export interface ResumedRun<State = unknown, Intent = unknown> {
  readonly session: Session<State, Intent>;
  readonly bet: BetPlaced | null;
  readonly startedAt: number;
  /** The app's own notes, such as the slowest speed used. */
  readonly notes: DraftNotes;
}
export type DraftNotes = Readonly<Record<string, string | number | boolean>>;

export interface Drafts {
  /** Which acts have an unfinished run. */
  list(): Promise<readonly string[]>;
  /** Brings the run back by playing its intents again; null when there is none that can be resumed. */
  load<State, Intent, Parameters>(act: Act<State, Intent, Parameters>): Promise<ResumedRun<State, Intent> | null>;
  /** Keeps the run every few seconds and when the page is hidden. Returns the way to stop (which saves once more). */
  keep(
    session: Session,
    about: { readonly bet: BetPlaced | null; readonly startedAt: number; readonly notes?: () => DraftNotes },
  ): () => Promise<void>;
  /** Forgets the run: it was given up. Stops keeping it, too. */
  drop(act: string): Promise<void>;
}

/** An examination under way: with the bank it gives the same questions and the same estimate again. */
export interface UnfinishedExamination {
  /** Fingerprint of the bank's structure. */
  readonly bank: string;
  readonly seed: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly answers: readonly ExaminationAnswer[];
}

/** Where the one examination under way lies. It is dropped by itself with the record that it becomes. */
export interface ExaminationDesk {
  /** The examination under way; null when there is none. One that cannot be read is put aside with a notice. */
  load(): Promise<UnfinishedExamination | null>;
  /** Takes the desk for this tab; false, with a notice, when another tab sits at it. */
  sit(): Promise<boolean>;
  /** Lets go of the desk. */
  rise(): void;
  /** Writes down where the examination is; resolves when that is on the medium. */
  keep(unfinished: UnfinishedExamination): Promise<Kept>;
  /** Puts the examination aside, because it cannot go on, and says so; nothing is deleted. */
  putAside(kind: 'examinationStale' | 'examinationCorrupt', reason: string): Promise<void>;
  /** Forgets the examination: it was given up. */
  drop(): Promise<void>;
}

export interface Player {
  readonly settings: SettingsKeeper;
  readonly notices: NoticeBoard;
  readonly storage: StoreApi<StorageState>;
  readonly progress: StoreApi<Progress>;
  readonly drafts: Drafts;
  readonly examination: ExaminationDesk;
  readonly outbox: Outbox;
  /** The team that this device delivers to, if any. */
  readonly team: Team;
  /** Resolves when the log has been read (or could not be): progress is then complete. Never rejects. */
  readonly ready: Promise<void>;
  /**
   * Writes one record. Resolves when it is kept; await it before showing what was earned. Rejects
   * only with `BadInput`, when the payload is not of its form: a fault of the program, not of the storage.
   */
  append(record: NewRecord): Promise<{ readonly record: LogRecord; readonly kept: Kept }>;
  /** One record by its id, also one that is only in memory; null when it is not here or cannot be read. */
  find(id: string): Promise<LogRecord | null>;
  /** The whole log as the text of a file. */
  exportProgress(): Promise<{ readonly name: string; readonly text: string }>;
  /** Merges a file's records into the log. Never rejects: everything wrong is in the report. */
  importProgress(text: string): Promise<ImportReport>;
  /** Fetches what was earned at a kiosk, by its code in its one form, into the log. Never rejects. */
  claim(code: string): Promise<Done<Claimed>>;
  /** The newest code that was asked for and has not been answered yet; null when there is none. */
  openClaim(): Promise<string | null>;
  /** What could not be used and was kept aside, with the reasons. */
  readAside(): Promise<readonly KeptAside[]>;
  /** Lets go of everything (tests, page end). */
  close(): Promise<void>;
}
