import { readBankItems } from '../../src/quiz/index.ts';
import { findMissingWords, type Loss, type WordedItem } from './worded-item.ts';

/**
 * Lets a converted item in when the bank's own schema takes it, and reports why not, or which words are still to be
 * written. `made` is the item, or the reason why there is none.
 */
export function admit(made: WordedItem | string, title: string, items: WordedItem[], losses: Loss[]): void {
  if (typeof made === 'string') {
    losses.push({ item: title, what: 'left out', reason: made });
    return;
  }
  const { idea, ...structure } = made.item;
  const { faults } = readBankItems(title, idea, { items: [structure] });
  if (faults.length > 0) {
    const reason = faults.map((fault) => `${fault.path.replace(/^items\[0\]\.?/, '')} ${fault.reason}`).join('; ');
    losses.push({ item: title, what: 'left out', reason });
    return;
  }
  items.push(made);
  losses.push(...findMissingWords(made));
}
