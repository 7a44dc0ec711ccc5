import { codeOf, isOfTheData, transact } from '../database/transact.ts';
import type { Grounds } from '../grounds.ts';
import { keepRecords, type Kept, type KeepWishes } from './keep.ts';

/**
 * Keeps a batch in one transaction. Should a record slip through every check and still be something that the database
 * will not take, the others are kept one by one, and only that one is refused: it must not hold up the queue behind it
 * for ever.
 */
export async function keepChecked(grounds: Pick<Grounds, 'db' | 'log'>, wishes: KeepWishes): Promise<Kept> {
  try {
    return await keepAtOnce(grounds, wishes);
  } catch (error) {
    if (!isOfTheData(error) || wishes.checked.length === 0) throw error;
    grounds.log.error({ code: codeOf(error), records: wishes.checked.length }, 'a delivery did not fit the database');
    return keepOneByOne(grounds, wishes);
  }
}

function keepAtOnce({ db }: Pick<Grounds, 'db'>, wishes: KeepWishes): Promise<Kept> {
  return transact(db, async (transaction) => keepRecords(transaction, wishes));
}

async function keepOneByOne(grounds: Pick<Grounds, 'db' | 'log'>, wishes: KeepWishes): Promise<Kept> {
  const kept: Kept[] = [];
  const refused: Kept['receipts'][number][] = [];
  for (const each of wishes.checked) {
    try {
      kept.push(await keepAtOnce(grounds, { ...wishes, checked: [each] }));
    } catch (error) {
      if (!isOfTheData(error)) throw error;
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
