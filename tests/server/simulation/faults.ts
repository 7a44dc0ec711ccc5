/** What goes wrong, and how often. Each seed has its own mixture: rare faults meet only when others leave them room. */
import type { World } from './world.ts';

export interface Faults {
  /** A request that never arrives. */
  readonly dropRequest: number;
  /** An answer that is lost, after the server has done its work. */
  readonly dropAnswer: number;
  /** A request that arrives twice. */
  readonly duplicate: number;
  /** A proxy that says 503 in the server's place. */
  readonly busyBefore: number;
  /** A proxy that says 502 after the server has done its work. */
  readonly busyAfter: number;
  /** A login page instead of an answer. */
  readonly hotel: number;
  /** Slow lines overtake each other, milliseconds. */
  readonly slowest: number;
  /** The server's process ends before or after one of its queries. */
  readonly serverCrash: number;
  /** The server's disk is full: a query that writes fails. */
  readonly serverFull: number;
  /** A device's page ends between or within two transactions. */
  readonly deviceCrash: number;
  /** A device's disk takes nothing for a while. */
  readonly deviceFull: number;
  /** A device's clock jumps by up to a day. */
  readonly clockJump: number;
}

export const NO_FAULTS: Faults = {
  dropRequest: 0,
  dropAnswer: 0,
  duplicate: 0,
  busyBefore: 0,
  busyAfter: 0,
  hotel: 0,
  slowest: 50,
  serverCrash: 0,
  serverFull: 0,
  deviceCrash: 0,
  deviceFull: 0,
  clockJump: 0,
};

export function mixFaults(world: World): Faults {
  const some = (most: number): number => (world.chance(0.5) ? world.unit() * most : 0);
  return {
    dropRequest: some(0.4),
    dropAnswer: some(0.4),
    duplicate: some(0.4),
    busyBefore: some(0.3),
    busyAfter: some(0.3),
    hotel: some(0.2),
    slowest: world.pick([20, 500, 5_000, 60_000]),
    serverCrash: some(0.03),
    serverFull: some(0.05),
    deviceCrash: some(0.15),
    deviceFull: some(0.3),
    clockJump: some(0.1),
  };
}
