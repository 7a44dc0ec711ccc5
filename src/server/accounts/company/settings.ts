/** Sign-in by the company's own directory (OpenID Connect), set by environment. */
import { SettingTrouble } from '../../setting-trouble.ts';

export interface CompanySettings {
  /** `OIDC_ISSUER`: `https://login.example.com/…`; plain http only on this machine. */
  readonly issuer: URL;
  /** `OIDC_CLIENT_ID`, `OIDC_CLIENT_SECRET`: as the directory gave them; the address to register there is `returnAddress`. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** `OIDC_NAME`: what the button says; the issuer's host when not set. */
  readonly name: string;
  /** `OIDC_ALLOW_DOMAIN`: addresses of this domain get an account, without teams, when they first come. */
  readonly allowDomain: string | null;
}

/** Settings that mean nothing without an issuer: one that stands alone is a mistake, and is said. */
const OTHERS = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME', 'OIDC_ALLOW_DOMAIN'] as const;
/** A button with a longer name would not fit a phone. */
const LONGEST_NAME = 60;

/**
 * Reads `OIDC_…`. Undefined when none of it is set: then nobody signs in by a company.
 *
 * @throws SettingTrouble naming the variable; a secret is not repeated
 */
export function readCompany(
  get: (name: string) => string | undefined,
  origin: string | undefined,
): CompanySettings | undefined {
  const issuer = get('OIDC_ISSUER');
  if (issuer === undefined) {
    const alone = OTHERS.find((name) => get(name) !== undefined);
    if (alone === undefined) return undefined;
    throw new SettingTrouble(`With ${alone}, OIDC_ISSUER must be given: the address of the company's sign-in.`);
  }
  const url = readIssuer(issuer);
  if (origin === undefined && !isThisMachine(url))
    throw new SettingTrouble(
      `With OIDC_ISSUER, ORIGIN must be given: the company sends browsers back to ${returnAddress('<ORIGIN>')}, and ` +
        'that address is registered there.',
    );
  return {
    issuer: url,
    clientId: need(get, 'OIDC_CLIENT_ID'),
    clientSecret: need(get, 'OIDC_CLIENT_SECRET'),
    name: readName(get('OIDC_NAME')) ?? url.hostname,
    allowDomain: readDomain(get('OIDC_ALLOW_DOMAIN')),
  };
}

function need(get: (name: string) => string | undefined, name: (typeof OTHERS)[number]): string {
  const text = get(name);
  if (text === undefined)
    throw new SettingTrouble(`With OIDC_ISSUER, ${name} must be given, as the directory gave it.`);
  return text;
}

function readIssuer(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url?.username === '' && url.password === '' && url.search === '' && url.hash === '';
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isThisMachine(url));
  if (url !== undefined && isPlain && isSafe) return url;
  // The text may carry a password: it is not repeated.
  throw new SettingTrouble(
    'OIDC_ISSUER must be an address like https://login.example.org/tenant, without a password, a query or a fragment; ' +
      'http only for this machine.',
  );
}

function readName(text: string | undefined): string | undefined {
  if (text === undefined || text.length <= LONGEST_NAME) return text;
  throw new SettingTrouble(`OIDC_NAME must have at most ${LONGEST_NAME} characters: it stands on a button.`);
}

function readDomain(text: string | undefined): string | null {
  if (text === undefined) return null;
  const domain = text.toLowerCase().replace(/^@/, '');
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain)) return domain;
  throw new SettingTrouble(`OIDC_ALLOW_DOMAIN must be one domain, like example.org, not "${text}".`);
}

export function isThisMachine({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** Where the company sends the browser back to. */
export function returnAddress(origin: string): string {
  return `${origin}/api/sessions/oidc/return`;
}
