/**
 * A sign of life for whoever started the browser. A frame of the same origin shares the outer page's process, so when it
 * hangs or is killed, the outer page goes with it and nobody is left in the browser who could help. The launchers in
 * `scripts/kiosk` watch the browser's folder instead: IndexedDB's files grow with every write (measured in Chromium 143; at
 * once, while localStorage's wait for many seconds).
 */

const DATABASE = 'marshals-baton-kiosk-alive';
const STORE = 'signs';
/** The launchers start the browser anew after 180 s without a sign. */
const EVERY_MS = 30_000;

/** Writes down that this page's loop goes on, now and every half a minute. Returns the way to stop. */
export function giveSigns(factory: IDBFactory = indexedDB): () => void {
  const sign = (): void => {
    const request = factory.open(DATABASE, 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
    // A full disk takes no sign; the launcher then starts the browser anew once, and waits for the first sign again.
    request.addEventListener('error', (event) => event.preventDefault());
    request.addEventListener('success', () => {
      const database = request.result;
      try {
        const transaction = database.transaction(STORE, 'readwrite', { durability: 'relaxed' });
        transaction.addEventListener('abort', (event) => event.preventDefault());
        // Always the same, so that what lies on the device tells nothing: the file grows by it all the same.
        transaction.objectStore(STORE).put(true, 'alive');
      } finally {
        // Carried out when the transaction is over.
        database.close();
      }
    });
  };
  sign();
  const timer = setInterval(sign, EVERY_MS);
  return () => clearInterval(timer);
}
