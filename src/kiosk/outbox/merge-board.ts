/** The board as a kiosk knows it: the server's, and over it what this kiosk has not delivered yet. Pure. */
import { BOARD_LENGTH, type Board, type BoardEntry } from '../../wire/kiosk.ts';
import type { BoardRow, RunsRow } from './database.ts';
import type { Standing } from './visit-book.ts';

export interface BoardParts {
  readonly event: string;
  readonly name: string;
  /** This kiosk's visits of the event. */
  readonly own: readonly RunsRow[];
  /** The server's board as it was last seen; null when it never was. */
  readonly seen: Pick<BoardRow, 'board' | 'at'> | null;
  /** Ids of visits that staff took from the board. */
  readonly hidden: ReadonlySet<string>;
}

type Run = Omit<BoardEntry, 'place'>;

/** Best first; of equal scores the earlier; a third order only so that the same board always looks the same. */
function compareRuns(one: Run, other: Run): number {
  return other.score - one.score || one.at - other.at || (one.visit < other.visit ? -1 : 1);
}

/** Equal scores share a place, and the next one counts them all: 1, 2, 2, 4. */
export function placeRuns(runs: readonly Run[]): readonly BoardEntry[] {
  const placed: BoardEntry[] = [];
  for (const run of runs.toSorted(compareRuns)) {
    const before = placed.at(-1);
    placed.push({ ...run, place: before?.score === run.score ? before.place : placed.length + 1 });
  }
  return placed;
}

/** Runs of one act that stand: the server's, and this kiosk's where the server cannot know better. */
function gatherRuns(parts: BoardParts, act: string): readonly Run[] {
  const shown = parts.seen?.board.acts[act] ?? [];
  const listed = new Set(shown.map(({ visit }) => visit));
  const own = parts.own.flatMap((row) =>
    row.runs
      .filter((run) => run.act === act && !listed.has(row.visit) && !isDismissed(parts, row, run))
      .map(({ score, at }) => ({ visit: row.visit, name: row.name, act, score, at })),
  );
  return [...shown, ...own].filter(({ visit }) => !parts.hidden.has(visit));
}

/** The server had the visit when it made the board, and does not show the run though it would have to: it does not count. */
function isDismissed({ seen }: BoardParts, row: RunsRow, run: RunsRow['runs'][number]): boolean {
  if (seen === null || row.delivered === null || row.delivered > seen.at) return false;
  const shown = seen.board.acts[run.act] ?? [];
  const last = shown.at(-1);
  return shown.length < BOARD_LENGTH || last === undefined || run.score > last.score;
}

/** How many visitors have played an act: those of the server's, and those that it had not when the board was seen. */
function countVisitors({ own, seen }: BoardParts, act: string): number {
  const fresh = own.filter(
    ({ delivered, runs }) =>
      (seen === null || delivered === null || delivered > seen.at) && runs.some((run) => run.act === act),
  );
  return (seen?.board.visitors[act] ?? 0) + fresh.length;
}

export function mergeBoard(parts: BoardParts): Board {
  const acts = new Set([
    ...Object.keys(parts.seen?.board.acts ?? {}),
    ...parts.own.flatMap(({ runs }) => runs.map(({ act }) => act)),
  ]);
  return {
    event: parts.event,
    name: parts.name,
    acts: Object.fromEntries(
      [...acts].map((act) => [act, placeRuns(gatherRuns(parts, act)).slice(0, BOARD_LENGTH)] as const),
    ),
    visitors: Object.fromEntries([...acts].map((act) => [act, countVisitors(parts, act)] as const)),
  };
}

/** Where a score stands among all runs that this kiosk knows of. */
export function findStanding(parts: BoardParts, act: string, score: number): Standing {
  const place = gatherRuns(parts, act).filter((run) => run.score > score).length + 1;
  const shown = parts.seen?.board.acts[act] ?? [];
  const last = shown.at(-1);
  const ownDelivered = parts.own.filter(
    ({ delivered, runs }) => delivered !== null && runs.some((run) => run.act === act),
  ).length;
  const seesAll = shown.length < BOARD_LENGTH || (parts.seen?.board.visitors[act] ?? 0) <= ownDelivered;
  return {
    place,
    of: Math.max(place, countVisitors(parts, act)),
    sure: seesAll || last === undefined || score >= last.score,
  };
}
