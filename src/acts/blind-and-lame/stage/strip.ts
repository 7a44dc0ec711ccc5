/** One piece of the set (or the painted terrace) that repeats, in as many copies side by side as are wanted now. */
import type * as Phaser from 'phaser';
import type { Stage } from '../../../stage/stage.ts';
import { makeSoft } from './soft-things.ts';

const MOST = 12;
/** Copies that are kept although they are not wanted now. */
const SPARE = 2;

export class Strip {
  readonly #images: Phaser.GameObjects.Image[] = [];
  readonly #period: number;
  readonly #per: number;
  readonly #make: () => Phaser.GameObjects.Image;

  /** `period`: units after which the piece repeats. */
  constructor(stage: Stage, piece: string, period: number, depth: number) {
    const isSoft = piece === 'terrace';
    this.#period = period;
    this.#per = isSoft ? 1 : 1 / stage.puppets.sheet.piece(piece).scale;
    this.#make = () => (isSoft ? makeSoft(stage, piece, depth) : stage.puppets.sprite(piece, 0, 0, 1, depth));
  }

  /** `x`, `y`: where unit 0 lies on the screen; `k` CSS pixels per unit; covered from `from` for `width`. */
  lay(x: number, y: number, k: number, from: number, width: number, alpha: number, tint = 0xffffff): void {
    // Whole pixels: two copies then meet without a gap and without lying over each other.
    const step = Math.max(1, Math.round(this.#period * k));
    const first = Math.round(Math.floor((from - x) / step) * step + x);
    if (alpha > 0.01) this.#provide(Math.min(MOST, Math.ceil(width / step) + 1));
    for (const [n, image] of this.#images.entries()) {
      const at = first + n * step;
      const isSeen = alpha > 0.01 && at < from + width;
      if (image.visible !== isSeen) image.setVisible(isSeen);
      if (isSeen)
        image
          .setPosition(at, y)
          .setScale((step / this.#period) * this.#per, k * this.#per)
          .setAlpha(alpha)
          .setTint(tint);
    }
  }

  destroy(): void {
    for (const image of this.#images) image.destroy();
  }

  #provide(count: number): void {
    while (this.#images.length < count) this.#images.push(this.#make());
    while (this.#images.length > count + SPARE) this.#images.pop()?.destroy();
  }
}
