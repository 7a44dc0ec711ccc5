/** What is looked at between two visitors, and how it is judged. */

/** These must not grow at all. */
const COUNTS = [
  'listeners',
  'nodes',
  'documents',
  'frames',
  'textures',
  'canvases',
  'contexts',
  'sounds',
  'rows',
] as const;

/** Everything that is looked at. `heap` and `rss` in megabytes of 1,000,000 bytes, `frame95` in milliseconds. */
export const COUNTERS = ['heap', ...COUNTS, 'rss', 'frame95'] as const;
export type Counter = (typeof COUNTERS)[number];

export const FLAT: ReadonlySet<Counter> = new Set<Counter>(COUNTS);

export interface Sample {
  /** Which start of the browser it belongs to, from 0. */
  readonly life: number;
  /** Which load of the outer page it belongs to, of all lives together. */
  readonly load: number;
  /** Milliseconds since the run began. */
  readonly at: number;
  /** Milliseconds since this life began. */
  readonly age: number;
  /** Sessions so far. */
  readonly sessions: number;
  readonly counts: Readonly<Record<Counter, number>>;
}
