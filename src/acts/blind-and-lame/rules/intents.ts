import { BadInput } from '../../../kernel/act.ts';

/**
 * Ways from where they stand, as one who faces the market has them: left is up the slope, right is down towards the
 * river, ahead is along the road. The order is part of the fingerprint.
 */
export const DIRECTIONS = ['left', 'ahead', 'right', 'back'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export type RoadIntent =
  /** The blind man feels that way with his staff and, where it is open, steps. A step that was called is a stride. */
  | { readonly do: 'step'; readonly to: Direction }
  /** One player only: the map is rolled up and the blind man walks the called words, one after another. */
  | { readonly do: 'go' }
  /** One player only: the walk stops and the lame man unrolls the map. */
  | { readonly do: 'look' }
  /** The lame man says one word; it joins those that are not walked yet. Costs breath. */
  | { readonly do: 'call'; readonly to: Direction }
  /** Takes the last word back that is not walked yet; the breath stays spent. */
  | { readonly do: 'unsay' }
  /** The blind man tells what his staff has touched since he last told; the map is put right. Costs breath. */
  | { readonly do: 'report' }
  /** The blind man calls out and listens: rock answers, and so does the market's bell. Costs breath. */
  | { readonly do: 'sound' }
  /** Sits down: ends this passage. */
  | { readonly do: 'rest' };

const PLAIN = ['go', 'look', 'unsay', 'report', 'sound', 'rest'] as const;

/** Checks an intent that came from outside. Throws `BadInput`. */
export function parseIntent(value: unknown): RoadIntent {
  if (typeof value !== 'object' || value === null) throw new BadInput('intent', 'must be an object');
  const given = value as Readonly<Record<string, unknown>>;
  const { do: what } = given;
  const plain = PLAIN.find((name) => name === what);
  if (plain !== undefined) return { do: plain };
  if (what !== 'step' && what !== 'call')
    throw new BadInput('intent.do', `must be one of step, call, ${PLAIN.join(', ')}`);
  const to = DIRECTIONS.find((name) => name === given['to']);
  if (to === undefined) throw new BadInput('intent.to', `must be one of ${DIRECTIONS.join(', ')}`);
  return { do: what, to };
}
