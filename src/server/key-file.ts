/** Where the server's key comes from: the setting, or a file beside the embedded database. */
import { randomUUID } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

import { HOW_TO_MAKE, makeSecretKey, readSecretKey } from './keys.ts';
import { type Settings, SettingTrouble } from './settings.ts';

export const KEY_FILE = 'secret-key';
/** Bits that let others than the owner read or write. */
const OTHERS = 0o077;

/**
 * The key of `SECRET_KEY`, or that of the data folder, which is made at the first start and readable by its owner only.
 * On PostgreSQL there may be several instances and no folder that they share, so there it must be given.
 *
 * @throws SettingTrouble with what to do
 */
export async function findSecretKey(settings: Pick<Settings, 'secretKey' | 'place' | 'dataFolder'>): Promise<Buffer> {
  if (settings.secretKey !== undefined) return readSecretKey(settings.secretKey);
  if (settings.place.kind === 'postgres')
    throw new SettingTrouble(
      'With DATABASE_URL, SECRET_KEY must be given, the same for every instance; keep it as safe as the database. ' +
        `Make one with: ${HOW_TO_MAKE}`,
    );
  const file = join(settings.dataFolder, KEY_FILE);
  return (await readKeyFile(file)) ?? makeKeyFile(settings.dataFolder, file);
}

async function readKeyFile(file: string): Promise<Buffer | undefined> {
  try {
    const text = (await readFile(file, 'utf8')).trim();
    if (((await stat(file)).mode & OTHERS) !== 0) await chmod(file, 0o600);
    return readSecretKey(text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if (!(error instanceof SettingTrouble)) throw error;
    throw new SettingTrouble(
      `The key in ${file} is damaged. Put it back from a backup of the folder; without it, join codes cannot be read.`,
    );
  }
}

async function makeKeyFile(folder: string, file: string): Promise<Buffer> {
  const key = makeSecretKey();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Written whole under another name first: a crash leaves no half key, and a second process takes the first one's.
  const fresh = `${file}.${randomUUID()}`;
  const handle = await open(fresh, 'w', 0o600);
  try {
    await handle.writeFile(`${key}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(fresh, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(fresh);
  }
  const kept = await readKeyFile(file);
  if (kept === undefined) throw new SettingTrouble(`The key could not be kept in ${file}.`);
  return kept;
}
