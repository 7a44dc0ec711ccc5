/** From the printed link to the first code: an empty house, its owner, a team, a code on the wall. */
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { speak } from '../team/speak.ts';
import serverTexts from '../../src/i18n/texts/server/en.json' with { type: 'json' };
import { runAxe } from './driver/axe.ts';
import { readQr } from './driver/read-qr.ts';
import { openTeamProduct, type TeamProduct } from './driver/team-product.ts';
import { openTests, type Tests } from './driver/visit.ts';

const t = speak('en');
const OWNER = { name: 'Vera Lind', email: 'vera@example.org', password: 'four plain words apart' };

let product: TeamProduct;
let tests: Tests;
beforeAll(async () => {
  tests = await openTests(async () => (product = await openTeamProduct('empty')));
});
afterAll(() => tests.close());

/** The printed link, as an address of this server. */
function pathOfLink(): string {
  if (product.setupLink === null) throw new Error('no set-up link was printed');
  const { pathname, hash } = new URL(product.setupLink);
  return pathname + hash;
}

async function fillAccount(page: Page): Promise<void> {
  await page.getByLabel(t('account.name')).fill(OWNER.name);
  await page.getByLabel(t('session.email')).fill(OWNER.email);
  await page.getByLabel(t('session.password'), { exact: true }).fill(OWNER.password);
}

test('before there is an owner, the pages say where to find the link', async () => {
  await tests.visit({ path: '/team' }, async ({ page }) => {
    await page.getByRole('heading', { name: t('setup.waiting') }).waitFor();
    expect(await runAxe(page)).toEqual([]);
  });
});

test('the link leads to an account, a team, and a code that a camera reads', async () => {
  await tests.visit({ path: pathOfLink() }, async ({ page, address }) => {
    await page.getByRole('heading', { name: t('setup.heading') }).waitFor();
    // The token is gone from the address before anybody looks over a shoulder.
    expect(page.url()).not.toContain('#');
    expect(await runAxe(page)).toEqual([]);
    await fillAccount(page);
    await page.getByRole('button', { name: t('setup.make') }).click();

    await page.getByRole('heading', { name: t('teams.noneHeading') }).waitFor();
    expect(await runAxe(page)).toEqual([]);
    await page.getByLabel(t('teams.name')).fill('Spring intake');
    await page.getByRole('button', { name: t('teams.makeButton') }).click();

    await page.waitForURL(/\/codes/);
    await page.getByRole('heading', { name: t('codes.noneHeading') }).waitFor();
    await page.getByRole('button', { name: t('codes.makeButton') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('img', { name: t('codes.qr') }).waitFor();
    expect(await runAxe(page)).toEqual([]);
    const code = await dialog.locator('.shown-letters').innerText();
    expect(code).toMatch(/^[2-9B-DF-HJKMNP-TV-Z]{4}-[2-9B-DF-HJKMNP-TV-Z]{4}$/);
    const picture = await dialog.getByRole('img', { name: t('codes.qr') }).screenshot();
    const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(readQr(new Uint8ClampedArray(data), info.width, info.height)).toBe(`${address}/join#code=${code}`);
    await dialog.getByRole('button', { name: t('form.close') }).click();

    await page.getByRole('button', { name: t('codes.revokeNamed', { code }) }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('codes.revoke') })
      .click();
    await page.getByText(t('codes.state.revoked')).waitFor();

    await page.getByRole('link', { name: t('report.overview') }).click();
    await page.getByRole('heading', { name: t('empty.nobody') }).waitFor();
    expect(await runAxe(page)).toEqual([]);
  });
});

test('the link works once, and then says so in words', async () => {
  await tests.visit({ path: pathOfLink() }, async ({ page, trouble }) => {
    await fillAccount(page);
    await page.getByRole('button', { name: t('setup.make') }).click();
    await page.getByRole('alert').filter({ hasText: serverTexts.linkSpent }).waitFor();
    // The refusal is what this test provokes.
    trouble.splice(0);
  });
});

test('a wrong password is refused in words, the right one opens the page that was asked for', async () => {
  await tests.visit({ path: '/team/account' }, async ({ page, trouble }) => {
    await page.getByRole('heading', { name: t('session.heading') }).waitFor();
    expect(await runAxe(page)).toEqual([]);
    await page.getByLabel(t('session.email')).fill(OWNER.email);
    await page.getByLabel(t('session.password'), { exact: true }).fill('not this one at all');
    await page.getByRole('button', { name: t('session.signIn'), exact: true }).click();
    await page.getByRole('alert').filter({ hasText: serverTexts.wrongLogin }).waitFor();
    trouble.splice(0);
    await page.getByLabel(t('session.password'), { exact: true }).fill(OWNER.password);
    await page.getByRole('button', { name: t('session.signIn'), exact: true }).click();
    await page.getByRole('heading', { name: t('desk.account'), level: 1 }).waitFor();
    await page.getByRole('button', { name: t('session.leave', { name: OWNER.name }) }).click();
    await page.getByRole('heading', { name: t('session.heading') }).waitFor();
  });
});

test('whoever was signed out meanwhile signs in above the page, and has what they had typed', async () => {
  await tests.visit({ path: '/team/teams' }, async ({ page, context, address, trouble }) => {
    await page.getByLabel(t('session.email')).fill(OWNER.email);
    await page.getByLabel(t('session.password'), { exact: true }).fill(OWNER.password);
    await page.getByRole('button', { name: t('session.signIn'), exact: true }).click();
    const name = page.getByLabel(t('teams.name'), { exact: true });
    await name.fill('Night herons');
    await context.clearCookies();
    await page.getByRole('button', { name: t('teams.makeButton') }).click();
    const dialog = page.getByRole('dialog', { name: t('session.ended') });
    await dialog.waitFor();
    trouble.splice(0);
    expect(await name.isVisible()).toBe(false);
    expect(await runAxe(page)).toEqual([]);
    await page.getByLabel(t('session.password'), { exact: true }).fill(OWNER.password);
    await dialog.getByRole('button', { name: t('prove.goOn') }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await name.inputValue()).toBe('Night herons');
    await page.getByRole('button', { name: t('teams.makeButton') }).click();
    await page.getByRole('heading', { name: t('desk.codes'), level: 1 }).waitFor();

    // Who does not want to sign in again is led to the sign-in, and the page is gone.
    await page.goto(`${address}/team/teams`);
    await name.waitFor();
    await context.clearCookies();
    await page.getByLabel(t('teams.name'), { exact: true }).fill('Day herons');
    await page.getByRole('button', { name: t('teams.makeButton') }).click();
    await dialog.getByRole('button', { name: t('form.cancel') }).click();
    await page.getByRole('heading', { name: t('session.heading') }).waitFor();
    expect(await name.count()).toBe(0);
    trouble.splice(0);
  });
});

test('a passkey is made, and signs in', async () => {
  await tests.visit({ path: '/team/account' }, async ({ page, context }) => {
    const keys = await context.newCDPSession(page);
    await keys.send('WebAuthn.enable');
    await keys.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.getByLabel(t('session.email')).fill(OWNER.email);
    await page.getByLabel(t('session.password'), { exact: true }).fill(OWNER.password);
    await page.getByRole('button', { name: t('session.signIn'), exact: true }).click();
    await page.getByLabel(t('account.passkeyName')).fill('Laptop');
    await page.getByRole('button', { name: t('account.makePasskey') }).click();
    await page.getByRole('button', { name: t('account.dropPasskey', { name: 'Laptop' }) }).waitFor();
    await page.getByRole('button', { name: t('session.leave', { name: OWNER.name }) }).click();
    await page.getByRole('button', { name: t('session.byPasskey') }).click();
    await page.getByRole('heading', { name: t('desk.account'), level: 1 }).waitFor();
  });
});

test('an invitation lets a manager in, who sees the teams given and no others', async () => {
  let link = '';
  await tests.visit({ path: '/team/managers' }, async ({ page }) => {
    await page.getByLabel(t('session.email')).fill(OWNER.email);
    await page.getByLabel(t('session.password'), { exact: true }).fill(OWNER.password);
    await page.getByRole('button', { name: t('session.signIn'), exact: true }).click();
    await page.getByRole('checkbox', { name: 'Spring intake' }).check();
    await page.getByRole('button', { name: t('invite.make') }).click();
    link = await page.getByRole('textbox', { name: t('invite.link') }).inputValue();
    expect(await runAxe(page)).toEqual([]);
  });
  const { pathname, hash } = new URL(link);
  await tests.visit({ path: pathname + hash }, async ({ page }) => {
    await page.getByText(t('invitation.asManagerOf', { count: 1, teams: 'Spring intake' })).waitFor();
    expect(await runAxe(page)).toEqual([]);
    await page.getByLabel(t('account.name')).fill('Bo Ek');
    await page.getByLabel(t('session.email')).fill('bo@example.org');
    await page.getByLabel(t('session.password'), { exact: true }).fill('another four plain words');
    await page.getByRole('button', { name: t('invitation.accept') }).click();
    await page.waitForURL(/overview/);
    expect(await page.getByRole('link', { name: t('desk.managers') }).count()).toBe(0);
  });
});
