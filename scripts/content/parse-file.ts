import { ContentError } from '../../src/quiz/index.ts';
import { findJsonFault } from './json-fault.ts';

/** Parses the text of a content file. Throws `ContentError`, whose path is the line at which the file goes wrong. */
export function parseFile(file: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const { line, reason } = findJsonFault(text);
    throw new ContentError([{ file, path: `line ${line}`, reason }]);
  }
}
