import { CLAIM_LENGTH, CLAIM_LETTERS } from '../../wire/kiosk.ts';

/**
 * Makes a claim code: 10 letters of 5 bits each. 32 letters divide the 256 values of a byte evenly, so none is likelier
 * than another. `fillRandom` fills the array with random bytes.
 */
export function makeClaim(
  fillRandom: (bytes: Uint8Array<ArrayBuffer>) => void = (bytes) => void crypto.getRandomValues(bytes),
): string {
  const bytes = new Uint8Array(CLAIM_LENGTH);
  fillRandom(bytes);
  return Array.from(bytes, (byte) => CLAIM_LETTERS[byte % CLAIM_LETTERS.length]).join('');
}
