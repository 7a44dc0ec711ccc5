/** Keys of an item's words. They are of the idea's namespace: `levels/bank/<idea>/<language>.json`. */
import type { TextRef } from '../../kernel/act.ts';

/** The question itself; of a true-false-reason, the statement. */
export function stemText(item: { readonly id: string }): TextRef {
  return { key: `items.${item.id}.stem` };
}

export function optionText(item: { readonly id: string }, option: string): TextRef {
  return { key: `items.${item.id}.options.${option}.text` };
}

export function optionFeedback(item: { readonly id: string }, option: string): TextRef {
  return { key: `items.${item.id}.options.${option}.feedback` };
}

/** The label of a place, of a matching or a sorting. */
export function placeText(item: { readonly id: string }, place: string): TextRef {
  return { key: `items.${item.id}.places.${place}` };
}

/** An estimate's number as it is read out, such as "35 of 100"; `count` is in the units of the range. */
export function unitText(item: { readonly id: string }, count: number): TextRef {
  return { key: `items.${item.id}.unit`, values: { count } };
}

/** The passage of a cloze; its gaps are the placeholders `{{gap}}`. */
export function passageText(item: { readonly id: string }): TextRef {
  return { key: `items.${item.id}.passage` };
}
