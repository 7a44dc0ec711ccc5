/** What waits to be delivered, as it is now: in the evening staff look at the sheet until it has come down to nothing. */
import { useEffect, useState } from 'preact/hooks';
import type { DeliverableBook } from '../outbox/index.ts';

type Waiting = Awaited<ReturnType<DeliverableBook['waiting']>>;

const LOOK_MS = 2000;

/** Null until the first look has come. */
export function useWaiting(book: Pick<DeliverableBook, 'waiting'>): Waiting | 'unreadable' | null {
  const [told, tell] = useState<Waiting | 'unreadable' | null>(null);
  useEffect(() => {
    let isHere = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      void book.waiting().then(
        (waiting) => heard(waiting),
        () => heard('unreadable'),
      );
    };
    // One look after the other: a slow disk is not asked twice at once.
    const heard = (waiting: Waiting | 'unreadable'): void => {
      if (!isHere) return;
      tell(waiting);
      timer = setTimeout(look, LOOK_MS);
    };
    look();
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, []);
  return told;
}
