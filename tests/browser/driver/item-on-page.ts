import { join } from 'node:path';

import type { Locator, Page } from 'playwright-core';

import { readBankOnDisk } from '../../../scripts/content/read-bank.ts';
import { stemText, type Item } from '../../../src/quiz/index.ts';

let byStem: ReadonlyMap<string, Item> | undefined;

/** Items by their question, in every language. */
function readStems(): ReadonlyMap<string, Item> {
  const { items, texts } = readBankOnDisk(join(import.meta.dirname, '..', '..', '..'));
  return new Map(
    Object.values(texts).flatMap((words) =>
      items.flatMap((item) => {
        const stem = words.get(stemText(item).key);
        return stem === undefined ? [] : [[stem, item] as const];
      }),
    ),
  );
}

/** The item that the page asks. Throws when it asks none of the bank. */
export async function findItemOnPage(page: Pick<Page, 'locator'>): Promise<Item> {
  const stem = await page.locator('main form .stem').innerText();
  byStem ??= readStems();
  const item = byStem.get(stem);
  if (item === undefined) throw new Error(`the bank does not ask: ${stem}`);
  return item;
}

/** Presses a thing with the mouse. The box of a choice is drawn by its slip, so it is pressed whatever lies over it. */
export async function clickOn(wanted: Locator): Promise<void> {
  const isBox = await wanted.evaluate((element) => element instanceof HTMLInputElement);
  await wanted.click({ force: isBox });
}
