/** A part of a file, both ends included, as HTTP counts. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Reads a `Range` header (RFC 9110, 14.1.2) for a file of `size` bytes.
 *
 * @returns the part asked for; `'none'` when there is no usable single range, so that the whole file is sent;
 *   `'unsatisfiable'` when the part lies outside the file
 */
export function parseByteRange(header: string | undefined, size: number): ByteRange | 'none' | 'unsatisfiable' {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
  if (match === null) return 'none';
  const [, from = '', to = ''] = match;
  if (from === '') {
    if (to === '') return 'none';
    const length = Number(to);
    return length === 0 || size === 0 ? 'unsatisfiable' : { first: Math.max(0, size - length), last: size - 1 };
  }
  const first = Number(from);
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < first) return 'none';
  return first >= size ? 'unsatisfiable' : { first, last };
}
