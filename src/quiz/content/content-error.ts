/** One thing wrong in a content file. */
export interface ContentFault {
  /** The file's path from the repository's root. */
  readonly file: string;
  /** Where in the file, such as `items[3].key`; empty for the whole file. */
  readonly path: string;
  /** What is wrong, in English, for whoever edits the file. */
  readonly reason: string;
}

/** A content file that cannot be used. Its message names every fault on a line of its own: file, path, reason. */
export class ContentError extends Error {
  readonly faults: readonly ContentFault[];
  constructor(faults: readonly ContentFault[]) {
    super(
      faults.map(({ file, path, reason }) => `${file}: ${path === '' ? '(whole file)' : path}: ${reason}`).join('\n'),
    );
    this.name = 'ContentError';
    this.faults = faults;
  }
}
