/** The rods that move a puppet: thin shadows that fade towards the puppeteer, so that it is a play and not a picture. */
import type * as Phaser from 'phaser';
import type { Puppet } from '../../../stage/puppet/puppet.ts';
import type { Stage } from '../../../stage/stage.ts';
import { ROAD_DEPTH } from './depth.ts';
import { laySoft } from './soft-things.ts';

/** A part of the puppet, where on it the rod is hooked, and the slant of the rod in radians. */
export type Hook = readonly [part: string, x: number, y: number, slant: number];

export const WALKER_HOOKS: readonly Hook[] = [
  ['hips', 0, 0, 0.06],
  ['hand-far', 0, 18, -0.1],
  ['lame-forearm-far', 0, 68, -0.14],
];
export const BLIND_HOOKS: readonly Hook[] = [
  ['hips', 0, 0, 0.06],
  ['hand-far', 0, 18, -0.1],
];
export const LAME_HOOKS: readonly Hook[] = [
  ['lame-trunk', 0, -30, 0.05],
  ['lame-forearm-far', 0, 68, -0.12],
];
const MOST = 3;
/** Units of the puppet from the hook to where nothing of the rod is seen. */
const REACH = 520;

export class Rods {
  readonly #images: Phaser.GameObjects.Image[] = [];
  readonly #point = { x: 0, y: 0 };

  constructor(stage: Stage) {
    for (let n = 0; n < MOST; n++)
      this.#images.push(
        laySoft(stage, 'rod', 0, 0, 1, 1, ROAD_DEPTH.bank + 2)
          .setOrigin(0.5, 0)
          .setVisible(false),
      );
  }

  /** `size` is CSS pixels per unit of the puppet, which must have been shown; `alpha` 0 hides the rods. */
  follow(puppet: Puppet, hooks: readonly Hook[], size: number, alpha: number): void {
    for (const [n, image] of this.#images.entries()) {
      const hook = hooks[n];
      const isSeen = hook !== undefined && alpha > 0.01;
      if (image.visible !== isSeen) image.setVisible(isSeen);
      if (!hook || !isSeen) continue;
      const [part, px, py, slant] = hook;
      puppet.find(part, px, py, this.#point);
      image
        .setPosition(this.#point.x, this.#point.y)
        .setDisplaySize(Math.max(2.4, size * 7), REACH * size)
        .setRotation(slant)
        .setAlpha(alpha);
    }
  }

  destroy(): void {
    for (const image of this.#images) image.destroy();
  }
}
