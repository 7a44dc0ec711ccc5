import { loadBank, loadBankTexts } from '../../app/bank.ts';
import { useArriving, type Arriving } from '../../app/ui/arriving.ts';
import type { Item } from '../../quiz/index.ts';

/**
 * Items of the bank by id, with their words in the language of the moment. What the bank no longer has is not among
 * them: answers to it are kept, its words are gone.
 */
export function useBankItems(ids: readonly string[]): Arriving<ReadonlyMap<string, Item>> {
  return useArriving(ids.toSorted().join(' '), async () => {
    const bank = await loadBank();
    const wanted = new Set(ids);
    const items = bank.items.filter(({ id }) => wanted.has(id));
    await loadBankTexts([...new Set(items.map(({ idea }) => idea))]);
    return new Map(items.map((item) => [item.id, item]));
  });
}
