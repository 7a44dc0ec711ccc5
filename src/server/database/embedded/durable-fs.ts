import fs from 'node:fs';

import { NodeFS } from '@electric-sql/pglite/nodefs';

type Init = NodeFS['init'];
/** What is used of Emscripten's bridge to Node's files; its types do not know it. */
interface WithNodeFiles {
  readonly NODEFS: { readonly stream_ops: { fsync?: (stream: { readonly nfd: number }) => number } };
}

/** Numbers of errors as WASI has them. */
const EIO = 29;
const ENOSPC = 51;

/**
 * PGlite's folder with real fsync. Emscripten's bridge to Node's files has none, so what PostgreSQL takes for written
 * would be lost with the machine's power (measured: no fsync in a hundred commits; with this, one for each).
 * `stream_ops` is not a public part of PGlite: its version is pinned, and a test counts the calls.
 */
export class DurableFS extends NodeFS {
  override async init(...given: Parameters<Init>): ReturnType<Init> {
    const made = await super.init(...given);
    const preRun = (made.emscriptenOpts.preRun ??= []) as ((module: WithNodeFiles) => void)[];
    preRun.push(({ NODEFS }) => {
      NODEFS.stream_ops.fsync = ({ nfd }) => {
        try {
          fs.fsyncSync(nfd);
          return 0;
        } catch (error) {
          // As a number, not as an exception: an exception would fly past PostgreSQL, which would then take the commit
          // for done (measured). With the number it stops with a PANIC, and nothing is acknowledged.
          return (error as NodeJS.ErrnoException).code === 'ENOSPC' ? ENOSPC : EIO;
        }
      };
    });
    return made;
  }
}
