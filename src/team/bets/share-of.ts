/** A part of a whole, from 0 to 1; of nothing it is 0. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
