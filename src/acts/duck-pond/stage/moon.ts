/**
 * The moon keeps the evening's time: it rises from the hills along an arc of cut holes, and the evening is over when
 * it stands at the last of them. What is left of the arc is what is left of the evening.
 */
import type * as Phaser from 'phaser';
import { DEPTH, type Stage } from '../../../stage/stage.ts';
import type { Hour } from './hour.ts';
import type { PondLayout } from './pond-layout.ts';

const NOTCHES = 12;

export class Moon {
  readonly #moon: Phaser.GameObjects.Image;
  readonly #halo: Phaser.GameObjects.Image;
  /** The moon's own light: it shines through the night's colour. */
  readonly #gleam: Phaser.GameObjects.Image;
  readonly #path: Phaser.GameObjects.Image;
  readonly #notches: Phaser.GameObjects.Image[] = [];
  readonly #layout: PondLayout;
  readonly #at = { x: 0, y: 0 };

  constructor(stage: Stage, layout: PondLayout) {
    this.#layout = layout;
    const { puppets, scene } = stage;
    const { size } = layout.moon;
    this.#halo = scene.add
      .image(0, 0, 'lamp-glow')
      .setDisplaySize(size * 760, size * 760)
      .setBlendMode(1)
      .setDepth(DEPTH.moon);
    this.#moon = puppets.sprite('pond/moon', 0, 0, size, DEPTH.moon + 2);
    this.#gleam = puppets.sprite('pond/moon', 0, 0, size, DEPTH.moon + 3).setBlendMode(1);
    this.#path = puppets.sprite(
      'pond/moon-path',
      0,
      layout.waterTop + 2,
      ((layout.sandTop - layout.waterTop) * 0.86) / 128,
      DEPTH.water + 3,
    );
    for (let n = 0; n <= NOTCHES; n++) {
      this.#follow(n / NOTCHES);
      const isLast = n === NOTCHES;
      const notch = puppets.sprite(
        isLast ? 'pond/star-1' : 'pond/star-2',
        this.#at.x,
        this.#at.y,
        (isLast ? 0.9 : n % 3 === 0 ? 0.62 : 0.42) * Math.max(0.6, size * 1.6),
        DEPTH.moon + 1,
      );
      this.#notches.push(notch.setTint(0xfff0cc));
    }
  }

  update(hour: Hour): void {
    this.#follow(hour.evening);
    const rises = Math.min(1, hour.evening * 6 + hour.night);
    this.#moon.setPosition(this.#at.x, this.#at.y).setAlpha(0.35 + 0.65 * rises);
    this.#halo.setPosition(this.#at.x, this.#at.y).setAlpha((0.34 + 0.22 * hour.evening) * rises);
    this.#gleam.setPosition(this.#at.x, this.#at.y).setAlpha(0.1 + 0.3 * hour.evening * rises + 0.3 * hour.night);
    this.#path.x = this.#at.x;
    this.#path.setAlpha(0.16 + 0.7 * Math.min(1, hour.evening * 1.1));
    for (let n = 0; n < this.#notches.length; n++) {
      const isAhead = n / NOTCHES > hour.evening - 0.02;
      this.#notches[n]?.setAlpha(isAhead ? 0.8 - 0.3 * hour.night : 0.14);
    }
  }

  destroy(): void {
    for (const image of [this.#moon, this.#halo, this.#gleam, this.#path, ...this.#notches]) image.destroy();
  }

  #follow(share: number): void {
    const { x0, y0, x1, y1, lift } = this.#layout.moon;
    this.#at.x = x0 + (x1 - x0) * share;
    this.#at.y = y0 + (y1 - y0) * (1 - (1 - share) * (1 - share)) - Math.sin(share * Math.PI) * lift * 0.3;
  }
}
