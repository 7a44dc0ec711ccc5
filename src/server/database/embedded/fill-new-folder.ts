/** The child process that makes a new database in the folder that it is told, and ends. */
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('No folder was given.');
// Without fsync: all of it is synced at once when it is complete.
const lite = await PGlite.create({ fs: new NodeFS(folder) });
await lite.exec('checkpoint');
await lite.close();
process.disconnect?.();
