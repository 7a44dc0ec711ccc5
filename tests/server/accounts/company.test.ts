import { describe, expect, onTestFinished, test } from 'vitest';

import { readCompany, type CompanySettings } from '../../../src/server/accounts/company/settings.ts';
import { SettingTrouble } from '../../../src/server/setting-trouble.ts';
import type { CompanySignIn, SessionAnswer, SignedIn } from '../../../src/wire/accounts.ts';
import type { TestGrounds } from '../harness/grounds.ts';
import { Browser, type Answer } from './browser.ts';
import { openIssuer, type Issuer, type Person } from './issuer.ts';
import { openServer } from './open-server.ts';
import { makePerson, readActions } from './people.ts';

const ANN: Person = { sub: 'ann-1', email: 'Ann@Example.org', email_verified: true, name: 'Ann Li' };

interface Scene {
  readonly server: TestGrounds;
  readonly issuer: Issuer;
  readonly browser: Browser;
}

async function open(given: { readonly allow?: string; readonly person?: Person } = {}): Promise<Scene> {
  const issuer = await openIssuer(given.person ?? ANN);
  onTestFinished(() => issuer.close());
  const company = read({
    OIDC_ISSUER: issuer.url,
    OIDC_CLIENT_ID: issuer.clientId,
    OIDC_CLIENT_SECRET: issuer.clientSecret,
    OIDC_NAME: 'Hinterland',
    ...(given.allow === undefined ? {} : { OIDC_ALLOW_DOMAIN: given.allow }),
  });
  const server = await openServer({ parts: { origin: 'https://play.example.org', ...company } });
  return { server, issuer, browser: new Browser(server) };
}

/** As `settings.ts` reads them. */
function read(
  env: Readonly<Record<string, string>>,
  origin: string | undefined = 'https://play.example.org',
): { readonly company?: CompanySettings } {
  const company = readCompany((name) => env[name], origin);
  return company === undefined ? {} : { company };
}

async function setOut(browser: Browser): Promise<string> {
  return ((await browser.ask('POST', '/api/sessions/oidc')).json as CompanySignIn).url;
}
function comeBack(browser: Browser, back: URL): Promise<Answer> {
  return browser.ask('GET', `${back.pathname}${back.search}`, undefined, { 'Sec-Fetch-Site': 'cross-site' });
}
async function enter({ browser, issuer }: Scene): Promise<string> {
  const answer = await comeBack(browser, await issuer.visit(await setOut(browser)));
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
}
async function whoIs(browser: Browser): Promise<SignedIn | null> {
  return ((await browser.ask('GET', '/api/session')).json as SessionAnswer).signedIn;
}

test('the page is told the company’s name, and nothing when it is not set', async () => {
  const { browser } = await open();
  expect(((await browser.ask('GET', '/api/session')).json as SessionAnswer).ways.oidc).toBe('Hinterland');
  const other = new Browser(await openServer());
  expect(((await other.ask('GET', '/api/session')).json as SessionAnswer).ways.oidc).toBeNull();
  for (const method of ['POST', 'GET'] as const) {
    const path = method === 'POST' ? '/api/sessions/oidc' : '/api/sessions/oidc/return?code=a&state=b';
    expect((await other.ask(method, path)).status).toBe(404);
  }
});

test('a proven address opens the account that has it, and the subject opens it from then on', async () => {
  const scene = await open();
  await makePerson(scene.server.grounds, { email: 'ann@example.org', name: 'Ann' });
  expect(await enter(scene)).toBe('/team');
  expect(await whoIs(scene.browser)).toMatchObject({ name: 'Ann', email: 'ann@example.org', role: 'owner' });
  expect(scene.browser.cookies.get('__Host-oidc')).toBeUndefined();
  scene.issuer.person = { sub: 'ann-1', email: 'married@example.org', email_verified: false };
  const later = { ...scene, browser: new Browser(scene.server) };
  expect(await enter(later)).toBe('/team');
  expect((await whoIs(later.browser))?.email).toBe('ann@example.org');
});

test('asks with PKCE, state, nonce and the registered address', async () => {
  const { browser, issuer } = await open();
  const url = new URL(await setOut(browser));
  expect(url.origin).toBe(issuer.url);
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    client_id: 'baton',
    redirect_uri: 'https://play.example.org/api/sessions/oidc/return',
    response_type: 'code',
    code_challenge_method: 'S256',
    scope: 'openid email profile',
  });
  for (const name of ['state', 'nonce', 'code_challenge']) expect(url.searchParams.get(name)).toMatch(/^[\w-]{40,}$/);
});

describe('nobody enters with', () => {
  test.each<[string, Person, string]>([
    ['an address that is not proven', { ...ANN, email_verified: false }, 'unverified'],
    ['an address that only says it is', { ...ANN, email_verified: 'true' }, 'unverified'],
    ['no address', { sub: 'ann-1' }, 'unverified'],
    ['an unknown address', { ...ANN, email: 'eve@example.org' }, 'unknown'],
  ])('%s', async (_, person, refused) => {
    const scene = await open({ person });
    await makePerson(scene.server.grounds, { email: 'ann@example.org' });
    expect(await enter(scene)).toBe(`/team/signin?refused=${refused}`);
    expect(await whoIs(scene.browser)).toBeNull();
    expect(await readActions(scene.server.grounds)).toEqual(['signInFailed']);
  });

  test.each<[string, Record<string, unknown>]>([
    ['the nonce of another sign-in', { nonce: 'another' }],
    ['a token for another client', { aud: 'other' }],
    ['a token of another issuer', { iss: 'https://evil.example' }],
    ['a token that has run out', { exp: 1_000_000 }],
  ])('%s', async (_, lies) => {
    const scene = await open();
    await makePerson(scene.server.grounds, { email: 'ann@example.org' });
    scene.issuer.lies = lies;
    expect(await enter(scene)).toBe('/team/signin?refused=failed');
    expect(await whoIs(scene.browser)).toBeNull();
  });

  test('a token that the directory’s published key did not sign', async () => {
    const scene = await open({ allow: 'example.org' });
    scene.issuer.strangeKey = true;
    expect(await enter(scene)).toBe('/team/signin?refused=failed');
  });

  test('the way back of another browser, a wrong state, or the same one twice', async () => {
    const scene = await open();
    const { server, browser, issuer } = scene;
    await makePerson(server.grounds, { email: 'ann@example.org' });
    const victim = new Browser(server);
    const planted = await issuer.visit(await setOut(browser));
    expect((await comeBack(victim, planted)).headers.get('location')).toBe('/team/signin?refused=failed');
    expect(await whoIs(victim)).toBeNull();
    const bent = await issuer.visit(await setOut(browser));
    bent.searchParams.set('state', 'x'.repeat(43));
    expect((await comeBack(browser, bent)).headers.get('location')).toBe('/team/signin?refused=failed');
    const back = await issuer.visit(await setOut(browser));
    const cookie = browser.cookies.get('__Host-oidc') ?? '';
    expect((await comeBack(browser, back)).headers.get('location')).toBe('/team');
    const twice = new Browser(server);
    twice.cookies.set('__Host-oidc', cookie);
    expect((await comeBack(twice, back)).headers.get('location')).toBe('/team/signin?refused=failed');
  });
});

test('an address of the allowed domain gets an account without teams; others and removed ones do not', async () => {
  const scene = await open({ allow: '@example.org' });
  expect(await enter(scene)).toBe('/team');
  expect(await whoIs(scene.browser)).toMatchObject({
    name: 'Ann Li',
    email: 'ann@example.org',
    role: 'manager',
    teams: [],
  });
  const { server, issuer } = scene;
  for (const email of ['eve@example.org.evil.example', 'eve@evil.example', 'eve@sub.example.org']) {
    issuer.person = { sub: email, email, email_verified: true };
    expect(await enter({ ...scene, browser: new Browser(server) })).toBe('/team/signin?refused=unknown');
  }
  await server.grounds.db.updateTable('account').set({ disabled_at: new Date() }).execute();
  issuer.person = ANN;
  expect(await enter({ ...scene, browser: new Browser(server) })).toBe('/team/signin?refused=unknown');
  expect(await server.grounds.db.selectFrom('account').select('email').execute()).toEqual([
    { email: 'ann@example.org' },
  ]);
});

test('an address that the token leaves out is asked for', async () => {
  const scene = await open({ allow: 'example.org' });
  scene.issuer.quiet = true;
  expect(await enter(scene)).toBe('/team');
  expect((await whoIs(scene.browser))?.email).toBe('ann@example.org');
});

test('a directory that cannot be reached, or says no, is told in a word, and no name is logged', async () => {
  const scene = await open();
  const back = await scene.issuer.visit(await setOut(scene.browser));
  back.searchParams.delete('code');
  back.searchParams.set('error', 'access_denied');
  expect((await comeBack(scene.browser, back)).headers.get('location')).toBe('/team/signin?refused=failed');
  const away = read({ OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' });
  const server = await openServer({ parts: { origin: 'https://play.example.org', ...away } });
  expect((await new Browser(server).ask('POST', '/api/sessions/oidc')).json).toEqual({ error: 'notReady' });
  expect(JSON.stringify([...scene.server.lines, ...server.lines])).not.toMatch(
    /ann@|ann li|ann-1|secret of the directory/i,
  );
});

const WHOLE = { OIDC_ISSUER: 'https://login.example.org/a', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'hidden-b' };

test('settings that are whole are read, and none are none', () => {
  expect(read(WHOLE).company).toMatchObject({ name: 'login.example.org', allowDomain: null });
  expect(read({ ...WHOLE, OIDC_ALLOW_DOMAIN: '@Example.org' }).company?.allowDomain).toBe('example.org');
  expect(read({}).company).toBeUndefined();
});

test.each<[string, Record<string, string>]>([
  ['OIDC_CLIENT_SECRET', { ...WHOLE, OIDC_CLIENT_SECRET: undefined as unknown as string }],
  ['OIDC_CLIENT_ID', { ...WHOLE, OIDC_CLIENT_ID: undefined as unknown as string }],
  ['OIDC_ISSUER', { OIDC_NAME: 'Hinterland' }],
  ['OIDC_ISSUER', { ...WHOLE, OIDC_ISSUER: 'login.example.org' }],
  ['OIDC_ISSUER', { ...WHOLE, OIDC_ISSUER: 'http://login.example.org' }],
  ['OIDC_ISSUER', { ...WHOLE, OIDC_ISSUER: 'https://a:hidden-b@login.example.org' }],
  ['OIDC_NAME', { ...WHOLE, OIDC_NAME: 'x'.repeat(61) }],
  ['OIDC_ALLOW_DOMAIN', { ...WHOLE, OIDC_ALLOW_DOMAIN: 'example.org, example.com' }],
])('settings that cannot be used are refused at the start, and %s is named', (name, env) => {
  const words = catchWords(() => read(env));
  expect(words).toContain(name);
  expect(words).not.toContain('hidden-b');
});

test('without ORIGIN a company could send nobody back', () => {
  expect(catchWords(() => readCompany((name) => (WHOLE as Record<string, string>)[name], undefined))).toContain(
    'ORIGIN',
  );
  const here = { ...WHOLE, OIDC_ISSUER: 'http://localhost:8080/realms/try' };
  expect(readCompany((name) => (here as Record<string, string>)[name], undefined)?.name).toBe('localhost');
});

function catchWords(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof SettingTrouble) return error.message;
    throw error;
  }
  return '';
}
