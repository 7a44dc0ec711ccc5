/** What one who plays by ear alone gets: sounds with their side and distance, and words; no cell, no column, no lane. */
import type { RoadHappening } from './happenings.ts';
import type { RoadState } from './state.ts';

type Without<Happened, Key extends PropertyKey> = Happened extends unknown ? Omit<Happened, Key> : never;

/** A happening as it is heard. */
export type Sound = Without<RoadHappening, 'at' | 'cells' | 'columns' | 'lanes'>;

export interface EarView {
  /** What was heard in the tick before. */
  readonly sounds: readonly Sound[];
  /** Loudness at the left and the right ear, 0 to 1 each. */
  readonly waterHeard: ArrayLike<number>;
  readonly windHeard: ArrayLike<number>;
  readonly marketHeard: ArrayLike<number>;
}

const SILENCE: readonly Sound[] = Object.freeze([]);

export function listen(state: RoadState): EarView {
  const { latest, waterHeard, windHeard, marketHeard } = state;
  return { sounds: latest.length === 0 ? SILENCE : latest.map(hearOf), waterHeard, windHeard, marketHeard };
}

/** Takes from a happening what eyes would see of it. */
function hearOf(happening: RoadHappening): Sound {
  const heard: Record<string, unknown> = { ...happening };
  for (const seen of ['at', 'cells', 'columns', 'lanes']) delete heard[seen];
  return heard as unknown as Sound;
}
