/**
 * Brings the rest of the game onto the device, a few files at a time. It stands back while the stage loads or plays.
 */
import { inOrder, type OfflineFile } from './list.ts';

/** Few at a time: what the player asks for meanwhile must not stand in a queue. */
const AT_ONCE = 3;
/** So many failures in a row, and the network is not there; the next round goes on. */
const GIVE_UP_AFTER = 4;

/** What the fetching needs of the world. */
export interface FetchGround {
  /** The language of the moment, which comes before the others. */
  readonly language: string;
  readonly putThere: (file: OfflineFile) => Promise<void>;
  /** Resolves when nothing is loading or playing. */
  readonly untilCalm: () => Promise<void>;
}

/** What became of a round. `full`: the device has no room. */
export type Fetched = 'whole' | 'offline' | 'full';

/** Fetches the files that are not here, and adds each to `here` as it comes; `tell` hears of it. */
export async function fetchRest(
  files: readonly OfflineFile[],
  here: Set<string>,
  ground: FetchGround,
  tell: () => void,
): Promise<Fetched> {
  const queue = inOrder(files, ground.language).filter(({ url }) => !here.has(url));
  let failures = 0;
  let isFull = false;
  const carry = async (): Promise<void> => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      await ground.untilCalm();
      if (isFull || failures >= GIVE_UP_AFTER) return;
      try {
        await ground.putThere(file);
        here.add(file.url);
        failures = 0;
        tell();
      } catch (error) {
        failures += 1;
        if (error instanceof DOMException && error.name === 'QuotaExceededError') isFull = true;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, carry));
  if (isFull) return 'full';
  return files.every(({ url }) => here.has(url)) ? 'whole' : 'offline';
}
