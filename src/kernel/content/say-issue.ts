/** Says in plain words what valibot found: those who edit these files are trainers, and "received Array" tells them nothing. */
import type * as v from 'valibot';

/** What stands in a file, by the names that valibot has for it. */
const KINDS: Readonly<Record<string, string>> = {
  string: 'a text in quotation marks',
  number: 'a number, without quotation marks',
  boolean: 'true or false, without quotation marks',
  array: 'a list in square brackets',
  object: 'a group in curly brackets',
};

/** The reason of one issue. A message that the schema itself has written stays as it is. */
export function sayIssue({ kind, type, expected, received, message }: v.BaseIssue<unknown>): string {
  // Only valibot's own messages begin so; the sentences of our schemas don't.
  if (kind !== 'schema' || !message.startsWith('Invalid ')) return message;
  if (received === 'undefined') return 'is missing';
  if (expected === 'never') return 'is no field that can stand here: is it spelt right?';
  if (type === 'picklist' || type === 'literal' || type === 'variant')
    return `is ${sayGiven(received)}, and must be one of ${(expected ?? '').replace(/[("')]/g, '').replaceAll(' | ', ', ')}`;
  const wanted = KINDS[expected === 'Object' ? 'object' : expected === 'Array' ? 'array' : (expected ?? '')];
  return wanted === undefined ? message : `must be ${wanted}, and is ${sayGiven(received)}`;
}

function sayGiven(received: string): string {
  if (received === 'Array') return 'a list';
  return received === 'Object' ? 'a group' : received;
}
