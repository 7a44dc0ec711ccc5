/** Who stands before the kiosk: nobody in particular, with a made-up name. In memory until a result is kept. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Language } from '../../i18n/index.ts';
import { makeUuid7 } from '../../player/log/uuid.ts';
import { MOST_VISIT_RECORDS, type Visit } from '../../wire/kiosk.ts';
import type { NamedVisitor, VisitBook } from '../outbox/visit-book.ts';

/** How often another name may be drawn. */
const SPINS = 3;

export interface Visitor {
  readonly id: string;
  readonly named: NamedVisitor;
  /** Names that may still be drawn; 0 once a result stands under this one. */
  readonly spins: number;
  /** What the result is taken home with; null on a kiosk without a server. */
  readonly claim: string | null;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Results that the medium has, and whether it took the last one. */
  readonly kept: { readonly results: number; readonly last: 'none' | 'kept' | 'full' };
}

export interface VisitorParts {
  readonly book: Pick<VisitBook, 'keepVisit' | 'closeVisit'>;
  readonly makeName: (language: Language) => NamedVisitor;
  /** null where there is no server. */
  readonly makeClaim: (() => string) | null;
  /** What this page life has written: all of it is this visitor's, since the page is made new for each. */
  readonly records: () => Promise<readonly unknown[]>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly fillRandom: (bytes: Uint8Array<ArrayBuffer>) => void;
}

export interface Visitors {
  readonly store: StoreApi<Visitor | null>;
  /** Somebody came. */
  greet(language: Language): void;
  /** They speak another language: their name is drawn anew in it, unless a result stands under it. */
  call(language: Language): void;
  spin(): void;
  /** Puts what was earned onto the medium; resolves when it is there, or to `full` when it cannot be. Never rejects. */
  keep(): Promise<'kept' | 'full'>;
  /** They are gone: the visit may be delivered. Harmless when nobody is here. Never rejects. */
  leave(): Promise<void>;
}

/** Whether one more result finds room in the visit. */
export function mayPlayOn({ kept }: Visitor): boolean {
  return kept.results < MOST_VISIT_RECORDS;
}

export function welcomeVisitors(parts: VisitorParts): Visitors {
  const store = createStore<Visitor | null>(() => null);
  const change = (some: Partial<Visitor>): void => {
    const now = store.getState();
    if (now !== null) store.setState({ ...now, ...some }, true);
  };
  return {
    store,
    greet(language) {
      const startedAt = parts.now();
      store.setState(
        {
          id: makeUuid7(startedAt, parts.fillRandom),
          named: parts.makeName(language),
          spins: SPINS,
          claim: parts.makeClaim?.() ?? null,
          startedAt,
          kept: { results: 0, last: 'none' },
        },
        true,
      );
    },
    call(language) {
      const now = store.getState();
      if (now === null || now.named.name.language === language || now.kept.results > 0) return;
      change({ named: parts.makeName(language) });
    },
    spin() {
      const now = store.getState();
      if (now === null || now.spins === 0) return;
      change({ named: parts.makeName(now.named.name.language), spins: now.spins - 1 });
    },
    async keep() {
      const now = store.getState();
      if (now === null) return 'full';
      const records = (await parts.records()).slice(-MOST_VISIT_RECORDS);
      const { id, claim, startedAt, named } = now;
      const visit: Visit = { id, name: named.name, claim, startedAt, endedAt: parts.now(), records: [...records] };
      try {
        await parts.book.keepVisit(visit);
        change({ spins: 0, kept: { results: records.length, last: 'kept' } });
        return 'kept';
      } catch (reason) {
        reportError(reason);
        change({ spins: 0, kept: { results: records.length, last: 'full' } });
        return 'full';
      }
    },
    async leave() {
      const now = store.getState();
      if (now === null) return;
      store.setState(null, true);
      // Whoever cannot be closed now is closed at the next start.
      if (now.kept.results > 0) await parts.book.closeVisit(now.id).catch(() => undefined);
    },
  };
}
