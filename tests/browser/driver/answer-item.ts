import type { Locator, Page } from 'playwright-core';

import { keyResponse, snapToRange, type Item, type Response } from '../../../src/quiz/index.ts';
import { tabTo } from './keyboard.ts';

/** How somebody presses a thing of the page: with a finger, or by walking to it and pressing a key. */
export type Press = (wanted: Locator) => Promise<void>;

/** A page, or the page in a frame. */
export type Sheet = Pick<Page, 'locator'>;

const main = (page: Sheet): Locator => page.locator('main');
const card = (page: Sheet, name: string): Locator => main(page).locator(`[data-card="${name}"]`);
const place = (page: Sheet, name: string): Locator =>
  main(page).locator(`[data-place="${name}"] > button, button[data-place="${name}"]`);

/** The same item with another key, so that giving the right answer gives this one. Only of items with one choice. */
export function askFor(item: Item, response: Response): Item {
  if (item.kind !== 'single-choice' && item.kind !== 'graded-judgement') return item;
  const { kind: _, ...rest } = item;
  return { ...rest, kind: 'single-choice', key: response[0] as string };
}

/** Gives the right answer to the item on the page by pressing alone, up to the button that gives it. */
export async function answerByPressing(page: Sheet, item: Item, press: Press): Promise<void> {
  const key = keyResponse(item);
  const radio = (value: string): Locator => main(page).locator(`input[value="${value}"]`);
  switch (item.kind) {
    case 'single-choice':
    case 'graded-judgement':
    case 'true-false-reason':
      for (const value of key) await press(radio(value));
      return;
    case 'multiple-response':
      for (const option of key) await press(main(page).locator(`input[name="${option}"]`));
      return;
    case 'ordering':
      for (const [at, option] of key.entries()) {
        const there = main(page).locator('[data-card]').nth(at);
        if ((await there.getAttribute('data-card')) === option) continue;
        await press(card(page, option));
        await press(there);
      }
      return;
    case 'matching':
    case 'sorting':
      for (const [at, option] of item.options.entries()) {
        await press(card(page, option));
        await press(place(page, key[at] as string));
      }
      return;
    case 'cloze':
      for (const [at, gap] of item.gaps.entries()) {
        await press(card(page, key[at] as string));
        await press(place(page, gap));
      }
      return;
    case 'estimate': {
      // Less, then more: the last of them leaves the bead where it should be.
      const [less, more] = [main(page).locator('.nudge-less'), main(page).locator('.nudge-more')];
      const { min, max, step } = item.range;
      const steps = Math.round((Number(key[0]) - snapToRange(item, (min + max) / 2)) / step);
      await press(less);
      for (let at = -1; at !== steps; at += Math.sign(steps - at)) await press(at < steps ? more : less);
    }
  }
}

/** Gives the right answer with the keys that each control has of its own: arrows, Space, Enter. */
export async function answerByKeyboard(page: Page, item: Item): Promise<void> {
  const key = keyResponse(item);
  // The question takes the focus when it has been drawn; a key before that would be a key on something else.
  await main(page).locator('.stem:focus').waitFor();
  switch (item.kind) {
    case 'single-choice':
    case 'graded-judgement':
      return walkRadios(page, item.id, key[0] as string);
    case 'true-false-reason':
      await walkRadios(page, `${item.id}-verdict`, key[0] as string);
      return walkRadios(page, `${item.id}-reason`, key[1] as string);
    case 'multiple-response':
      for (const option of key) {
        await tabTo(page, main(page).locator(`input[name="${option}"]`));
        await page.keyboard.press('Space');
      }
      return;
    case 'ordering':
      for (const [at, option] of key.entries()) {
        const cards = await main(page)
          .locator('[data-card]')
          .evaluateAll((all) => all.map((each) => each.getAttribute('data-card')));
        if (cards[at] === option) continue;
        await tabTo(page, card(page, option));
        for (let up = cards.indexOf(option) - 1; up >= at; up--) {
          await page.keyboard.press('ArrowUp');
          // The card is seen in its new place before the next key, as a person would see it.
          await main(page).locator('[data-card]').nth(up).and(card(page, option)).waitFor();
        }
      }
      return;
    case 'matching':
    case 'sorting':
      for (const [at, option] of item.options.entries()) await carry(page, option, key[at] as string);
      return;
    case 'cloze':
      for (const [at, gap] of item.gaps.entries()) await carry(page, key[at] as string, gap);
      return;
    case 'estimate': {
      const { min, max, step } = item.range;
      const steps = Math.round((Number(key[0]) - snapToRange(item, (min + max) / 2)) / step);
      await tabTo(page, main(page).getByRole('slider'));
      await page.keyboard.press('ArrowRight');
      for (let at = 1; at !== steps; at += Math.sign(steps - at))
        await page.keyboard.press(at < steps ? 'ArrowRight' : 'ArrowLeft');
    }
  }
}

/** Tabs into a group of radio buttons and walks it with the arrows. */
async function walkRadios(page: Page, name: string, value: string): Promise<void> {
  const radios = main(page).locator(`input[name="${name}"]`);
  await radios.first().waitFor({ state: 'attached' });
  await tabTo(page, radios.first());
  await page.keyboard.press('Space');
  const wanted = main(page).locator(`input[name="${name}"][value="${value}"]`);
  for (let step = await radios.count(); step > 0 && !(await wanted.isChecked()); step--)
    await page.keyboard.press('ArrowDown');
}

/** Takes a card with Enter, walks to a place with the arrows, and puts it there with Enter. */
async function carry(page: Page, name: string, to: string): Promise<void> {
  const inHand = main(page).locator('.hide-card-held');
  await tabTo(page, card(page, name));
  await page.keyboard.press('Enter');
  // It is seen in hand before the next key, and seen lying before the next card, as a person would see it.
  await inHand.waitFor();
  const wanted = place(page, to);
  const isThere = (): Promise<boolean> => wanted.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < 12 && !(await isThere()); step++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await inHand.waitFor({ state: 'detached' });
}
