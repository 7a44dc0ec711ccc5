/** What can be wrong with what is kept. Each has a title and a text in the shell's language files. */
export const NOTICE_KINDS = [
  /** No IndexedDB (private window, blocked): play goes on in memory. */
  'storageUnavailable',
  /** The disk takes no more: kept in memory until it does. */
  'storageFull',
  /** The database went away and did not come back. */
  'storageLost',
  /** An older copy of the game in another tab holds the database. */
  'storageBlocked',
  /** A newer version of the game wrote the database. */
  'storageFuture',
  /** A newer version was opened in another tab; this one let go. */
  'newerElsewhere',
  /** A record in the log cannot be read; kept aside. */
  'recordCorrupt',
  /** A record was written by a newer version; kept aside until this one is updated. */
  'recordFuture',
  /** The settings could not be read; a copy is kept aside. */
  'settingsCorrupt',
  /** The settings are from a newer version; left as they are. */
  'settingsFuture',
  /** The settings cannot be written. */
  'settingsFull',
  /** The unfinished run belongs to other rules. */
  'draftStale',
  /** The unfinished run cannot be resumed; kept aside. */
  'draftCorrupt',
  /** The same act is open in another tab, which keeps the unfinished run. */
  'draftElsewhere',
  /** The questions have changed since the unfinished examination began; it was put aside. */
  'examinationStale',
  /** The unfinished examination cannot be read; kept aside. */
  'examinationCorrupt',
  /** The examination is open in another tab. */
  'examinationElsewhere',
  /** Questions on some ideas could not be read; the rest play. */
  'bankCorrupt',
  /** The file is no progress file; kept aside. */
  'importUnreadable',
  /** The file breaks off or its checksum is wrong; what is whole was taken. */
  'importTruncated',
  /** The file was written by a newer version. */
  'importFuture',
  /** Some records of the file were not taken. */
  'importRejected',
  /** A server refused a record; kept aside. */
  'deliveryRejected',
  /** A server kept a result, but does not count it. */
  'deliveryNotCounted',
  /** The server does not know this device any more; what was earned stays here. */
  'teamSignedOut',
  /** The player was erased on the server; what was earned stays here and is not delivered. */
  'teamErased',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** A problem to be shown; never a dead end: the game goes on behind it. */
export interface Notice {
  /** Unique in this page life. */
  readonly id: number;
  readonly kind: NoticeKind;
  /** Text keys in the `shell` namespace. */
  readonly titleKey: `notices.${NoticeKind}.title`;
  readonly textKey: `notices.${NoticeKind}.text`;
  /** Values for the text's placeholders. `count` says how often it happened. */
  readonly values: Readonly<Record<string, string | number>> & { readonly count: number };
  /** What exactly happened, in English, for a report; may be several lines. */
  readonly detail: readonly string[];
}
