import type { Attempt } from '../../player/index.ts';
import { player } from '../player.ts';

/** The attempt with this id, from what the device knows; null when it is not here. */
export async function findAttempt(act: string, id: string): Promise<Attempt | null> {
  const record = await player.find(id);
  return record?.type === 'attempt' && record.payload.act === act ? record.payload : null;
}
