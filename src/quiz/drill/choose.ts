import { seedRandom } from '../../kernel/random.ts';
import type { History } from '../debrief/debrief.ts';
import { TIERS, type Item, type Tier } from '../items/item.ts';
import { SETTLED } from '../items/scored.ts';
import { shuffle } from '../items/shuffle.ts';
import type { Cards, IdeaCard } from './drill.ts';

/** Fewest and most items in a drill: at 20 to 25 seconds each, two to five minutes. */
export const FEWEST = 6;
export const MOST = 12;
/** With this many items a drill is long enough; only what is due makes it longer. */
const ENOUGH = 8;
/** At most so many ideas of a drill are new, so that nobody is flooded. */
export const MOST_NEW = 2;

/** An idea remembered for as many days is asked at the next tier. */
const GENERAL_DAYS = 4;
const MARSHAL_DAYS = 21;

/** What is known about the player when a drill is chosen. */
export interface DrillMemory {
  readonly cards: Cards;
  /** By item, from every way in which items are met. */
  readonly history: History;
  /** Ideas of the acts that were played; the only ones that a drill begins with. */
  readonly played: readonly string[];
}

/** The ideas that are due at `now` (milliseconds since 1970), the longest overdue first. */
export function findDue(cards: Cards, now: number): readonly string[] {
  return Object.entries(cards)
    .filter(([, card]) => card.due <= now)
    .sort(([a, one], [b, other]) => one.due - other.due || (a < b ? -1 : 1))
    .map(([idea]) => idea);
}

/**
 * Chooses the items of a drill, one for each idea: ideas that are due (longest overdue first, at most `MOST`), then
 * ideas that went badly last time, then at most `MOST_NEW` new ideas of acts that were played, up to `ENOUGH` items;
 * then the ideas nearest to being due, and more items of the ideas chosen, until there are `FEWEST`. Empty when no
 * idea has been met and no act been played; shorter than `FEWEST` only when the bank has no more on those ideas.
 * An item's tier goes with how long its idea is remembered; among equals, the one not seen for longest.
 */
export function chooseDrill(items: readonly Item[], memory: DrillMemory, now: number, seed: number): readonly Item[] {
  const { cards, history, played } = memory;
  const random = seedRandom(seed);
  const bank = shuffle(items, random);
  const asked = new Set(bank.map(({ idea }) => idea));
  const chosen: Item[] = [];
  const take = (ideas: readonly string[], until: number): void => {
    for (const idea of ideas) {
      if (chosen.length >= until) return;
      const best = findBest(bank, idea, chosen, cards[idea], history);
      if (best !== undefined) chosen.push(best);
    }
  };
  const met = Object.entries(cards)
    .filter(([idea]) => asked.has(idea))
    .sort(([a, one], [b, other]) => one.due - other.due || (a < b ? -1 : 1));
  const due = met.filter(([, card]) => card.due <= now).map(([idea]) => idea);
  const later = met.filter(([, card]) => card.due > now);
  take(due, MOST);
  take(idsOf(later.filter(([, card]) => card.lastScore < SETTLED)), ENOUGH);
  take(shuffle(unmet(played, cards), random).slice(0, MOST_NEW), ENOUGH);
  take(idsOf(later.filter(([, card]) => card.lastScore >= SETTLED)), FEWEST);
  for (let before = -1; before < chosen.length && chosen.length < FEWEST;) {
    before = chosen.length;
    take([...new Set(chosen.map(({ idea }) => idea))], FEWEST);
  }
  return chosen;
}

function idsOf(entries: readonly (readonly [idea: string, card: IdeaCard])[]): readonly string[] {
  return entries.map(([idea]) => idea);
}

function unmet(played: readonly string[], cards: Cards): readonly string[] {
  return [...new Set(played)].filter((idea) => cards[idea] === undefined);
}

/** The tier at which an idea is asked. */
export function tierFor(card: IdeaCard | undefined): Tier {
  if (card === undefined || card.stability < GENERAL_DAYS) return 'soldier';
  return card.stability < MARSHAL_DAYS ? 'general' : 'marshal';
}

/** The item of an idea that suits best; an item seen the last time the idea was asked is the last resort. */
function findBest(
  bank: readonly Item[],
  idea: string,
  chosen: readonly Item[],
  card: IdeaCard | undefined,
  history: History,
): Item | undefined {
  const wanted = TIERS.indexOf(tierFor(card));
  const seenAt = (item: Item): number => history[item.id]?.lastAt ?? -1;
  const own = bank.filter((item) => item.idea === idea && !chosen.includes(item));
  const latest = own.reduce((last, item) => Math.max(last, seenAt(item)), -1);
  const isFresh = (item: Item): number => (latest >= 0 && seenAt(item) === latest ? 1 : 0);
  const distance = (item: Item): number => Math.abs(TIERS.indexOf(item.tier) - wanted);
  return own.sort((a, b) => isFresh(a) - isFresh(b) || distance(a) - distance(b) || seenAt(a) - seenAt(b))[0];
}
