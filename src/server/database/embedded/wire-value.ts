import type { WireValue } from './session.ts';

/**
 * Writes a parameter as the `pg` driver would, so that both databases are sent the same: dates in ISO 8601, bytes in
 * hex, arrays as array literals, other objects as JSON.
 */
export function toWire(value: unknown): WireValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array)
    return `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`;
  if (Array.isArray(value)) return writeArray(value);
  if (typeof value === 'object') return JSON.stringify(value);
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  throw new TypeError(`A ${typeof value} cannot be written to the database.`);
}

function writeArray(values: readonly unknown[]): string {
  const parts = values.map((value) => {
    if (Array.isArray(value)) return writeArray(value);
    const text = toWire(value);
    return text === null ? 'NULL' : `"${text.replace(/["\\]/g, (sign) => `\\${sign}`)}"`;
  });
  return `{${parts.join(',')}}`;
}
