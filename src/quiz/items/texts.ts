import type { TextRef } from '../../kernel/act.ts';

/** The question itself. Keys are of the act's namespace. */
export function stemText(item: { readonly id: string }): TextRef {
  return { key: `items.${item.id}.stem` };
}

export function optionText(item: { readonly id: string }, option: string): TextRef {
  return { key: `items.${item.id}.options.${option}.text` };
}

export function optionFeedback(item: { readonly id: string }, option: string): TextRef {
  return { key: `items.${item.id}.options.${option}.feedback` };
}
