import { type Kysely, sql } from 'kysely';

import { TABLE_OF_STEPS } from '../migrations/migrate.ts';
import { namesOfTables, STEPS, type Step } from '../migrations/migrations.ts';

export interface TableFound {
  readonly table: string;
  readonly columns: readonly string[];
  /** Columns that PostgreSQL numbers by itself. */
  readonly numbered: readonly string[];
}

interface ColumnRow {
  readonly table: string;
  readonly column: string;
  readonly numbered: boolean;
}

/** Our tables in the database, each after those that it refers to. */
export async function listTables<Shape>(
  db: Kysely<Shape>,
  steps: readonly Step[] = STEPS,
): Promise<readonly TableFound[]> {
  const ours = namesOfTables(steps);
  const { rows: columns } = await sql<ColumnRow>`
    select c.table_name as "table", c.column_name as "column", c.is_identity = 'YES' as numbered
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
    order by c.table_name, c.ordinal_position
  `.execute(db);
  const { rows: arrows } = await sql<{ from: string; to: string }>`
    select a.relname as "from", b.relname as "to"
    from pg_constraint k
    join pg_class a on a.oid = k.conrelid
    join pg_class b on b.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = current_schema()::regnamespace and a.oid <> b.oid
  `.execute(db);
  const found = new Map<string, { columns: string[]; numbered: string[] }>();
  for (const { table, column, numbered } of columns) {
    if (!ours.has(table) && table !== TABLE_OF_STEPS) continue;
    const entry = found.get(table) ?? { columns: [], numbered: [] };
    found.set(table, entry);
    entry.columns.push(column);
    if (numbered) entry.numbered.push(column);
  }
  const among = arrows.filter(({ from, to }) => found.has(from) && found.has(to));
  return putInOrder([...found.keys()], among).map((table) => ({
    table,
    columns: found.get(table)?.columns ?? [],
    numbered: found.get(table)?.numbered ?? [],
  }));
}

/** @throws Error when tables refer to each other in a ring: rows of such could not be written one table after the other */
function putInOrder(
  tables: readonly string[],
  arrows: readonly { readonly from: string; readonly to: string }[],
): readonly string[] {
  const placed = new Set<string>();
  while (placed.size < tables.length) {
    const next = tables.filter(
      (table) => !placed.has(table) && arrows.every(({ from, to }) => from !== table || placed.has(to)),
    );
    if (next.length === 0) throw new Error('Tables refer to each other in a ring.');
    for (const table of next) placed.add(table);
  }
  return [...placed];
}
