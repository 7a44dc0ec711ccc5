/** Lines through the air. Pure: shares of time in, places out. */

/** Smooth from 0 to 1 with still ends. */
export function smooth(t: number): number {
  const k = t < 0 ? 0 : t > 1 ? 1 : t;
  return k * k * (3 - 2 * k);
}

/** A curve from a to b that leaves with slope `va` and comes in with slope `vb` (both per unit of t). */
export function hermite(a: number, va: number, b: number, vb: number, t: number): number {
  const t2 = t * t;
  const t3 = t2 * t;
  return (2 * t3 - 3 * t2 + 1) * a + (t3 - 2 * t2 + t) * va + (-2 * t3 + 3 * t2) * b + (t3 - t2) * vb;
}

/** Where a bird of rank `rank` flies in a loose V behind the first, in body lengths: [behind, beside]. */
export function vPlace(rank: number, jitterA: number, jitterB: number, into: { behind: number; beside: number }): void {
  const arm = Math.ceil(rank / 2);
  const side = rank % 2 === 0 ? 1 : -1;
  into.behind = arm * 0.95 + (jitterA - 0.5) * 0.7;
  into.beside = side * arm * 0.48 + (jitterB - 0.5) * 0.5;
}

/** How high a frightened bird has risen, in heights of its climb, `t` seconds after the shot: frozen for a moment, then steep. */
export function burst(t: number): number {
  const k = Math.max(0, t - 0.08);
  return k < 0.5 ? 1.7 * k * k : 0.425 + 1.7 * (k - 0.5);
}
