/** Something that a reader, or the build, would stumble over. */
export interface Problem {
  /** From the root of the repository. */
  readonly file: string;
  /** Where in the file: a text's key, or a line. */
  readonly at: string;
  readonly reason: string;
}

/** One line for a terminal: file, place, reason. */
export function writeProblem({ file, at, reason }: Problem): string {
  return `${file}: ${at}: ${reason}`;
}
