/** A number from 0 to 1 that is always the same for the same `n`: the eye takes it for chance. */
export function scatter(n: number): number {
  const s = Math.sin(n * 12.9898 + 78.233) * 43758.5453;
  return s - Math.floor(s);
}
