/** How towns and orders are called in the texts: by numbers and keys, never by words. Pure. */
import type { TextRef } from '../../../kernel/act.ts';
import type { Order } from '../rules/intents.ts';

/** The number of a town in the texts, under `towns.names`: towns are counted from 1. */
export function numberOf(town: number): number {
  return town + 1;
}

/** The name of a town as a text of its own. */
export function nameOf(town: number): TextRef {
  return { key: 'towns.name', values: { n: numberOf(town) } };
}

/** What names an order in a sentence: its kind, and its town when it has one. */
export function namesOf(order: Order): Readonly<Record<string, string | number>> {
  return 'town' in order ? { kind: order.kind, n: numberOf(order.town) } : { kind: order.kind };
}
