/**
 * News of a team as it happens. Whoever shows a report reads it again when `edition` goes up; news that come close
 * together raise it once.
 */
import { createStore } from 'zustand/vanilla';
import type { LiveChange } from '../../wire/team.ts';

export interface Live {
  /** Goes up with everything that may change a report. */
  readonly edition: number;
  readonly line: 'opening' | 'open' | 'broken';
  /** The latest news since the page was opened, and when it came by this machine's clock. */
  readonly latest: { readonly change: LiveChange; readonly at: number } | null;
}

export const live = createStore<Live>(() => ({ edition: 0, line: 'opening', latest: null }));

/** A shower of results is shown as one. */
const GATHER_MS = 600;

/** Listens to a team until the given way to stop is called. */
export function listenTo(team: string): () => void {
  live.setState({ line: 'opening', latest: null });
  const source = new EventSource(`/api/teams/${team}/live`);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let missed = false;
  const raise = (): void => {
    waiting = undefined;
    live.setState(({ edition }) => ({ edition: edition + 1 }));
  };
  source.addEventListener('open', () => {
    live.setState({ line: 'open' });
    // What happened while the line was broken was told to nobody.
    if (missed) raise();
    missed = false;
  });
  source.addEventListener('error', () => {
    missed = true;
    live.setState({ line: 'broken' });
  });
  source.addEventListener('change', ({ data }: MessageEvent<string>) => {
    live.setState({ latest: { change: JSON.parse(data) as LiveChange, at: Date.now() } });
    waiting ??= setTimeout(raise, GATHER_MS);
  });
  return () => {
    clearTimeout(waiting);
    source.close();
  };
}

/** Has every report read again, after something was changed here. */
export function readAgain(): void {
  live.setState(({ edition }) => ({ edition: edition + 1 }));
}
