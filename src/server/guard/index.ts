import { admit } from './admit.ts';
import type { Guard } from './types.ts';

/** The guard that the house is built with. */
export const guard: Guard = { admit };
