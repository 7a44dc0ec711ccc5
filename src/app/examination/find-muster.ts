/** An examination that was held, as the log has it. */
import type { Examination } from '../../player/index.ts';
import { player } from '../player.ts';

/** An examination with the time of its record. */
export interface Muster {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly examination: Examination;
}

/** The examination with this id; null when this device does not know it. */
export async function findMuster(id: string): Promise<Muster | null> {
  await player.ready;
  const record = await player.find(id);
  return record?.type === 'examination' ? { at: record.at, examination: record.payload } : null;
}
