/** The journey of this page life: one place at a time, and who listens. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { BEGINNING, takeStep, type At, type Step } from './journey.ts';

export interface Travel {
  readonly at: StoreApi<At>;
  go(step: Step): void;
}

/** `languages`: how many the event offers, known only after the settings have been read. */
export function beginTravel(languages: () => number): Travel {
  const at = createStore<At>(() => BEGINNING);
  return {
    at,
    go(step) {
      const now = at.getState();
      const next = takeStep(now, step, languages());
      if (next !== now) at.setState(next, true);
    },
  };
}
