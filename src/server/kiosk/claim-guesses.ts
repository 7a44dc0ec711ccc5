/**
 * Holds down the guessing of claim codes (50 bits), without holding up a hall of visitors behind one address who ask for
 * their results before any kiosk has delivered them.
 */
import type { Grounds } from '../grounds.ts';
import { peek, refund, secondsLeft, spend, type Counter } from '../guard/limits.ts';
import { Refusal } from '../routing/refusal.ts';

const HOUR = 3600;
/** Different wrong codes from one address in an hour. Who asks for the same one again does not guess. */
const MOST_OF_ADDRESS = 600;
/** Different wrong codes from everywhere in an hour; beyond it an address has fewer of them. */
const FLOODED_AT = 3_000;
const MOST_WHEN_FLOODED = 30;
/** Beyond it nobody's new code is looked at until the hour is over: so many are no visitors. */
const MOST_OF_ALL = 20_000;

/**
 * Lets `look` look for a code.
 *
 * @param code in its one form
 * @param look gives null for a wrong one
 * @returns what `look` found
 * @throws Refusal `tooMany`
 */
export async function guardGuesses<Found>(
  grounds: Grounds,
  { address, code }: { readonly address: string; readonly code: string },
  look: () => Promise<Found | null>,
): Promise<Found | null> {
  const { db } = grounds;
  const asked: Counter = { key: `claim ${code} ${address}`, seconds: HOUR };
  const wrong: readonly Counter[] = [
    { key: `claims ${address}`, seconds: HOUR },
    { key: 'claims of all', seconds: HOUR },
  ];
  const [before = 0] = await peek(db, grounds, [asked]);
  if (before > 0) return look();
  // Counted before the look: many at once are no way round.
  const [ofAddress = 0, ofAll = 0] = await spend(db, grounds, wrong);
  if (ofAll > MOST_OF_ALL || ofAddress > (ofAll > FLOODED_AT ? MOST_WHEN_FLOODED : MOST_OF_ADDRESS)) {
    await refund(db, grounds, wrong);
    throw new Refusal('tooMany', undefined, secondsLeft(grounds.now(), { seconds: HOUR }));
  }
  const found = await look();
  if (found === null) await spend(db, grounds, [asked]);
  else await refund(db, grounds, wrong);
  return found;
}
