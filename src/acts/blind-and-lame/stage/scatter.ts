/** A number from 0 to 1 that looks drawn but is the same every time. */
export function scatter(n: number): number {
  let word = Math.imul(n + 0x9e37, 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return ((word ^ (word >>> 16)) >>> 0) / 0x1_0000_0000;
}
