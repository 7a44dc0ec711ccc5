import type { Item } from '../../quiz/index.ts';

/** `?item=<id>` in the address, with commas between several: for whoever has written a question and wants to see it asked. */
const ASKED = 'item';

/** The items that the address asks for, in its order and of whatever idea; none when it asks for none that there is. */
export function pickAsked(search: string, items: readonly Item[]): readonly Item[] {
  const asked = new URLSearchParams(search).get(ASKED)?.split(',') ?? [];
  return asked.flatMap((id) => items.find((item) => item.id === id.trim()) ?? []);
}
