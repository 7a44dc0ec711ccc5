/** The order of a player's results, here as in the database (`sums.ts`): by time, then by the record's id, then by place. */
export interface Moment {
  readonly at: Date;
  readonly record_id: string;
  /** In an examination. */
  readonly place?: number;
}

function compareMoments(one: Moment, other: Moment): number {
  const time = one.at.getTime() - other.at.getTime();
  if (time !== 0) return time;
  if (one.record_id !== other.record_id) return one.record_id < other.record_id ? -1 : 1;
  return (one.place ?? 0) - (other.place ?? 0);
}

/** Rows by a name, each group in the order of time. */
export function groupInOrder<Row extends Moment>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows.toSorted(compareMoments)) {
    const group = groups.get(nameOf(row));
    if (group === undefined) groups.set(nameOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

/** Whether all of these, at least one and in order, come later than the last one known: then nothing before them changes. */
export function isAfter([first]: readonly Moment[], last: Date): boolean {
  return first !== undefined && first.at.getTime() > last.getTime();
}
