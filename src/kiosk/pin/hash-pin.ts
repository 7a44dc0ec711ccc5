/**
 * The PIN as it is kept: PBKDF2 with SHA-256 (RFC 8018) by Web Crypto, salted. Six digits can be tried out by whoever has
 * the hash, however slow it is; it guards the way out of the game, and the account of the machine guards the machine.
 */
import { fromBase64Url, toBase64Url } from '../settings/base64-url.ts';
import type { KioskSettings } from '../settings/kiosk-settings.ts';
import { LEAST_ROUNDS } from '../settings/read-settings.ts';

export type KeptPin = KioskSettings['pin'];

export const LEAST_DIGITS = 6;
export const MOST_DIGITS = 12;
const SALT_BYTES = 16;
const HASH_BITS = 256;

/** Whether somebody may choose this PIN: six to twelve digits, and not one digit only or a row of neighbours. */
export function judgePin(pin: string): 'short' | 'digits' | 'plain' | null {
  if (!/^\d*$/.test(pin) || pin.length > MOST_DIGITS) return 'digits';
  if (pin.length < LEAST_DIGITS) return 'short';
  const steps = new Set([...pin].slice(1).map((digit, at) => Number(digit) - Number(pin[at])));
  const [step] = steps;
  return steps.size === 1 && step !== undefined && Math.abs(step) <= 1 ? 'plain' : null;
}

async function stretch(pin: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    key,
    HASH_BITS,
  );
  return new Uint8Array(bits);
}

/** Makes what is kept of a PIN. Rejects where there is no Web Crypto: on plain http, but for the machine itself. */
export async function hashPin(pin: string): Promise<KeptPin> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const hash = await stretch(pin, salt, LEAST_ROUNDS);
  return { salt: toBase64Url(salt), hash: toBase64Url(hash), rounds: LEAST_ROUNDS };
}

/** Whether it is the PIN. Rejects where there is no Web Crypto. */
export async function isPin(pin: string, kept: KeptPin): Promise<boolean> {
  const [salt, wanted] = [fromBase64Url(kept.salt), fromBase64Url(kept.hash)];
  if (salt === null || wanted === null) return false;
  const hash = await stretch(pin, salt, kept.rounds);
  let difference = hash.length ^ wanted.length;
  hash.forEach((byte, at) => (difference |= byte ^ (wanted[at] ?? 0)));
  return difference === 0;
}
