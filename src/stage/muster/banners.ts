/** Tall banners that hang in the morning wind. A cloth is cut into strips, and a wave runs down them. */
import type * as Phaser from 'phaser';
import type { Stage } from '../stage.ts';
import { MUSTER_DEPTH } from './depth.ts';
import type { MusterLayout, Placed } from './muster-layout.ts';

const STRIPS = 36;
/** Units of the pole from its foot to the arm from which the cloth hangs. */
const ARM = 388;

interface Cloth {
  readonly at: Placed;
  readonly poles: Phaser.GameObjects.Image;
  readonly strips: readonly Phaser.GameObjects.Image[];
  /** Left edge of the cloth and its top, in CSS pixels. */
  readonly x: number;
}

export class Banners {
  readonly #cloths: Cloth[] = [];
  #timeS = 0;
  /** A gust, 0..1, that dies down: the drum roll shakes the cloth. */
  #gust = 0;

  constructor(stage: Stage, layout: MusterLayout) {
    const { scene, puppets } = stage;
    for (const banner of layout.banners) {
      const name = `muster/banner-${banner.colour}`;
      const piece = puppets.sheet.piece(name);
      const texture = scene.textures.get(piece.texture);
      const k = banner.size / piece.scale;
      const x = banner.x - piece.pivotX * k;
      const top = banner.y - ARM * banner.size - piece.pivotY * k;
      const strips: Phaser.GameObjects.Image[] = [];
      for (let n = 0; n < STRIPS; n++) {
        const from = Math.round((piece.height * n) / STRIPS);
        const to = Math.min(piece.height, Math.round((piece.height * (n + 1)) / STRIPS) + 1);
        const key = `${name}/${n}`;
        if (!texture.has(key)) texture.add(key, 0, piece.x, piece.y + from, piece.width, to - from);
        strips.push(
          scene.add
            .image(x, top + from * k, piece.texture, key)
            .setOrigin(0, 0)
            .setScale(k)
            .setDepth(MUSTER_DEPTH.banners + 1),
        );
      }
      const poles = puppets.sprite('muster/banner-pole', banner.x, banner.y, banner.size, MUSTER_DEPTH.banners);
      this.#cloths.push({ at: banner, poles, strips, x });
    }
  }

  gust(): void {
    this.#gust = 1;
  }

  update(wallMs: number, calm: boolean): void {
    if (calm) return;
    this.#timeS += wallMs / 1000;
    this.#gust *= Math.exp(-wallMs / 900);
    const t = this.#timeS;
    for (const [n, { at, strips, x }] of this.#cloths.entries()) {
      const breeze = 0.7 + 0.3 * Math.sin(t * 0.37 + n) + 1.1 * this.#gust;
      for (const [k, strip] of strips.entries()) {
        const down = k / STRIPS;
        const sway = Math.sin(t * 1.9 - down * 4.2 + n * 1.3) * 13 + Math.sin(t * 3.7 - down * 8 + n) * 4;
        strip.x = x + at.size * breeze * down * (sway + 7);
      }
    }
  }

  destroy(): void {
    for (const { poles, strips } of this.#cloths) for (const image of [poles, ...strips]) image.destroy();
  }
}
