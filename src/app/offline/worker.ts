/** The service worker of this page: registered by hand, asked for news now and then, told when it may take over. */
import { Workbox } from 'workbox-window';

/** So often a page that stays open asks for a new version; milliseconds. */
const ASK_MS = 3_600_000;

/** What the page makes of its worker. */
export interface WorkerNews {
  /** A new version is installed and waits. */
  readonly onWaiting: () => void;
  /** A new version has taken over this page. */
  readonly onTakenOver: () => void;
}

/** The page's hold on its worker. */
export interface PageWorker {
  /** Asks the server for a new version. Never rejects. */
  ask(): Promise<void>;
  /**
   * Lets the waiting version take over all pages, also one that is still on its way; resolves after it did, or after
   * twenty seconds.
   */
  letTakeOver(): Promise<void>;
}

const PATIENCE_MS = 20_000;
const QUIET_LINE_MS = 1000;

/** Registers the worker and waits until it holds this page. Rejects where there are no workers. */
export async function startWorker(news: WorkerNews): Promise<PageWorker> {
  const container = navigator.serviceWorker;
  const workbox = new Workbox('/sw.js');
  workbox.addEventListener('waiting', news.onWaiting);
  let before = container.controller;
  container.addEventListener('controllerchange', () => {
    // The first worker of all takes over a page that is of its own version.
    if (before !== null) news.onTakenOver();
    before = container.controller;
  });
  const registration = await workbox.register({ immediate: true });
  if (registration === undefined) throw new Error('the browser did not take the worker');
  await navigator.serviceWorker.ready;
  const ask = async (): Promise<void> => {
    // Without a network, or on a server that is gone, there is nothing new.
    await registration.update().catch(() => undefined);
  };
  setInterval(() => void ask(), ASK_MS);
  addEventListener('online', () => void ask());
  if (registration.waiting !== null) news.onWaiting();
  return {
    ask,
    letTakeOver: async () => {
      await untilLineIsQuiet();
      await new Promise<void>((resolve) => {
        const goOn = (): void => registration.waiting?.postMessage({ type: 'SKIP_WAITING' });
        const asking = setInterval(goOn, 500);
        const end = (): void => {
          clearInterval(asking);
          resolve();
        };
        container.addEventListener('controllerchange', end, { once: true });
        setTimeout(end, PATIENCE_MS);
        goOn();
      });
    },
  };
}

/**
 * Resolves when nothing has come over the line for a second, or after ten. Chromium was seen to hang on to the old
 * version for minutes when the wish fell together with fetches: the first gesture on a page brings the sound.
 */
function untilLineIsQuiet(): Promise<void> {
  return new Promise((resolve) => {
    const began = performance.now();
    let last = began;
    const observer = new PerformanceObserver(() => (last = performance.now()));
    observer.observe({ type: 'resource' });
    const looking = setInterval(() => {
      const now = performance.now();
      if (now - last < QUIET_LINE_MS && now - began < PATIENCE_MS / 2) return;
      clearInterval(looking);
      observer.disconnect();
      resolve();
    }, 100);
  });
}
