/** A small company directory: an OpenID Connect issuer on this machine, with discovery, PKCE and RS256. */
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Person {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean | string;
  readonly name?: string;
}

export interface Issuer {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who is at the company's page when the browser comes. */
  person: Person;
  /** Claims that take the place of the true ones, for tests of what must be refused. */
  lies: Readonly<Record<string, unknown>>;
  /** Sign the next tokens with a key that was never published. */
  strangeKey: boolean;
  /** Leave e-mail and name out of the ID token; they are told when asked. */
  quiet: boolean;
  /** Goes to the company's page and back: gives the address that the browser is sent to. */
  visit(url: string): Promise<URL>;
  close(): Promise<void>;
}

const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const strange = generateKeyPairSync('rsa', { modulusLength: 2048 });

export async function openIssuer(person: Person): Promise<Issuer> {
  const codes = new Map<string, { readonly challenge: string; readonly nonce: string; readonly redirect: string }>();
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer: Issuer = {
    url,
    clientId: 'baton',
    clientSecret: 'a secret of the directory',
    person,
    lies: {},
    strangeKey: false,
    quiet: false,
    async visit(address) {
      const reply = await fetch(address, { redirect: 'manual' });
      return new URL(reply.headers.get('location') ?? '');
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return issuer;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = new URL(request.url ?? '/', url);
    switch (asked.pathname) {
      case '/.well-known/openid-configuration':
        return send(response, {
          issuer: url,
          authorization_endpoint: `${url}/authorize`,
          token_endpoint: `${url}/token`,
          userinfo_endpoint: `${url}/who`,
          jwks_uri: `${url}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          code_challenge_methods_supported: ['S256'],
        });
      case '/keys':
        return send(response, {
          keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
        });
      case '/authorize':
        return authorize(asked.searchParams, response);
      case '/token':
        return exchange(new URLSearchParams(await readAll(request)), response);
      case '/who':
        return send(response, issuer.person);
      default:
        return send(response, {}, 404);
    }
  }

  function authorize(asked: URLSearchParams, response: ServerResponse): void {
    const code = randomBytes(8).toString('hex');
    const redirect = asked.get('redirect_uri') ?? '';
    codes.set(code, { challenge: asked.get('code_challenge') ?? '', nonce: asked.get('nonce') ?? '', redirect });
    const back = new URL(redirect);
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    response.writeHead(302, { Location: back.href }).end();
  }

  function exchange(asked: URLSearchParams, response: ServerResponse): void {
    const given = codes.get(asked.get('code') ?? '');
    codes.delete(asked.get('code') ?? '');
    const verifier = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url');
    if (given?.challenge !== verifier || given.redirect !== asked.get('redirect_uri'))
      return send(response, { error: 'invalid_grant' }, 400);
    const now = Math.floor(Date.now() / 1000);
    const { sub, ...told } = issuer.person;
    const claims = {
      iss: url,
      aud: issuer.clientId,
      sub,
      iat: now,
      exp: now + 300,
      nonce: given.nonce,
      ...(issuer.quiet ? {} : told),
      ...issuer.lies,
    };
    return send(response, {
      access_token: 'opaque',
      token_type: 'Bearer',
      expires_in: 300,
      id_token: sign(claims),
    });
  }

  function sign(claims: object): string {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${part(claims)}`;
    const { privateKey } = issuer.strangeKey ? strange : own;
    return `${signed}.${createSign('sha256').update(signed).sign(privateKey).toString('base64url')}`;
  }
}

function send(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

async function readAll(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}
