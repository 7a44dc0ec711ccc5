/** Which seals an act has earned. They say how far one went with it; they open and close nothing. */
import type { ActProgress } from '../../player/index.ts';
import { SETTLED, type History } from '../../quiz/index.ts';
import type { SealTier } from '../ui/rank-seal.tsx';

/** A debrief has at least this many questions. */
const DEBRIEF_LEAST = 3;

/**
 * Soldier: played to the end. General: a debrief's worth of questions answered, each of them well the last time.
 * Marshal: both, and a bet on this act was right.
 */
export function earnedSeals(progress: ActProgress | undefined, history: History | undefined): ReadonlySet<SealTier> {
  const seals = new Set<SealTier>();
  if (!progress || progress.attempts === 0) return seals;
  seals.add('soldier');
  const items = Object.values(history ?? {});
  if (items.length < DEBRIEF_LEAST || items.some((item) => item.lastScore < SETTLED)) return seals;
  seals.add('general');
  if (progress.betsRight > 0) seals.add('marshal');
  return seals;
}
