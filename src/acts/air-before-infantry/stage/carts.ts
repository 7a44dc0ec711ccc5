/** Carts of sales tools: a load on one wheel that turns, drawn wherever somebody pulls one. A fixed pool. */
import type * as Phaser from 'phaser';
import type { Stage } from '../../../stage/stage.ts';

/** Units from the ground to the hub, half the wheel across, and from the wheel to the end of the shafts. */
const HUB = 32;
const WHEEL = 32;
export const SHAFTS = 149;

interface Cart {
  readonly load: Phaser.GameObjects.Image;
  readonly wheel: Phaser.GameObjects.Image;
}

export class Carts {
  readonly #carts: Cart[] = [];
  readonly #perLoad: number;
  readonly #perWheel: number;
  #next = 0;

  constructor(stage: Stage, many: number) {
    const { puppets } = stage;
    for (let n = 0; n < many; n++)
      this.#carts.push({
        load: puppets.sprite('province/cart', 0, 0, 1, 0).setVisible(false),
        wheel: puppets.sprite('province/cart-wheel', 0, 0, 1, 0).setVisible(false),
      });
    this.#perLoad = 1 / puppets.sheet.piece('province/cart').scale;
    this.#perWheel = 1 / puppets.sheet.piece('province/cart-wheel').scale;
  }

  /** Gives all carts out anew. */
  begin(): void {
    this.#next = 0;
  }

  /** Draws one with its wheel on the ground at (x, y), gone so many pixels of its way. `size`: CSS pixels per unit. */
  roll(x: number, y: number, size: number, gone: number, toLeft: boolean, depth: number, alpha: number): void {
    const cart = this.#carts[this.#next];
    if (!cart) return;
    this.#next++;
    const side = toLeft ? -1 : 1;
    cart.load
      .setPosition(x, y)
      .setScale(side * size * this.#perLoad, size * this.#perLoad)
      .setAlpha(alpha)
      .setDepth(depth)
      .setVisible(true);
    cart.wheel
      .setPosition(x, y - HUB * size)
      .setScale(size * this.#perWheel)
      .setRotation((side * gone) / (WHEEL * size))
      .setAlpha(alpha)
      .setDepth(depth + 0.01)
      .setVisible(true);
  }

  /** Puts those away that were not given out. */
  end(): void {
    for (let n = this.#next; n < this.#carts.length; n++) {
      const cart = this.#carts[n];
      if (!cart?.load.visible) continue;
      cart.load.setVisible(false);
      cart.wheel.setVisible(false);
    }
  }

  destroy(): void {
    for (const { load, wheel } of this.#carts) {
      load.destroy();
      wheel.destroy();
    }
  }
}
