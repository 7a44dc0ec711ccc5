/** What an organiser arranges once for all kiosks of an event, and how it is held on one of them. */
import type { Language } from '../../i18n/index.ts';

/** An act that visitors may choose, in the way that it is played here. */
export interface KioskAct {
  readonly act: string;
  /** One of the act's `ways`; null for the usual one. The kiosk cut's parameters come over the way's. */
  readonly way: string | null;
}

/** The same on every kiosk of the event: what the link and the file carry. Holds no secret of the team. */
export interface KioskSettings {
  readonly version: 1;
  /** Made with the event; a copied link keeps it. */
  readonly event: { readonly id: string; readonly name: string; readonly endsAt: number; readonly keepDays: number };
  /** Opens `/kiosk/board#<token>`; 32 random bytes as base64url. */
  readonly boardToken: string;
  /** One or more, in the order in which they are offered; the attract loop plays the same. */
  readonly acts: readonly KioskAct[];
  /** Whether the short examination is offered. */
  readonly examination: boolean;
  /** One or more, the event's own first; a single one skips the choice. */
  readonly languages: readonly Language[];
  /** Seconds without a trusted input before the question "are you still there?"; 30 to 600, 75 by default. */
  readonly idleSeconds: number;
  /** Seconds to answer it; 20 to 120, 30 by default. */
  readonly answerSeconds: number;
  /** Seconds that a result stays at least for its code to be taken; 45 to 300, 60 by default. */
  readonly resultSeconds: number;
  readonly board: boolean;
  /** Loudest that anything may sound, 0 to 1; 0 is silence. */
  readonly volume: number;
  /** Controls in the lower half of a tall screen. */
  readonly reach: boolean;
  /** Size of text that a visitor begins with: 1, 1.25 or 1.5 times. */
  readonly textSize: number;
  /** Where the take-away's code leads: the game's public address, `https://…` without a path. */
  readonly address: string;
  /** The salted slow hash of the PIN (PBKDF2-SHA-256 by Web Crypto); salt and hash as base64url. */
  readonly pin: { readonly salt: string; readonly hash: string; readonly rounds: number };
}

/** On one kiosk: the settings, and the device's own token when it has joined a team with a kiosk's code. */
export interface KioskHere {
  readonly settings: KioskSettings;
  /** null: this kiosk has no server; then nothing can be taken home, and the board is this device's own. */
  readonly membership: { readonly team: string; readonly token: string } | null;
}
