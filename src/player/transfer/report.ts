/** One record of an imported file that was not taken, or taken with a reservation. */
export interface ImportFault {
  /** Where in the file, such as `records[3].payload.seed`. */
  readonly path: string;
  /** In English. */
  readonly reason: string;
}

/** What came of an import. */
export interface ImportReport {
  /** Records that are new here. */
  readonly added: number;
  /** Records that were here already. */
  readonly known: number;
  /** Attempts whose replay was played again with the act's rules and came to the same end. */
  readonly verified: number;
  /** Attempts that could not be played again here: other rules version, or an act that is not here. They are kept. */
  readonly unverified: readonly ImportFault[];
  /** Records that were not taken; they are kept aside. */
  readonly rejected: readonly ImportFault[];
  /** What is wrong with the file as a whole, if anything. */
  readonly file: 'whole' | 'truncated' | 'unreadable' | 'future';
}
