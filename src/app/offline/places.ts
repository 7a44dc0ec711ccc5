/** Where the player is, as far as updates and downloads must care, and what may be done there. Pure. */

/**
 * `rest`: nothing is under way (title, campaign, settings), so the page may be loaded anew. `play`: the stage is loading
 * or playing, so the line and the processor are its own. `road`: everything between; somebody reads, bets or answers.
 */
export type Place = 'rest' | 'road' | 'play';

const REST = /^\/(campaign|settings)?\/?$/;
/** Who stands at a kiosk's outer page has its frame before them, and that one speaks for both. */
const OUTER = /^\/kiosk\/?$/;
const PLAY = /^\/(act\/[^/]+\/(play|workshop)|muster\/run|kiosk\/inside)(\/|$)/;

export function placeOf(path: string): Place {
  if (REST.test(path) || OUTER.test(path)) return 'rest';
  return PLAY.test(path) ? 'play' : 'road';
}

/** What decides whether the page may be loaded anew. */
export interface Situation {
  readonly place: Place;
  /** Milliseconds since the last sign of a person on this page. */
  readonly quietMs: number;
  readonly hidden: boolean;
  /** A dialog asks something. */
  readonly dialog: boolean;
  /** Records that are only in this page's memory; loading anew would lose them. */
  readonly unsaved: number;
  /** Everything that was here for the present version is here for the next one, too. */
  readonly complete: boolean;
}

/** So long nobody has touched anything before the page is loaded anew by itself. */
export const QUIET_MS = 120_000;

/** `now`: nobody would notice; `offer`: the player may say so; `wait`: not here, not yet. */
export function mayUpdate(situation: Situation): 'now' | 'offer' | 'wait' {
  const { place, quietMs, hidden, dialog, unsaved, complete } = situation;
  if (place !== 'rest' || unsaved > 0 || !complete) return 'wait';
  return !dialog && (hidden || quietMs >= QUIET_MS) ? 'now' : 'offer';
}
