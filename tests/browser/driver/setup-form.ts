/** Walks the kiosk's set-up form. */
import type { Page } from 'playwright-core';

import type { Language } from '../../../src/i18n/languages.ts';
import type { KioskHere } from '../../../src/kiosk/settings/kiosk-settings.ts';
import { STEPS, type Step } from '../../../src/kiosk/setup/draft.ts';
import { PIN, readKioskRows } from './kiosk.ts';
import { words } from './words.ts';

export interface SetupAnswers {
  readonly name?: string;
  readonly code?: string;
  readonly pin?: string;
  readonly language?: Language;
}

/** Presses the form's main button. */
export async function pressNext(page: Page): Promise<void> {
  await page.locator('.setup-form button[type="submit"]').click();
}

/** Waits until a step is shown. */
export async function waitForStep(page: Page, step: Step, language: Language = 'en'): Promise<void> {
  await page
    .locator('.setup-form h2')
    .getByText(words(`step.${step}`, language, 'part/organiser'), { exact: true })
    .waitFor();
}

/** Fills in what has to be said and goes through to the end; `look` sees every step before it is left. */
export async function walkSetup(
  page: Page,
  { name = 'The autumn fair', code = '', pin = PIN, language = 'en' }: SetupAnswers = {},
  look: (step: Step) => Promise<void> = async () => undefined,
): Promise<void> {
  const field = (key: string) => page.getByLabel(words(`field.${key}`, language, 'part/organiser'), { exact: true });
  for (const step of STEPS) {
    await waitForStep(page, step, language);
    if (step === 'event') await field('name').fill(name);
    if (step === 'board' && code !== '') await field('code').fill(code);
    if (step === 'pin') {
      await field('pin').fill(pin);
      await field('pinAgain').fill(pin);
    }
    await look(step);
    await pressNext(page);
  }
}

/** Waits until the kiosk is kept. */
export async function waitForKept(page: Page): Promise<void> {
  await page.locator('.setup-qr').waitFor();
}

/** What is kept on the device. */
export async function readHere(page: Page): Promise<KioskHere | undefined> {
  const rows = (await readKioskRows(page, 'meta')) as readonly { readonly key: string; readonly here?: KioskHere }[];
  return rows.find(({ key }) => key === 'here')?.here;
}
