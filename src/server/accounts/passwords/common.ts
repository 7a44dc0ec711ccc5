import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * The 15,000 most common passwords of eight or more characters that the list of zxcvbn has (Dan Wheeler and Dropbox,
 * MIT licence, `data/passwords.txt`, commit 67c4ece: counts of published passwords), in lower case, each as the first
 * four bytes of its SHA-256, sorted: a third of the bytes, and nobody has to read them. A password that is not on the
 * list is taken for one that is in 3 of 1,000,000 cases.
 */
const FILE = new URL('common.txt', import.meta.url);
const FINGERPRINT_BYTES = 4;

let known: ReadonlySet<number> | undefined;

/** Whether a password, whatever its capitals, is one of the most common. Reads the list at the first call. */
export function isCommon(password: string): boolean {
  known ??= readFingerprints();
  return known.has(createHash('sha256').update(password.toLowerCase()).digest().readUInt32BE(0));
}

function readFingerprints(): ReadonlySet<number> {
  const bytes = Buffer.from(readFileSync(FILE, 'latin1'), 'base64');
  const found = new Set<number>();
  for (let at = 0; at + FINGERPRINT_BYTES <= bytes.length; at += FINGERPRINT_BYTES) found.add(bytes.readUInt32BE(at));
  return found;
}
