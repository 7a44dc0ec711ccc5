import type { Surroundings } from '../surroundings.ts';
import { DiskError } from './disk.ts';
import type { Log } from './log.ts';

/**
 * Asks the browser, once in this profile's life, not to delete what is kept; or recalls what it answered. Asked after
 * the first result and not before: browsers grant it to pages that are used. Returns null when it was never asked or
 * cannot be. A refusal is asked again with the next result, because use may have changed the browser's mind.
 */
export async function askToPersist(
  log: Log,
  surroundings: Pick<Surroundings, 'persist' | 'now'>,
  how: 'ask' | 'recall',
): Promise<boolean | null> {
  try {
    const known = await log.disk.run((database) => database.get('meta', 'persist'));
    const before = known?.key === 'persist' ? known.granted : null;
    if (how === 'recall' || before === true || surroundings.persist === undefined) return before;
    const granted = await surroundings.persist().catch(() => false);
    await log.disk.run((database) => database.put('meta', { key: 'persist', granted, at: surroundings.now() }));
    return granted;
  } catch (error) {
    if (error instanceof DiskError) return null;
    throw error;
  }
}
