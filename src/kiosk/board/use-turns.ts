import { useEffect, useState } from 'preact/hooks';

/** So long each act is shown, in milliseconds: time to find oneself among ten lines. */
const TURN_MS = 14_000;

export interface Turns {
  /** null while no act has a board. */
  readonly shown: string | null;
  /** Whether the acts come by themselves. */
  readonly turning: boolean;
  show(act: string): void;
  hold(still: boolean): void;
}

/** The acts in turn. An act that somebody chose is shown for its full time, too. */
export function useTurns(acts: readonly string[]): Turns {
  const [chosen, choose] = useState<string | null>(null);
  const [turning, setTurning] = useState(true);
  const shown = acts.find((act) => act === chosen) ?? acts[0] ?? null;
  const order = acts.join(' ');
  useEffect(() => {
    if (!turning || acts.length < 2) return undefined;
    const timer = setTimeout(() => {
      const place = acts.findIndex((act) => act === shown);
      choose(acts[(place + 1) % acts.length] ?? null);
    }, TURN_MS);
    return () => clearTimeout(timer);
    // The list is made anew with every look at the server; its order says whether it is another one.
  }, [shown, turning, order]);
  return { shown, turning, show: choose, hold: (still) => setTurning(!still) };
}
