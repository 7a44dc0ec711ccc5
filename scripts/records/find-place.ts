import { startPostgres } from '../../tests/server/harness/real-postgres.ts';
import type { Place } from '../../src/server/database/database.ts';

export interface FoundPlace {
  readonly place: Place;
  /** What it is, for the report. */
  readonly name: string;
  stop(): Promise<void>;
}

/**
 * Where the rows are to lie: in a folder; on the server of `DATABASE_URL` (an empty database); or, if wanted, on a
 * PostgreSQL that is started for this (without fsync, as tests have it).
 */
export async function findPlace(folder: string, wantsPostgres: boolean): Promise<FoundPlace> {
  const url = process.env['DATABASE_URL'];
  if (url !== undefined && url !== '')
    return { place: { kind: 'postgres', url }, name: 'PostgreSQL', stop: async () => {} };
  if (!wantsPostgres)
    return { place: { kind: 'embedded', folder: `${folder}/.data` }, name: 'embedded database', stop: async () => {} };
  const server = await startPostgres();
  return {
    place: { kind: 'postgres', url: server.url },
    name: 'PostgreSQL without fsync',
    stop: () => server.stop(),
  };
}
