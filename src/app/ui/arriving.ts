import { useCallback, useEffect, useState } from 'preact/hooks';
import { wouldComeAnew } from '../missing-parts.ts';

/** Something that is on its way: not there yet, there, or lost (then `retry` asks again). */
export type Arriving<Thing> =
  | { readonly state: 'coming' }
  | { readonly state: 'here'; readonly thing: Thing }
  | { readonly state: 'lost'; readonly reason: unknown; readonly retry: () => void };

/** Loads something when a screen opens, and again when `key` changes. What comes too late is dropped. */
export function useArriving<Thing>(key: string, load: () => Promise<Thing>): Arriving<Thing> {
  const [tries, setTries] = useState(0);
  const [found, setFound] = useState<{ readonly key: string; readonly arriving: Arriving<Thing> }>();
  const retry = useCallback(async () => {
    setFound(undefined);
    if (await wouldComeAnew()) location.reload();
    else setTries((count) => count + 1);
  }, []);
  useEffect(() => {
    let wanted = true;
    load().then(
      (thing) => wanted && setFound({ key, arriving: { state: 'here', thing } }),
      (reason: unknown) => wanted && setFound({ key, arriving: { state: 'lost', reason, retry: () => void retry() } }),
    );
    return () => {
      wanted = false;
    };
    // `load` is made anew at every drawing; what it loads is named by `key`.
  }, [key, tries]);
  return found && found.key === key ? found.arriving : { state: 'coming' };
}
