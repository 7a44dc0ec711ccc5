/**
 * Makes the game independent of the network. Loaded after the first screen; it then waits until the page has nothing to
 * do, so that nobody waits longer for the first act because of it.
 */
import { bring } from './bring.ts';
import { giveHands } from './hands.ts';
import { showNotices } from './show-notices.tsx';
import { watchServerRules } from './server-rules.ts';
import { fetchList, ownEntry } from './shelf.ts';
import { offline } from './state.ts';
import { tellTabs, tellVersion } from './tabs.ts';
import { Updates } from './update.ts';
import { here, onStep } from './whereabouts.ts';
import { startWorker, type PageWorker } from './worker.ts';

/** So often it is looked whether a new version may take over, and whether the network is back; milliseconds. */
const LOOK_MS = 15_000;

/** Resolves when the browser has nothing better to do. */
function untilIdle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: LOOK_MS });
    else setTimeout(resolve, 1000);
  });
}

/** Resolves when the stage is neither loading nor playing. */
function untilCalm(): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (here() === 'play') setTimeout(look, 1000);
      else resolve();
    };
    look();
  });
}

/** A part of the page that does not arrive while the server has another version: only loading anew will help. */
function watchTornPage(entry: string): void {
  addEventListener('vite:preloadError', () => {
    fetchList().then(
      (list) => list !== null && list.entry !== entry && offline.setState({ torn: true }),
      () => undefined,
    );
  });
}

async function begin(): Promise<void> {
  const entry = ownEntry();
  let worker: PageWorker | null = null;
  const updates = new Updates(() => worker);
  const step = (): void => {
    offline.setState({ place: here() });
    tellTabs();
    if (updates.isReady) updates.consider();
  };
  onStep(step);
  step();
  tellVersion(entry);
  watchTornPage(entry);
  showNotices();
  await untilCalm();
  await untilIdle();

  /** One round after the other: a version that comes meanwhile has its own. */
  let rounds = Promise.resolve();
  const round = (asked: boolean): Promise<void> => {
    rounds = rounds.then(async () => {
      const waited = updates.waits;
      const isComplete = await bring({ entry, asked, untilCalm }).catch(() => false);
      if (waited && isComplete) updates.complete();
      updates.consider();
    });
    return rounds;
  };
  worker = await startWorker({
    onWaiting: () => {
      updates.wait();
      void round(false);
    },
    onTakenOver: () => updates.takenOver(),
  });
  const held = worker;
  offline.setState({ keeping: 'yes' });
  giveHands({ update: () => updates.update(), fetchAll: () => round(true) });
  watchServerRules(() => void held.ask());
  await round(false);
  setInterval(() => {
    step();
    const { fetching } = offline.getState();
    if (fetching === 'offline' || (updates.waits && !updates.isReady && fetching !== 'going')) void round(false);
  }, LOOK_MS);
}

if ('serviceWorker' in navigator && 'caches' in globalThis && 'locks' in navigator)
  begin().catch(() => offline.setState({ keeping: 'never' }));
else offline.setState({ keeping: 'never' });
