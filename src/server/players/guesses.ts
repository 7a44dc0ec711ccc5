/**
 * Holds down the guessing of codes and words, without holding up a room behind one address: of two hundred people who
 * type a code at nine o'clock some twenty mistype it, and whoever is slow must still get in by the right one. A team's
 * code has 38 bits: two hundred guesses an hour for a year find one of twenty open codes once in ten thousand years.
 */
import type { Grounds } from '../grounds.ts';
import { peek, refund, secondsLeft, spend, type Counter } from '../guard/limits.ts';
import { Refusal } from '../routing/refusal.ts';

const MINUTE = 60;
const HOUR = 3600;
/** Wrong codes from one address. Right ones are not counted. */
const MOST_A_MINUTE = 20;
const MOST_AN_HOUR = 200;
/** Tries from one address that are wrong or not yet answered: so many at once are no way round. */
const MOST_TRIES = 300;
/** Wrong codes from everywhere in an hour; beyond it each try waits, and an address has fewer of them. */
const MOST_OF_ALL = 2000;
const DELAY_MS = 2000;
const MOST_WHEN_FLOODED = 40;
/** When a crowd is refused only because it came in the same moment. */
const CROWD_SECONDS = 5;

/**
 * Lets `look` try a code. However many others guess, a right code from a fresh address still opens.
 *
 * @param look gives null for a wrong one
 * @throws Refusal `codeUnknown`, `tooMany`
 */
export async function tryCode<Found>(
  grounds: Grounds,
  address: string,
  look: () => Promise<Found | null>,
): Promise<Found> {
  const wrong: readonly Counter[] = [
    { key: `wrong code ${address}`, seconds: MINUTE },
    { key: `wrong codes ${address}`, seconds: HOUR },
    { key: 'wrong codes of all', seconds: HOUR },
  ];
  const tries: readonly Counter[] = [{ key: `tried codes ${address}`, seconds: HOUR }];
  const [minute = 0, hour = 0, all = 0] = await peek(grounds.db, grounds, wrong);
  const flooded = all >= MOST_OF_ALL;
  if (hour >= (flooded ? MOST_WHEN_FLOODED : MOST_AN_HOUR))
    throw tooMany(secondsLeft(grounds.now(), { seconds: HOUR }));
  if (minute >= MOST_A_MINUTE) throw tooMany(secondsLeft(grounds.now(), { seconds: MINUTE }));
  const [tried = 0] = await spend(grounds.db, grounds, tries);
  if (tried > MOST_TRIES) {
    await refund(grounds.db, grounds, tries);
    throw tooMany(CROWD_SECONDS);
  }
  if (flooded) await new Promise((resolve) => setTimeout(resolve, DELAY_MS));
  const found = await look();
  if (found !== null) {
    await refund(grounds.db, grounds, tries);
    return found;
  }
  const [nth = 0] = await spend(grounds.db, grounds, wrong);
  // Of many wrong ones at once only so many learn that they were wrong.
  if (nth > MOST_A_MINUTE) throw tooMany(secondsLeft(grounds.now(), { seconds: MINUTE }));
  throw new Refusal('codeUnknown');
}

function tooMany(seconds: number): Refusal {
  return new Refusal('tooMany', undefined, seconds);
}
