/**
 * The kiosk's own database `marshals-baton-kiosk`: settings, visits that wait to be delivered, the board as it was last
 * seen. The inner page writes finished results into it, the outer page delivers them.
 */
import type { Board, MadeName, Visit } from '../../wire/kiosk.ts';
import type { KioskHere } from '../settings/kiosk-settings.ts';

/** What staff have to see to. With the first three nothing is lost: the visits wait. */
export type DeliveryFault =
  /** The server does not know this kiosk's token any more: set the kiosk up with a new code. */
  | 'signedOut'
  /** The server will not have the event: another team's has its id, or the kiosk's membership does not allow it. */
  | 'eventRefused'
  /** The server is another version's, or does not understand what is sent. */
  | 'otherServer'
  /** The server has refused single visits for good; the others were delivered. */
  | 'visitsRefused'
  /** Visits came more than a day after the event's end, or after it was deleted: the server took none of them any more. */
  | 'eventOver';

/** What waits on this kiosk. */
export interface Waiting {
  /** Visits that are not with the server yet, also the one under way. */
  readonly visits: number;
  /** When a round last came through, in milliseconds since 1970; null when none has. */
  readonly lastRound: number | null;
  readonly fault: DeliveryFault | null;
}

/** Where a score stands. */
export interface Standing {
  /** 1 is the best; equal scores share a place. */
  readonly place: number;
  /** How many visitors have a counted run of the act, as far as this kiosk knows; never below `place`. */
  readonly of: number;
  /** False when runs on other kiosks that the board does not show may stand before it: say "among the best" or nothing. */
  readonly sure: boolean;
}

export interface VisitBook {
  /** null when this device has not been set up. Rejects when what is kept cannot be read. */
  readHere(): Promise<KioskHere | null>;
  writeHere(here: KioskHere): Promise<void>;
  /** Ends the kiosk on this device: all goes but visits that were not delivered, until they are, or are dropped. */
  forgetHere(): Promise<void>;
  /**
   * Keeps a visit as it stands now, in one strict transaction: resolves when it is on the medium. Called again with the
   * same id it replaces it (another act was played, a code was taken), until `closeVisit`; a visit that a power cut left
   * open is closed at the next boot. Rejects when the disk is full even after the oldest delivered things were dropped,
   * when the visit has been closed, and when this device is not set up. On a kiosk without a server only the runs are
   * kept, for its board.
   */
  keepVisit(visit: Visit): Promise<void>;
  /** From here on it may be delivered. Harmless when it is closed already or was never kept. */
  closeVisit(id: string): Promise<void>;
  /** Closes every visit that is open: for the inner page at its start, where nobody can be playing. Returns how many. */
  closeLeftOpen(): Promise<number>;
  /** Visits that wait, and whether the last round came through; for the staff's sheet. */
  waiting(): Promise<Waiting>;
  /** Drops what was not delivered, for good; only when staff have said so. Returns how many visits. */
  dropWaiting(): Promise<number>;
  /** This device's best runs with the server's board under them, for "your place"; never rejects. */
  readBoard(): Promise<Board>;
  /** Where a score would stand now (or stands, when its run is kept already). Never rejects. */
  placeOf(act: string, score: number): Promise<Standing>;
  /** Takes an entry from the board, here and on the server (as soon as it can be told). */
  hide(visit: string): Promise<void>;
  close(): void;
}

/** A name for a visitor and its text. */
export interface NamedVisitor {
  readonly name: MadeName;
  readonly text: string;
}
