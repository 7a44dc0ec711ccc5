import type { Page } from 'playwright-core';

import type { Language } from '../../../src/i18n/languages.ts';
import { toPerson, toReport, REPORTS, ROUTES, TEAM_DESKS } from '../../../src/team/routes.ts';
import { speak } from '../../team/speak.ts';

/** Presses the demonstration's one button and waits for the first page. Resolves to the team's id. */
export async function signInToDemo(page: Page, language: Language = 'en'): Promise<string> {
  await page.getByRole('button', { name: speak(language)('session.demo') }).click();
  await page.waitForURL(/\/team\/t\/[^/]+\/overview/);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const team = /\/team\/t\/([^/]+)\//.exec(page.url())?.[1];
  if (team === undefined) throw new Error(`no team in ${page.url()}`);
  return team;
}

/** Every page of somebody who is signed in, by its name. */
export function listPages(team: string, person: string): readonly (readonly [name: string, path: string])[] {
  return [
    ...[...REPORTS, ...TEAM_DESKS].map((name) => [name, toReport(team, name)] as const),
    ['person', toPerson(team, person)],
    ['teams', ROUTES.teams],
    ['account', ROUTES.account],
  ];
}

/** Opens a page and waits until what the server answers stands on it. */
export async function openPage(page: Page, address: string, path: string, language: Language = 'en'): Promise<void> {
  await page.goto(`${address}${path}?lang=${language}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelector('.coming') === null);
}
