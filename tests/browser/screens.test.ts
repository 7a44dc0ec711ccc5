import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { LANGUAGES, type Language } from '../../src/i18n/languages.ts';
import { sealEnvelope, SETTINGS_KEY } from '../../src/player/settings/envelope.ts';
import { runAxe } from './driver/axe.ts';
import { findOverflow } from './driver/overflow.ts';
import { holdTime } from './driver/quick-clock.ts';
import { laySaved } from './driver/saved-things.ts';
import { openScreen, SCREENS, untilWhole, type Screen } from './driver/screens.ts';
import { openTests, type Tests, type Visit, type VisitOptions } from './driver/visit.ts';

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

/** Comes to a screen with what it needs on the device; time stands still there. */
function look(
  screen: Screen,
  language: Language,
  options: VisitOptions,
  doing: (visit: Visit) => Promise<void>,
): Promise<void> {
  return tests.visit({ path: '/healthz', language, quick: true, ...options }, async (visit) => {
    if (screen.saved !== undefined) await laySaved(visit.page, visit.address, screen.saved());
    await openScreen(visit.page, visit.address, screen, language);
    await holdTime(visit.page);
    await doing(visit);
  });
}

/** Another tab of the same device, in which the language is changed: the page that is looked at stays as it is, and follows. */
async function openOtherTab({ context, address }: Visit): Promise<(language: Language) => Promise<void>> {
  const other = await context.newPage();
  await other.goto(`${address}/healthz`);
  return (language) =>
    other.evaluate(([key, value]) => localStorage.setItem(key, value), [
      SETTINGS_KEY,
      sealEnvelope({ language }),
    ] as const);
}

/** What can be pressed and is too small for a finger or an unsteady hand, by WCAG 2.5.8. */
function findSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, a.button, a.link, select, summary, [role="button"]')]
      .filter((element) => element.checkVisibility())
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24))
      .map(({ element, box }) => `${element.outerHTML.slice(0, 120)} is ${box.width} × ${box.height}`),
  );
}

const PHONE: VisitOptions = { size: [390, 844], touch: true, reducedMotion: true };
const LOOKED_AT = SCREENS.filter(({ isTwin }) => isTwin !== true);

/** All languages, each screen beginning with another: in that one it is opened, the others come while it is open. */
const beginningWith = (place: number): readonly Language[] =>
  LANGUAGES.map((_, step) => LANGUAGES[(place + step) % LANGUAGES.length] as Language);

test.each(LOOKED_AT.map((screen, place) => ({ name: screen.name, screen, languages: beginningWith(place) })))(
  'the screen $name is accessible in every language, and fits a phone at twice the size of text',
  async ({ screen, languages }) => {
    const [first = 'en', ...others] = languages;
    await look(screen, first, PHONE, async (visit) => {
      const { page } = visit;
      const speakElsewhere = await openOtherTab(visit);
      for (const language of [first, ...others]) {
        if (language !== first) {
          await speakElsewhere(language);
          await untilWhole(page, language);
        }
        expect(await runAxe(page), language).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
        expect(await page.title(), language).not.toBe('');
        expect(await findSmallTargets(page), language).toEqual([]);
        expect(await findOverflow(page), language).toEqual([]);
        // The setting for the size of text does the same.
        await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
        expect(await findOverflow(page), `${language} at twice the size`).toEqual([]);
        await page.evaluate(() => (document.documentElement.style.fontSize = ''));
      }
    });
  },
);

test.each([700, 844, 960, 1024])('the campaign is no wider than a window of %i pixels', async (width) => {
  await tests.visit({ path: '/campaign', size: [width, 390], reducedMotion: true }, async ({ page }) => {
    await page.locator('.scroll-rod').first().waitFor();
    expect(await findOverflow(page)).toEqual([]);
  });
});
