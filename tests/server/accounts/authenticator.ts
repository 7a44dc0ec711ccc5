/**
 * An authenticator in software: makes and uses passkeys as a phone does (WebAuthn Level 3, §6 and §7; CTAP's CBOR), with
 * ES256 and the attestation `none`. What it says wrong can be chosen, for tests of what a server must refuse.
 */
import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';

interface Passkey {
  readonly id: Buffer;
  readonly key: KeyObject;
  readonly handle: string;
  counter: number;
}

/** What the caller may have it say instead of the truth. */
export interface Lies {
  readonly origin?: string;
  readonly party?: string;
  readonly challenge?: string;
  /** False: the holder was not asked for a finger or a PIN. */
  readonly verified?: boolean;
  readonly handle?: string;
  readonly signature?: (signed: Buffer) => Buffer;
}

export class Authenticator {
  readonly passkeys: Passkey[] = [];
  readonly #origin: string;
  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Answers `navigator.credentials.create`. */
  make(options: Readonly<Record<string, unknown>>, lies: Lies = {}): Record<string, unknown> {
    const { challenge, rp, user } = options as { challenge: string; rp: { id: string }; user: { id: string } };
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const passkey: Passkey = { id: randomBytes(16), key: privateKey, handle: user.id, counter: 0 };
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const cose = writeMap([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(passkey.id.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, passkey.id, cose]);
    const data = Buffer.concat([this.#head(rp.id, 0x40, passkey.counter, lies), attested]);
    this.passkeys.push(passkey);
    const id = passkey.id.toString('base64url');
    return {
      id,
      rawId: id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: this.#client('webauthn.create', challenge, lies).toString('base64url'),
        attestationObject: writeMap([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', data],
        ]).toString('base64url'),
        transports: ['internal'],
      },
    };
  }

  /** Answers `navigator.credentials.get` with its latest passkey, or a given one. */
  use(
    options: Readonly<Record<string, unknown>>,
    lies: Lies = {},
    passkey = this.passkeys.at(-1),
  ): Record<string, unknown> {
    if (passkey === undefined) throw new Error('it has no passkey');
    const { challenge, rpId } = options as { challenge: string; rpId: string };
    passkey.counter += 1;
    const data = this.#head(rpId, 0, passkey.counter, lies);
    const client = this.#client('webauthn.get', challenge, lies);
    const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
    const signature = createSign('sha256').update(signed).sign(passkey.key);
    const id = passkey.id.toString('base64url');
    return {
      id,
      rawId: id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: (lies.signature?.(signature) ?? signature).toString('base64url'),
        userHandle: lies.handle ?? passkey.handle,
      },
    };
  }

  /** Authenticator data up to the counter: whose, by whom, how often. */
  #head(party: string, flags: number, counter: number, lies: Lies): Buffer {
    const head = Buffer.alloc(37);
    createHash('sha256')
      .update(lies.party ?? party)
      .digest()
      .copy(head);
    head[32] = flags | 0x01 | (lies.verified === false ? 0 : 0x04);
    head.writeUInt32BE(counter, 33);
    return head;
  }

  #client(type: string, challenge: string, lies: Lies): Buffer {
    const said = {
      type,
      challenge: lies.challenge ?? challenge,
      origin: lies.origin ?? this.#origin,
      crossOrigin: false,
    };
    return Buffer.from(JSON.stringify(said));
  }
}

type Value = number | string | Buffer | ReadonlyMap<Value, Value>;

function writeMap(entries: readonly (readonly [Value, Value])[]): Buffer {
  return writeValue(new Map(entries));
}

/** As much of CBOR (RFC 8949) as an authenticator writes. */
function writeValue(value: Value): Buffer {
  if (typeof value === 'number') return value < 0 ? writeHead(1, -1 - value) : writeHead(0, value);
  if (typeof value === 'string') return Buffer.concat([writeHead(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([writeHead(2, value.length), value]);
  return Buffer.concat([writeHead(5, value.size), ...[...value].flat().map(writeValue)]);
}

function writeHead(major: number, size: number): Buffer {
  if (size < 24) return Buffer.of((major << 5) | size);
  if (size < 256) return Buffer.of((major << 5) | 24, size);
  return Buffer.of((major << 5) | 25, size >> 8, size & 0xff);
}
