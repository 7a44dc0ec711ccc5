/** What the outer page and the framed inner one say to each other, by `postMessage` within one origin. */

/** Where the inner page is. */
export type Station = 'boot' | 'attract' | 'language' | 'choose' | 'play' | 'examine' | 'result' | 'reset';

export type FromInside =
  /** Every 5 s, from the frame loop (never from a timer): three missed ones and the frame is loaded anew. */
  | { readonly kiosk: 'beat'; readonly station: Station }
  /** At each change of station. `attract` for the first time: the curtain may open. */
  | { readonly kiosk: 'station'; readonly station: Station }
  /** The visitor is gone and everything of theirs is put away: load the frame anew behind the curtain. */
  | { readonly kiosk: 'again' }
  /** A trusted touch or key: the outer page may ask for the full screen now. */
  | { readonly kiosk: 'touched' }
  /** The staff's corner was held for 5 s, or the keys were pressed: show the PIN pad. */
  | { readonly kiosk: 'staff' }
  /** Something failed inside that a new load may mend. */
  | { readonly kiosk: 'failed'; readonly reason: string };

export type FromOutside =
  /** The PIN pad or the fault sheet lies over the frame: stand still; idle time does not count. */
  | { readonly kiosk: 'hold' }
  | { readonly kiosk: 'goOn' }
  /** Staff: end this visit now, whatever it is doing. */
  | { readonly kiosk: 'end' };
