/** A process of its own that opens the embedded database of a folder and keeps it until it is killed. For `lock.test.ts`. */
import { openDatabase } from '../../../src/server/database/open-database.ts';

const [folder = ''] = process.argv.slice(2);
try {
  const database = await openDatabase({ kind: 'embedded', folder });
  await database.db
    .insertInto('tombstone')
    .values({ mark: Buffer.from(String(process.pid)), erased_at: new Date() })
    .execute();
  console.log('open');
  process.stdin.resume();
  process.stdin.once('end', () => void database.close());
} catch (error) {
  console.log(`refused: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
