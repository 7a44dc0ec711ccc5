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

/**
 * A page that nobody sees lets its line go after so long: a browser has six lines to a server over plain http, so the
 * seventh page that is open would wait for ever, and an account has eight.
 */
const UNSEEN_MS = 30_000;

/** Listens to a team until the given way to stop is called. */
export function listenTo(team: string): () => void {
  let stop = openLine(team, false);
  let isOpen = true;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(leaving);
    if (document.visibilityState === 'hidden')
      leaving = setTimeout(() => {
        stop();
        isOpen = false;
      }, UNSEEN_MS);
    else if (!isOpen) {
      stop = openLine(team, true);
      isOpen = true;
    }
  };
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    clearTimeout(leaving);
    stop();
  };
}

/** @param missed whether something may have happened since the page was last told */
function openLine(team: string, missed: boolean): () => void {
  live.setState({ line: 'opening', latest: null });
  const source = new EventSource(`/api/teams/${team}/live`);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let mayHaveMissed = missed;
  const raise = (): void => {
    waiting = undefined;
    live.setState(({ edition }) => ({ edition: edition + 1 }));
  };
  source.addEventListener('open', () => {
    live.setState({ line: 'open' });
    // What happened while the line was broken was told to nobody.
    if (mayHaveMissed) raise();
    mayHaveMissed = false;
  });
  source.addEventListener('error', () => {
    mayHaveMissed = true;
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
