/** The rods that move a puppet: thin shadows that fade towards the puppeteer, so that it is a play and not a picture. */
import type * as Phaser from 'phaser';
import type { Puppet } from '../puppet/puppet.ts';
import type { Stage } from '../stage.ts';
import { MUSTER_DEPTH } from './depth.ts';

const KEY = 'muster-rod';
const LENGTH = 128;
/** Part of the puppet, where on it the rod is hooked, and the slant of the rod in radians. */
const HOOKS = [
  ['hand', 0, 18, 0.07],
  ['hips', 0, -60, -0.02],
  ['hand-far', 0, 18, -0.08],
] as const;
/** Units of the puppet from the hook to where nothing of the rod is seen. */
const REACH = 430;

export class Rods {
  readonly #images: Phaser.GameObjects.Image[] = [];
  readonly #point = { x: 0, y: 0 };

  constructor(stage: Stage) {
    stage.painter.paint(
      KEY,
      4,
      LENGTH,
      (context) => {
        const fade = context.createLinearGradient(0, 0, 0, LENGTH);
        fade.addColorStop(0, 'rgba(30, 16, 12, 0.7)');
        fade.addColorStop(0.5, 'rgba(30, 16, 12, 0.4)');
        fade.addColorStop(1, 'rgba(30, 16, 12, 0)');
        context.fillStyle = fade;
        context.fillRect(1, 0, 2, LENGTH);
      },
      1,
    );
    for (const [, , , slant] of HOOKS)
      this.#images.push(
        stage.scene.add.image(0, 0, KEY).setOrigin(0.5, 0).setRotation(slant).setDepth(MUSTER_DEPTH.rods),
      );
  }

  /** `size` is CSS pixels per unit of the puppet, which must have been shown. */
  follow(puppet: Puppet, size: number, alpha: number): void {
    for (const [n, [part, px, py]] of HOOKS.entries()) {
      const image = this.#images[n];
      if (!image) continue;
      puppet.find(part, px, py, this.#point);
      image
        .setPosition(this.#point.x, this.#point.y)
        .setScale(Math.max(0.5, size * 2), (REACH * size) / LENGTH)
        .setAlpha(0.7 * alpha);
    }
  }

  destroy(): void {
    for (const image of this.#images) image.destroy();
  }
}
