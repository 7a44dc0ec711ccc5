import { PGlite, type ParserOptions, type SerializerOptions, types } from '@electric-sql/pglite';

import { DurableFS } from './durable-fs.ts';

/** What the `pg` driver gives, so that code cannot tell the two apart: whole numbers of 64 bits and dates as text. */
const PARSERS: ParserOptions = { [types.INT8]: (text) => text, [types.DATE]: (text) => text };
/** Parameters arrive as text already. */
const SERIALIZERS: SerializerOptions = { [types.BYTEA]: (text: string) => text };

/**
 * Small buffers: this is a database of one team or one school, and the page cache of the system holds the rest.
 * `wal_sync_method=fsync`, because fdatasync is an empty function in Emscripten. Checkpoints at 64 MB keep the log small.
 */
const SMALL = [
  '-c',
  'shared_buffers=16MB',
  '-c',
  'wal_sync_method=fsync',
  '-c',
  'max_wal_size=64MB',
  '-c',
  'min_wal_size=32MB',
];
const WITHOUT_FSYNC = '-F';

export type LitePlace =
  /** A folder that nobody else has open (see `folder-lock.ts`). */
  | { readonly folder: string }
  /** Memory only, begun from a dump if one is given. */
  | { readonly memory: Blob | undefined };

/** Opens PGlite in this thread. */
export async function openLite(place: LitePlace): Promise<PGlite> {
  const common = { parsers: PARSERS, serializers: SERIALIZERS };
  if ('memory' in place)
    return PGlite.create({
      ...common,
      dataDir: 'memory://',
      ...(place.memory === undefined ? {} : { loadDataDir: place.memory }),
    });
  return PGlite.create({
    ...common,
    fs: new DurableFS(place.folder),
    startParams: [...PGlite.defaultStartParams.filter((part) => part !== WITHOUT_FSYNC), ...SMALL],
  });
}
