import { createHash } from 'node:crypto';

/** The namespace of this server's statements: drawn once, and never to be changed. */
const NAMESPACE = Buffer.from('6f0b5c1e3a514f0e9d2b7c8417a2d3e6', 'hex');

/**
 * A UUID of version 5 (RFC 9562 §5.5): the same words give the same id, on every instance and at any time. So a
 * statement that is made or sent again is known by its store.
 */
export function makeStableId(...words: readonly string[]): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(JSON.stringify(words)).digest().subarray(0, 16);
  bytes[6] = 0x50 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
