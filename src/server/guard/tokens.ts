import { createHash, randomBytes } from 'node:crypto';

/** Bytes of every secret that this server gives out: 256 bits, too many to guess, so a plain hash at rest is enough. */
const TOKEN_BYTES = 32;

/** A fresh secret: 32 random bytes as base64url, 43 characters. */
export function makeToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What is kept of a secret: its SHA-256, 32 bytes. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
