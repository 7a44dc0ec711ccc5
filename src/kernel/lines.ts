/** Named lines of an outcome: figures beside the main one, such as money and ground, each a number after each round. */
import type { Outcome } from './act.ts';

/** Reads a line of an outcome by its field. Throws if the outcome has no such list of numbers. */
export function readLine(outcome: Outcome, name: string): readonly number[] {
  const line = (outcome as unknown as Readonly<Record<string, unknown>>)[name];
  if (!Array.isArray(line) || !line.every((value) => typeof value === 'number'))
    throw new Error(`the outcome has no line ${name}`);
  return line;
}
