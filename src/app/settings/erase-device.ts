import { player } from '../player.ts';

/** Forgets everything that the game keeps in this browser, then begins anew at the title. */
export async function eraseDevice(): Promise<void> {
  await player.close();
  const databases = (await indexedDB.databases?.()) ?? [];
  await Promise.allSettled(
    databases.map(
      ({ name }) =>
        new Promise<void>((resolve) => {
          if (name === undefined) return resolve();
          const request = indexedDB.deleteDatabase(name);
          // `blocked`: another tab holds it; the browser deletes it when that tab closes.
          request.onsuccess = request.onerror = request.onblocked = () => resolve();
        }),
    ),
  );
  localStorage.clear();
  sessionStorage.clear();
  location.replace('/');
}
