import { FIRST } from './0001-first.ts';
import { KIOSK } from './0002-kiosk.ts';

/** One step of the database's shape, written once and never changed after it was released. */
export interface Step {
  /** Sorts after the steps before it. */
  readonly name: string;
  /** SQL, one statement each, understood by both databases. */
  readonly statements: readonly string[];
}

/** From the first shape to the present one; forward only. A new step is added at the end. */
export const STEPS: readonly Step[] = [
  { name: '0001-first', statements: FIRST },
  { name: '0002-kiosk', statements: KIOSK },
];

/**
 * Names of the tables that steps have ever made. A database may hold tables of others too; those are never touched.
 */
export function namesOfTables(steps: readonly Step[]): ReadonlySet<string> {
  const made = steps.flatMap(({ statements }) =>
    statements.map((statement) => /^\s*create (?:unlogged )?table (\w+)/.exec(statement)?.[1]),
  );
  return new Set(made.filter((name) => name !== undefined));
}
