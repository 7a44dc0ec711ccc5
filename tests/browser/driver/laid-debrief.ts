import { join } from 'node:path';

import type { BrowserContext, Page } from 'playwright-core';

import { readBankOnDisk } from '../../../scripts/content/read-bank.ts';
import { beginDebrief, ITEM_KINDS, type Item, type ItemKind } from '../../../src/quiz/index.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Any act that is open: a debrief that is under way may hold any item of the bank. */
const ACT = 'duck-pond';

/** Address of the screen that finds the debrief laid down. */
export const LAID_DEBRIEF = `/act/${ACT}/debrief`;

/** The first item of the bank of every kind. Throws when a kind has none. */
export function firstOfEachKind(root = ROOT): Readonly<Record<ItemKind, Item>> {
  const { items } = readBankOnDisk(root);
  const found = ITEM_KINDS.map((kind) => {
    const item = items.find((each) => each.kind === kind);
    if (item === undefined) throw new Error(`the bank has no ${kind}`);
    return [kind, item] as const;
  });
  return Object.fromEntries(found) as Record<ItemKind, Item>;
}

const NAME = `debrief.${ACT}`;

/** Lays down a debrief under way on these items, in this order, so that a test need not wait for chance to ask them. */
export async function layDebrief(context: BrowserContext, items: readonly Item[], seed = 7): Promise<void> {
  await context.addInitScript(
    ([name, value]) => {
      // An empty page, which every visit begins on, has no storage. Once begun, the game keeps its own.
      if (location.protocol !== 'about:' && sessionStorage.getItem(`${name} laid`) === null) {
        sessionStorage.setItem(name, value);
        sessionStorage.setItem(`${name} laid`, '');
      }
    },
    [NAME, JSON.stringify(beginDebrief(items, seed))] as const,
  );
}

/** Asks these items on the page of a debrief that is open already. */
export async function askInstead(page: Page, items: readonly Item[], seed = 7): Promise<void> {
  await page.locator('main form').waitFor();
  await page.evaluate(([name, value]) => sessionStorage.setItem(name, value), [
    NAME,
    JSON.stringify(beginDebrief(items, seed)),
  ] as const);
  await page.reload();
  await page.locator('main form').waitFor();
}
