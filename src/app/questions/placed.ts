/** Cards and places, as plain data: where every card lies. */

/** The place of each card, by card; null while it lies among the cards. */
export type Placed = Readonly<Record<string, string | null>>;

/** All cards lie together. */
export function layOut(cards: readonly string[]): Placed {
  return Object.fromEntries(cards.map((card) => [card, null]));
}

/** The cards that lie at a place, or with `null` those that have none yet, in the order given. */
export function cardsAt(placed: Placed, cards: readonly string[], place: string | null): readonly string[] {
  return cards.filter((card) => placed[card] === place);
}

/**
 * Puts a card at a place, or back among the cards (`null`). Where a place takes one card only, the one that lies there
 * goes where the other came from, so that nothing is lost.
 */
export function putCard(placed: Placed, card: string, place: string | null, oneEach: boolean): Placed {
  const from = placed[card] ?? null;
  const other = place !== null && oneEach ? findCard(placed, place) : undefined;
  return { ...placed, ...(other === undefined || other === card ? {} : { [other]: from }), [card]: place };
}

/** The first card at a place. */
export function findCard(placed: Placed, place: string): string | undefined {
  return Object.keys(placed).find((card) => placed[card] === place);
}
