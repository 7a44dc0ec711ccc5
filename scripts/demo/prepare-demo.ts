/** The demonstration's own data folder: filled at first use, and again when its last day has become long ago. */
import type { Grounds } from '../../src/server/grounds.ts';
import { SettingTrouble } from '../../src/server/settings.ts';
import { DEMO_EMAIL, fillDemo, type DemoWishes, type FilledDemo } from './fill-demo.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** After so long those who played yesterday begin to look as if they had stopped. */
const STALE_DAYS = 3;

export const DEMO_FOLDER = '.data-demo';
export const DEMO_WISHES = { players: 30, days: 28, seed: 1 } as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** The environment of a server that shows the demonstration: a folder of its own, never somebody's database. */
export function demoEnvironment(env: Environment, folder = DEMO_FOLDER): Environment {
  return { ...env, DATABASE_URL: undefined, DATA_DIR: folder };
}

/**
 * Fills the database, unless a demonstration stands in it that is whole and fresh.
 *
 * @returns what was made; null when nothing had to be
 * @throws SettingTrouble when somebody's own results are in it
 */
export async function prepareDemo(
  grounds: Grounds,
  wishes: Omit<DemoWishes, 'now'> = DEMO_WISHES,
): Promise<FilledDemo | null> {
  const { db } = grounds;
  const latest = await db.selectFrom('player').select('seen_at').orderBy('seen_at', 'desc').limit(1).executeTakeFirst();
  const isWhole = (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined;
  const age = latest === undefined ? Infinity : grounds.now().getTime() - latest.seen_at.getTime();
  if (isWhole && age < STALE_DAYS * DAY_MS && (await isDemo(grounds))) return null;
  return makeDemo(grounds, wishes);
}

/**
 * Fills the database anew, whatever demonstration stands in it, finished or not.
 *
 * @throws SettingTrouble when somebody's own results are in it
 */
export async function makeDemo(grounds: Grounds, wishes: Omit<DemoWishes, 'now'>): Promise<FilledDemo> {
  if (!(await isDemo(grounds)))
    throw new SettingTrouble(
      'There are teams of your own in this data folder, and the demonstration would take their place: choose another one.',
    );
  await grounds.db.deleteFrom('team').execute();
  await grounds.db.deleteFrom('account').execute();
  return fillDemo(grounds, { ...wishes, now: grounds.now() });
}

/** Whether nothing would be lost: a real team has somebody who made it, and nobody real has a demonstration's address. */
async function isDemo({ db }: Grounds): Promise<boolean> {
  const accounts = await db.selectFrom('account').select('email').execute();
  return accounts.every(({ email }) => email.endsWith(DEMO_EMAIL));
}

/** Writes how far it is, on one line of the terminal; where there is no terminal, every quarter on a line of its own. */
export function makeProgressLine(out: NodeJS.WriteStream): (share: number) => void {
  const step = out.isTTY ? 1 : 25;
  let shown = -1;
  return (share) => {
    const percent = Math.floor((share * 100) / step) * step;
    if (percent === shown) return;
    shown = percent;
    const text = `Making the demonstration: ${percent} %`;
    out.write(out.isTTY ? `\r${text}${percent === 100 ? '\n' : ''}` : `${text}\n`);
  };
}
