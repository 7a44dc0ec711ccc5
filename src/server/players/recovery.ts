import { createHash, randomBytes } from 'node:crypto';

import { RECOVERY_LENGTH } from '../../wire/recovery-words/words.ts';

/**
 * Fresh recovery words, as places in the lists. Fourteen words of 256 are 112 bits, from which on a plain hash at rest
 * is enough (ASVS 5.0, 6.5.2).
 */
export function makeRecovery(): readonly number[] {
  return [...randomBytes(RECOVERY_LENGTH)];
}

/** What is kept of them: their SHA-256. */
export function hashRecovery(words: readonly number[]): Buffer {
  return createHash('sha256').update(Uint8Array.from(words)).digest();
}
