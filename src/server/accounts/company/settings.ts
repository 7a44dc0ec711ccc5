/** Sign-in by the company's own directory (OpenID Connect), set by environment. */
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
type Environment = Readonly<Record<string, string | undefined>>;

/** @returns null when no company's sign-in is set, or it cannot be used as it is set */
export function readCompany(env: Environment): CompanySettings | null {
  const issuer = env['OIDC_ISSUER'] ?? '';
  const clientId = env['OIDC_CLIENT_ID'] ?? '';
  const clientSecret = env['OIDC_CLIENT_SECRET'] ?? '';
  if (issuer === '' || clientId === '' || clientSecret === '' || !URL.canParse(issuer)) return null;
  const url = new URL(issuer);
  if (url.protocol !== 'https:' && !isThisMachine(url)) return null;
  const name = env['OIDC_NAME'] ?? '';
  const allowDomain = (env['OIDC_ALLOW_DOMAIN'] ?? '').trim().toLowerCase().replace(/^@/, '');
  return {
    issuer: url,
    clientId,
    clientSecret,
    name: name === '' ? url.hostname : name,
    allowDomain: allowDomain === '' ? null : allowDomain,
  };
}

export function companyName(env: Environment): string | null {
  return readCompany(env)?.name ?? null;
}

export function isThisMachine({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** Where the company sends the browser back to. */
export function returnAddress(origin: string): string {
  return `${origin}/api/sessions/oidc/return`;
}
