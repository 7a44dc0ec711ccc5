/** Marks in the page by which pressing, walking and dragging know a card from a place. */

/** Can be dragged; its value names the card. */
export const CARD = 'data-card';
/** Takes a card; its value names the place, and is empty for where the cards lie at first. */
export const PLACE = 'data-place';
/** Around a card: what moves along when it is dragged. Without one the card moves alone. */
export const CARRIED = 'data-carried';
/** A button that the arrows walk to; its value says among which, `card` or `place`. */
export const STOP = 'data-stop';
