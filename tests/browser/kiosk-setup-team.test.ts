/** Setting a kiosk up with a team's server: its code, its event, and what is refused. */
import { afterAll, beforeAll, expect, test } from 'vitest';

import { STEPS } from '../../src/kiosk/setup/draft.ts';
import { openTeamByCode } from './driver/joining.ts';
import { pressNext, readHere, waitForKept, waitForStep, walkSetup } from './driver/setup-form.ts';
import { openTeamProduct, type TeamProduct } from './driver/team-product.ts';
import { openTests, type Tests } from './driver/visit.ts';
import { words } from './driver/words.ts';

const KIOSK_CODE = 'BCDF2345';
const PLAYER_CODE = 'GHJK6789';

let product: TeamProduct;
let tests: Tests;
beforeAll(async () => {
  tests = await openTests(async () => (product = await openTeamProduct('empty')));
  await openTeamByCode(product.grounds, KIOSK_CODE, 'Herons', 'kiosk');
  await openTeamByCode(product.grounds, PLAYER_CODE, 'Cranes', 'player');
});
afterAll(() => tests.close());

const say = (key: string): string => words(key, 'en', 'part/organiser');

test('a code for kiosks joins the team, and the server knows the event', async () => {
  await tests.visit({ path: `/kiosk#code=${KIOSK_CODE}` }, async ({ page }) => {
    await page.waitForURL(/\/kiosk\/setup/);
    await waitForStep(page, 'event');
    await walkSetup(page, { name: 'With a server' });
    await waitForKept(page);
    await page.getByText(words('done.told', 'en', 'part/organiser').replace('{{team}}', 'Herons')).waitFor();
    const here = await readHere(page);
    expect(here?.membership?.team).toBe('Herons');
    const event = await product.grounds.db
      .selectFrom('event')
      .select(['name'])
      .where('id', '=', here?.settings.event.id ?? '')
      .executeTakeFirst();
    expect(event?.name).toBe('With a server');
    const link = page.getByLabel(say('done.link'), { exact: true });
    expect(await link.inputValue()).toContain(`&code=${KIOSK_CODE}`);
    await page.getByLabel(say('done.withCode')).uncheck();
    await expect.poll(() => link.inputValue()).not.toContain('code=');
    expect(JSON.stringify(here?.settings)).not.toContain(KIOSK_CODE);

    // Whoever changes something right away changes this event, and stays in the team.
    await page.getByRole('button', { name: say('done.change') }).click();
    await waitForStep(page, 'event');
    const name = page.getByLabel(say('field.name'), { exact: true });
    expect(await name.inputValue()).toBe('With a server');
    await name.fill('With another name');
    for (const step of STEPS.slice(1)) {
      await pressNext(page);
      await waitForStep(page, step);
    }
    await pressNext(page);
    await waitForKept(page);
    const { settings, membership } = (await readHere(page)) ?? {};
    expect(membership).toEqual(here?.membership);
    expect(settings).toEqual({ ...here?.settings, event: { ...here?.settings.event, name: 'With another name' } });
  });
});

test('a code for players is refused, and leaves nobody in the team', async () => {
  await tests.visit({ path: '/kiosk/setup?lang=en' }, async ({ page }) => {
    await walkSetup(page, { code: PLAYER_CODE });
    await page.getByText(say('join.playersCode')).waitFor();
    expect(await readHere(page)).toBeUndefined();
    const players = await product.grounds.db.selectFrom('player').select('kind').where('kind', '=', 'player').execute();
    expect(players).toEqual([]);
  });
});

test('a wrong code, or a server that is away, keeps nothing and says why', async () => {
  await tests.visit({ path: '/kiosk/setup?lang=en' }, async ({ page, trouble }) => {
    await walkSetup(page, { code: 'ZZZZ9999' });
    await page.getByText(words('codeUnknown', 'en', 'part/server')).waitFor();
    expect(await readHere(page)).toBeUndefined();
    await page.route('**/api/join', (route) => route.abort());
    await pressNext(page);
    await waitForStep(page, 'pin');
    await pressNext(page);
    await page.getByText(say('join.offline')).waitFor();
    expect(await readHere(page)).toBeUndefined();
    // The refusal and the lost call, which the browser writes down.
    expect(trouble.splice(0).every((each) => /404|api\/join|ERR_FAILED/.test(each))).toBe(true);
  });
});
