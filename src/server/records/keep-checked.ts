import type { Grounds } from '../grounds.ts';
import { keepRecords, type Kept, type KeepWishes } from './keep.ts';

/** Tries before a delivery gives up on a database whose transactions meet. */
const TRIES = 4;

/** Transactions that met (deadlock, serialisation): the database undid one of them, and it may simply come again. */
const MET = new Set(['40P01', '40001']);
/** Classes of errors that the data bring about: what a value is (22), what it must be to the others (23). */
const OF_THE_DATA = /^2[23]/;

/**
 * Keeps a batch in one transaction. Should a record slip through every check and still be something that the database
 * will not take, the others are kept one by one, and only that one is refused: it must not hold up the queue behind it
 * for ever.
 */
export async function keepChecked(grounds: Pick<Grounds, 'db' | 'log'>, wishes: KeepWishes): Promise<Kept> {
  try {
    return await keepAtOnce(grounds, wishes);
  } catch (error) {
    if (!OF_THE_DATA.test(codeOf(error)) || wishes.checked.length === 0) throw error;
    grounds.log.error({ code: codeOf(error), records: wishes.checked.length }, 'a delivery did not fit the database');
    return keepOneByOne(grounds, wishes);
  }
}

async function keepAtOnce({ db }: Pick<Grounds, 'db'>, wishes: KeepWishes): Promise<Kept> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.transaction().execute(async (transaction) => keepRecords(transaction, wishes));
    } catch (error) {
      if (!MET.has(codeOf(error)) || tries >= TRIES) throw error;
    }
  }
}

async function keepOneByOne(grounds: Pick<Grounds, 'db' | 'log'>, wishes: KeepWishes): Promise<Kept> {
  const kept: Kept[] = [];
  const refused: Kept['receipts'][number][] = [];
  for (const each of wishes.checked) {
    try {
      kept.push(await keepAtOnce(grounds, { ...wishes, checked: [each] }));
    } catch (error) {
      if (!OF_THE_DATA.test(codeOf(error))) throw error;
      const { id, payloadHash, type } = each.stored;
      grounds.log.error({ code: codeOf(error), type }, 'a record did not fit the database');
      refused.push({ id, payloadHash, status: 'rejected', reason: 'malformed' });
    }
  }
  return {
    receipts: [...kept.flatMap(({ receipts }) => receipts), ...refused],
    counted: kept.flatMap(({ counted }) => counted),
    team: kept[0]?.team ?? '',
  };
}

/** The five characters of the database's error; empty when it is none. */
function codeOf(error: unknown): string {
  const { code } = (typeof error === 'object' && error !== null ? error : {}) as { readonly code?: unknown };
  return typeof code === 'string' ? code : '';
}
