/** Keeps the screen from going dark. The browser lets go whenever the page is hidden, so it is asked again and again. */

/** After a refusal (a low battery, a browser that is still starting), and after a loss without a reason; milliseconds. */
const AGAIN_MS = 15_000;

/** Returns the way to let the screen sleep again. Where there is no wake lock the system's own settings must do. */
export function keepAwake(page: Document = document, lock: WakeLock | undefined = navigator.wakeLock): () => void {
  if (lock === undefined) return () => undefined;
  let held: WakeLockSentinel | null = null;
  let isAsking = false;
  let isOver = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    clearTimeout(again);
    if (!isOver) again = setTimeout(() => void ask(), AGAIN_MS);
  };
  const ask = async (): Promise<void> => {
    if (isOver || isAsking || held !== null || page.visibilityState !== 'visible') return;
    isAsking = true;
    try {
      const sentinel = await lock.request('screen');
      held = sentinel;
      sentinel.addEventListener('release', () => {
        if (held === sentinel) held = null;
        later();
      });
      if (isOver) await sentinel.release();
    } catch {
      later();
    } finally {
      isAsking = false;
    }
  };
  const see = (): void => void ask();
  page.addEventListener('visibilitychange', see);
  see();
  return () => {
    isOver = true;
    clearTimeout(again);
    page.removeEventListener('visibilitychange', see);
    void held?.release();
  };
}
