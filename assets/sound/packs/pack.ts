import type { Effects } from '../effects/effect.ts';
import type { Loops } from '../loops/loop.ts';

/**
 * What is fetched together. `house.ts` holds what every room needs, and each other file of this folder what one act does,
 * under the act's name. A file exports its `pack`; nothing lists them.
 */
export interface Pack {
  /** In the order of the sprite. */
  readonly effects: Effects;
  readonly loops: Loops;
}
