import { SettingTrouble } from '../../setting-trouble.ts';

/** The learning record store that statements go to. */
export interface StoreSettings {
  /** Address of its statements resource. */
  readonly statements: string;
  /** Value of the header `Authorization`. */
  readonly authorization: string;
  /** Whether names of players and teams go along. */
  readonly names: boolean;
}

/** Names of this machine: what is said to it crosses no network. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Reads `LRS_ENDPOINT` (the address to which `statements` is added), `LRS_USER` and `LRS_PASSWORD`, or `LRS_TOKEN`, and
 * `LRS_NAMES`. Undefined when there is no endpoint: then no statement is made.
 *
 * @throws SettingTrouble
 */
export function readStore(
  get: (name: string) => string | undefined,
  origin: string | undefined,
): StoreSettings | undefined {
  const endpoint = get('LRS_ENDPOINT');
  if (endpoint === undefined) return undefined;
  if (origin === undefined)
    throw new SettingTrouble(
      'With LRS_ENDPOINT, ORIGIN must be given: it names players and activities in the store, and must never change.',
    );
  return {
    statements: readEndpoint(endpoint),
    authorization: readAuthorization(get('LRS_USER'), get('LRS_PASSWORD'), get('LRS_TOKEN')),
    names: readYes('LRS_NAMES', get('LRS_NAMES')),
  };
}

function readEndpoint(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url?.username === '' && url.password === '' && url.search === '' && url.hash === '';
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname));
  // The text may carry a password: it is not repeated.
  if (url === undefined || !isPlain || !isSafe)
    throw new SettingTrouble(
      'LRS_ENDPOINT must be an address like https://lrs.example.org/xapi, without a password, a query or a fragment; ' +
        'http only for this machine.',
    );
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}/statements`;
}

function readAuthorization(user: string | undefined, password: string | undefined, token: string | undefined): string {
  const isBasic = user !== undefined && password !== undefined;
  if (isBasic === (token !== undefined) || (token !== undefined && (user !== undefined || password !== undefined)))
    throw new SettingTrouble('With LRS_ENDPOINT, give either LRS_USER and LRS_PASSWORD, or LRS_TOKEN.');
  if (token === undefined) return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  if (!/^[\w.~+/=-]+$/.test(token)) throw new SettingTrouble('LRS_TOKEN must be a bearer token (RFC 6750).');
  return `Bearer ${token}`;
}

function readYes(name: string, text: string | undefined): boolean {
  if (text === undefined || text === '0') return false;
  if (text === '1') return true;
  throw new SettingTrouble(`${name} must be 1 or 0, not "${text}".`);
}
