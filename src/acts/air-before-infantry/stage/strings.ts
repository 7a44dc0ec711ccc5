/** Kite strings and puppet rods: thin lines between two points, from a pool that grows to its most and is given out anew each frame. */
import type * as Phaser from 'phaser';
import type { Stage } from '../../../stage/stage.ts';

const KEY = 'province-string';
const LENGTH = 64;

export class Strings {
  readonly #stage: Stage;
  readonly #most: number;
  readonly #depth: number;
  readonly #images: Phaser.GameObjects.Image[] = [];
  #next = 0;

  constructor(stage: Stage, many: number, depth: number) {
    spinThread(stage);
    this.#stage = stage;
    this.#most = many;
    this.#depth = depth;
  }

  begin(): void {
    this.#next = 0;
  }

  tie(x0: number, y0: number, x1: number, y1: number, alpha: number): void {
    const image = this.#images[this.#next] ?? this.#spin();
    if (!image) return;
    this.#next++;
    if (!image.visible) image.setVisible(true);
    image.x = x0;
    image.y = y0;
    image.scaleY = Math.hypot(x1 - x0, y1 - y0) / LENGTH;
    image.rotation = Math.atan2(y1 - y0, x1 - x0) - Math.PI / 2;
    if (image.alpha !== alpha) image.setAlpha(alpha);
  }

  /** One more string, as long as there may be more. */
  #spin(): Phaser.GameObjects.Image | null {
    if (this.#images.length >= this.#most) return null;
    const image = this.#stage.scene.add.image(0, 0, KEY).setOrigin(0.5, 0).setDepth(this.#depth).setVisible(false);
    this.#images.push(image);
    return image;
  }

  end(): void {
    for (let n = this.#next; n < this.#images.length; n++) {
      const image = this.#images[n];
      if (image?.visible === true) image.setVisible(false);
    }
  }

  destroy(): void {
    for (const image of this.#images) image.destroy();
  }
}

/** Paints the thread once: other strings may hang on it already. */
function spinThread(stage: Stage): void {
  if (stage.scene.textures.exists(KEY)) return;
  stage.painter.paint(
    KEY,
    4,
    LENGTH,
    (context) => {
      context.fillStyle = 'rgba(48, 26, 18, 0.8)';
      context.fillRect(1.4, 0, 1.2, LENGTH);
    },
    1,
  );
}
