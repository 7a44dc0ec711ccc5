import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

import { Refusal } from '../../routing/refusal.ts';

/**
 * Cost of one guess: 64 MiB of memory, twice over (N = 2^16, r = 8, p = 2: one of the settings that the OWASP password
 * storage cheat sheet calls equal). Written into each hash, so that it can be raised later.
 */
const COST = { N: 65_536, r: 8, p: 2 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** At once: more would take the threads that files and look-ups need, and 64 MiB each. */
const AT_ONCE = 2;
/** Waiting: beyond this the server says that it is busy, rather than let a flood of sign-ins fill the memory. */
const MOST_WAITING = 100;

/** `scrypt$N$r$p$salt$hash`, salt and hash as base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await stretch(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/**
 * Whether a password fits what was kept. With nothing kept it takes the same time, so that the answer to a wrong
 * address comes no sooner than the one to a wrong password.
 */
export async function fitsPassword(password: string, kept: string | null): Promise<boolean> {
  const parts = kept === null ? null : readKept(kept);
  const hash = await stretch(password, parts?.salt ?? randomBytes(SALT_BYTES), parts?.cost ?? COST);
  return parts !== null && timingSafeEqual(hash, parts.hash);
}

/** Whether a hash was made at a lower cost than new ones are. */
export function isOutdated(kept: string): boolean {
  const cost = readKept(kept)?.cost;
  return cost === undefined || cost.N * cost.r * cost.p < COST.N * COST.r * COST.p;
}

interface Kept {
  readonly cost: typeof COST;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

function readKept(kept: string): Kept | null {
  const [form, N, r, p, salt, hash] = kept.split('$');
  if (form !== 'scrypt' || salt === undefined || hash === undefined) return null;
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const bytes = Buffer.from(hash, 'base64url');
  return bytes.length === HASH_BYTES ? { cost, salt: Buffer.from(salt, 'base64url'), hash: bytes } : null;
}

let running = 0;
const waiting: (() => void)[] = [];

async function stretch(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw new Refusal('notReady', 'too many sign-ins at once', 5);
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    const options: ScryptOptions = { ...cost, maxmem: 2 ** 20 + 256 * cost.N * cost.r };
    return await new Promise((resolve, reject) => {
      scrypt(password, salt, HASH_BYTES, options, (error, key) => (error === null ? resolve(key) : reject(error)));
    });
  } finally {
    // The place goes to the next in line, or is given back.
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
