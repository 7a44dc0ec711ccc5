/** What all stations of the inner page share. */
import type { Beat } from './beat.ts';
import type { IdleWatch } from '../idle/watch.ts';
import type { VisitBook } from '../outbox/visit-book.ts';
import type { Closing } from '../reset/closing.ts';
import type { KioskSettings } from '../settings/kiosk-settings.ts';
import type { Travel } from './travel.ts';
import type { Visitors } from './visitor.ts';
import type { Aids } from '../reach/aids.ts';
import type { LastResult } from './last-result.ts';
import type { StoreApi } from 'zustand/vanilla';

/** One thing that can be played here. */
export interface Offer {
  readonly act: string;
  readonly way: string | null;
  /** False where this browser cannot draw a stage. */
  readonly playable: boolean;
}

export interface Kiosk {
  readonly settings: KioskSettings;
  readonly book: VisitBook;
  readonly offered: readonly Offer[];
  readonly travel: Travel;
  readonly visitors: Visitors;
  readonly idle: IdleWatch;
  readonly beat: Beat;
  readonly closing: Closing;
  /** What was played last, for the result; null before. */
  readonly last: StoreApi<LastResult | null>;
  /** True while staff hold the kiosk: stages stand still. */
  readonly held: StoreApi<boolean>;
  /** What this visitor asked for besides the page's own settings. */
  readonly aids: StoreApi<Aids>;
  /** The attract page is to be seen. */
  attracting(): void;
  /** Somebody touched it. */
  begin(): void;
}
