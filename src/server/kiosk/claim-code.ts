import { CLAIM_LENGTH, CLAIM_LETTERS, normaliseClaim } from '../../wire/kiosk.ts';
import type { KeyRing } from '../grounds.ts';

/** A typed code in its one form; null when it cannot be one. */
export function readClaimCode(typed: string): string | null {
  const code = normaliseClaim(typed);
  return code.length === CLAIM_LENGTH && [...code].every((letter) => CLAIM_LETTERS.includes(letter)) ? code : null;
}

/** What is kept of a code in its one form: found at once, and useless without the server's key. */
export function markClaim(keys: Pick<KeyRing, 'mark'>, code: string): Buffer {
  return keys.mark('visit claim', code);
}
