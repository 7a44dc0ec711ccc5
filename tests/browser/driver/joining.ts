import type { Page } from 'playwright-core';

import { makeUuid } from '../../../src/server/database/uuid.ts';
import type { Grounds } from '../../../src/server/grounds.ts';
import { markCode } from '../../../src/server/players/codes.ts';
import { makeTeam } from '../../server/harness/people.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Makes a team that keeps results for 90 days, and opens it by a code. @returns the team's id */
export async function openTeamByCode(
  grounds: Grounds,
  code: string,
  name = 'Herons',
  kind: 'player' | 'kiosk' = 'player',
): Promise<string> {
  const team = await makeTeam(grounds, { name, retentionDays: 90 });
  const at = grounds.now();
  await grounds.db
    .insertInto('join_code')
    .values({
      id: makeUuid(at),
      team_id: team,
      kind,
      code: markCode(grounds.keys, 'join', code),
      sealed: grounds.keys.seal('join code', code),
      most_uses: 100,
      created_at: at,
      expires_at: new Date(at.getTime() + DAY_MS),
    })
    .execute();
  return team;
}

/** Goes through all the steps of joining by hand; ends on the last screen. @returns the recovery words */
export async function joinByHand(page: Page, address: string, code: string, name: string): Promise<readonly string[]> {
  await page.goto(`${address}/join?lang=en`);
  await page.locator('.join-code').fill(code);
  await page.keyboard.press('Enter');
  await page.locator('input[autocomplete="nickname"]').fill(name);
  await page.keyboard.press('Enter');
  await page.locator('.join-words li').first().waitFor();
  const words = await page.locator('.join-words li').allInnerTexts();
  await page.locator('.join-words-sheet .button-main').click();
  await page.locator('.join-words-sheet').waitFor({ state: 'detached' });
  return words;
}

/** Of a player with this name: what the server has. */
export async function readDelivered(
  { db }: Grounds,
  name: string,
): Promise<readonly { readonly id: string; readonly type: string; readonly mark: string | null }[]> {
  return db
    .selectFrom('record')
    .innerJoin('player', 'player.id', 'record.player_id')
    .select(['record.id', 'record.type', 'record.mark'])
    .where('player.name', '=', name)
    .orderBy('record.seq')
    .execute();
}
