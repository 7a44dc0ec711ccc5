import { Digest } from '../../kernel/hash.ts';

/**
 * JSON with the keys of every object in order and nothing undefined: the same value always gives the same text, on
 * every machine, so that its fingerprint can be compared. Numbers that JSON does not know become null.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (isPlain(inner) ? sortKeys(inner) : inner)) ?? 'null';
}

/** Fingerprint of a payload, 16 hexadecimal digits: notices damage and mix-ups; it is no signature. */
export function hashPayload(payload: unknown): string {
  return new Digest().text(canonicalJson(payload)).hex();
}

/** A copy that went through JSON once, so that what is hashed, kept and exported is the same. */
export function asJson<T>(value: T): T {
  return JSON.parse(canonicalJson(value)) as T;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sortKeys(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
