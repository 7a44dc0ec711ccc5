/** An answer of the server that a page shows, kept up to date. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { useStore } from 'zustand';
import { ask, faultOf, type Refused } from './ask.ts';
import { live } from './live.ts';

export type Answer<T> =
  | { readonly state: 'coming' }
  | { readonly state: 'lost'; readonly reason: Refused; readonly retry: () => void }
  | {
      readonly state: 'here';
      readonly answer: T;
      /** A newer one is on its way, or could not be had. */
      readonly old: boolean;
      /** When it came, in milliseconds since 1970. */
      readonly at: number;
    };

interface Held<T> {
  readonly name: string;
  readonly path: string;
  readonly answer: T;
  readonly at: number;
}

/**
 * Reads `path` and reads it again when the team has news. While another path of the same `name` (another filter) is on
 * its way, the last answer stays on the page.
 */
export function useAnswer<T>(name: string, path: string): Answer<T> {
  const edition = useStore(live, (now) => now.edition);
  const [tries, setTries] = useState(0);
  const [held, hold] = useState<Held<T>>();
  const [fault, setFault] = useState<{ readonly path: string; readonly reason: Refused }>();
  useEffect(() => {
    const stop = new AbortController();
    ask<T>(path, { signal: stop.signal }).then(
      (answer) => {
        if (stop.signal.aborted) return;
        hold({ name, path, answer, at: Date.now() });
        setFault(undefined);
      },
      (reason: unknown) => {
        if (!stop.signal.aborted) setFault({ path, reason: faultOf(reason) });
      },
    );
    return () => stop.abort();
  }, [name, path, edition, tries]);
  const retry = useCallback(() => {
    setFault(undefined);
    setTries((count) => count + 1);
  }, []);
  if (held?.name === name && (held.path === path || fault?.path !== path))
    return { state: 'here', answer: held.answer, old: held.path !== path || fault?.path === path, at: held.at };
  return fault?.path === path ? { state: 'lost', reason: fault.reason, retry } : { state: 'coming' };
}
