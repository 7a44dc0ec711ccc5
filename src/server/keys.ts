/** The server's secret: one key, from which each purpose gets a key of its own (HKDF-SHA-256). */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

import type { KeyRing } from './grounds.ts';
import { SettingTrouble } from './settings.ts';

const KEY_BYTES = 32;
/** First byte of what is sealed, so that another way can follow one day. */
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** A fresh key as it is written down: base64url. */
export function makeSecretKey(): string {
  return randomBytes(KEY_BYTES).toString('base64url');
}

/**
 * @param text 32 bytes as 64 hexadecimal digits, or as base64 or base64url
 * @throws SettingTrouble when it is anything else; the text itself is not repeated
 */
export function readSecretKey(text: string): Buffer {
  const isHex = /^[0-9a-f]{64}$/i.test(text);
  const key = Buffer.from(text, isHex ? 'hex' : 'base64url');
  const isBase64 = /^[\w+/-]{43}=?$/.test(text);
  if ((isHex || isBase64) && key.length === KEY_BYTES) return key;
  throw new SettingTrouble(`SECRET_KEY must be 32 random bytes, as base64url or hex. Make one with: ${HOW_TO_MAKE}`);
}

export const HOW_TO_MAKE = `node -p "require('crypto').randomBytes(32).toString('base64url')"`;

/** @param key 32 bytes */
export function makeKeyRing(key: Buffer): KeyRing {
  const made = new Map<string, Buffer>();
  const keyFor = (use: 'mark' | 'seal', purpose: string): Buffer => {
    const info = `marshals-baton ${use} ${purpose}`;
    const own = made.get(info) ?? Buffer.from(hkdfSync('sha256', key, '', info, KEY_BYTES));
    made.set(info, own);
    return own;
  };
  return {
    mark: (purpose, text) => createHmac('sha256', keyFor('mark', purpose)).update(text).digest(),
    seal(purpose, text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, keyFor('seal', purpose), nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]);
    },
    open(purpose, sealed) {
      const bodyAt = 1 + NONCE_BYTES + TAG_BYTES;
      if (sealed.length < bodyAt || sealed[0] !== VERSION) return null;
      const decipher = createDecipheriv(CIPHER, keyFor('seal', purpose), sealed.subarray(1, 1 + NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAuthTag(sealed.subarray(1 + NONCE_BYTES, bodyAt));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(bodyAt)), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
