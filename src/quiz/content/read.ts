/**
 * Reads content files: the same functions serve the build's checks, the tests and the app. Each takes the file's name
 * only to name it when something is wrong.
 */
import * as v from 'valibot';
import { sayIssue } from '../../kernel/content/say-issue.ts';
import { ConceptsFile, type Concept } from './concepts.ts';
import { ContentError, type ContentFault } from './content-error.ts';

/** Parses the text of a JSON file. Throws `ContentError`. */
export function parseContent(file: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new ContentError([{ file, path: '', reason: error instanceof Error ? error.message : String(error) }]);
  }
}

/** Checks a value against a schema. Throws `ContentError` with every fault, not only the first. */
export function readContent<Schema extends v.GenericSchema>(
  file: string,
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw new ContentError(
    result.issues.map((issue) => ({ file, path: pathOf(issue.path ?? []), reason: sayIssue(issue) })),
  );
}

/** Writes a path as in `items[3].key`. */
export function pathOf(steps: readonly { readonly key: unknown }[]): string {
  return steps
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

/** `levels/concepts.json`. Throws `ContentError`. */
export function readConcepts(file: string, value: unknown): readonly Concept[] {
  const { concepts } = readContent(file, ConceptsFile, value);
  throwIfAny(repeated(file, 'concepts', concepts));
  return concepts;
}

/** Entries whose id stands earlier in the list. */
function repeated(file: string, list: string, entries: readonly { readonly id: string }[]): ContentFault[] {
  const ids = entries.map(({ id }) => id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index ? [] : [{ file, path: `${list}[${index}].id`, reason: `"${id}" is there already` }],
  );
}

function throwIfAny(faults: readonly ContentFault[]): void {
  if (faults.length > 0) throw new ContentError(faults);
}
