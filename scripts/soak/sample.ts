/** What is looked at between two visitors, and how it is judged. */

/** Everything that is counted. `heap` and `rss` in megabytes of 1,000,000 bytes, `frame95` in milliseconds. */
export const COUNTERS = [
  'heap',
  'listeners',
  'nodes',
  'documents',
  'frames',
  'textures',
  'canvases',
  'contexts',
  'sounds',
  'rows',
  'rss',
  'frame95',
] as const;
export type Counter = (typeof COUNTERS)[number];

/** These must not grow at all. */
export const FLAT: ReadonlySet<Counter> = new Set<Counter>([
  'listeners',
  'nodes',
  'documents',
  'frames',
  'textures',
  'canvases',
  'contexts',
  'sounds',
  'rows',
]);

export interface Sample {
  /** Which start of the browser it belongs to, from 0. */
  readonly life: number;
  /** Milliseconds since the run began. */
  readonly at: number;
  /** Milliseconds since this life began. */
  readonly age: number;
  /** Sessions so far. */
  readonly sessions: number;
  readonly counts: Readonly<Record<Counter, number>>;
}
