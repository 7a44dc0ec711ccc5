/**
 * Joins towns that have no third town between them: the Gabriel graph (K. R. Gabriel and R. R. Sokal, 1969). Two towns
 * are neighbours if the circle that has them at its ends holds no other. It is planar, contains the shortest tree through
 * all towns (so nothing is cut off), and needs only squares of distances. Takes n³ steps, 64,000 for forty towns.
 */
export function joinNeighbours(x: ArrayLike<number>, y: ArrayLike<number>): readonly (readonly number[])[] {
  const towns = x.length;
  const neighbours: number[][] = Array.from({ length: towns }, () => []);
  for (let a = 0; a < towns; a++)
    for (let b = a + 1; b < towns; b++)
      if (!hasTownBetween(x, y, a, b)) {
        (neighbours[a] as number[]).push(b);
        (neighbours[b] as number[]).push(a);
      }
  for (const list of neighbours) list.sort((a, b) => a - b);
  return neighbours;
}

function hasTownBetween(x: ArrayLike<number>, y: ArrayLike<number>, a: number, b: number): boolean {
  const across = square(x, y, a, b);
  for (let c = 0; c < x.length; c++)
    if (c !== a && c !== b && square(x, y, a, c) + square(x, y, b, c) < across) return true;
  return false;
}

/** Square of the distance between two towns. */
function square(x: ArrayLike<number>, y: ArrayLike<number>, a: number, b: number): number {
  const dx = (x[a] as number) - (x[b] as number);
  const dy = (y[a] as number) - (y[b] as number);
  return dx * dx + dy * dy;
}
