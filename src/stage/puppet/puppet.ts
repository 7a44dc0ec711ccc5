/** A jointed figure on the stage: one sprite per part of its rig, moved by poses. Sprites are made once and reused. */
import type * as Phaser from 'phaser';
import { frameOf, type Pose, type Rig } from '../rig/rig.ts';
import { solve, solved, STRIDE } from '../rig/solve.ts';
import { hang, type Workshop } from './hang.ts';

interface Limb {
  readonly index: number;
  readonly image: Phaser.GameObjects.Image;
  /** 1 over the piece's own raster scale. */
  readonly per: number;
  readonly z: number;
}

export class Puppet {
  readonly rig: Rig;
  readonly #shop: Workshop;
  readonly #limbs: Limb[] = [];
  readonly #at: Float32Array;
  #dye: string;
  #depth = Number.NaN;
  #x = 0;
  #y = 0;
  #size = 1;
  #flip = 1;

  constructor(shop: Workshop, rig: Rig, dye: string) {
    this.rig = rig;
    this.#shop = shop;
    this.#dye = dye;
    this.#at = solved(rig);
    for (const index of rig.order) {
      const part = rig.parts[index];
      if (!part || part.frame === '') continue;
      const name = frameOf(part, dye);
      const piece = shop.sheet.piece(name);
      const image = shop.scene.add.image(0, 0, piece.texture, name).setVisible(false);
      hang(image, piece);
      if (part.tint !== null) image.setTint(Number.parseInt(part.tint.slice(1), 16));
      this.#limbs.push({ index, image, per: 1 / piece.scale, z: part.z });
    }
  }

  /** Sprites in the figure. */
  get parts(): number {
    return this.#limbs.length;
  }

  /** Dyes the figure anew; cheap when the dye is the same. */
  setDye(dye: string): void {
    if (dye === this.#dye) return;
    this.#dye = dye;
    for (const limb of this.#limbs) {
      const part = this.rig.parts[limb.index];
      if (!part) continue;
      const name = frameOf(part, dye);
      const piece = this.#shop.sheet.piece(name);
      limb.image.setTexture(piece.texture, name);
      hang(limb.image, piece);
    }
  }

  /**
   * Puts the figure into a pose with its ground point at (x, y). `size` is CSS pixels per unit, `flip` turns it to
   * face −x, `alpha` 0..1.
   */
  show(pose: Pose, x: number, y: number, size: number, flip: boolean, depth: number, alpha = 1): void {
    const at = solve(this.rig, pose, this.#at);
    const mirror = flip ? -1 : 1;
    this.#x = x;
    this.#y = y;
    this.#size = size;
    this.#flip = mirror;
    const moved = Math.abs(depth - this.#depth) > 0.5 || Number.isNaN(this.#depth);
    if (moved) this.#depth = depth;
    for (const { index, image, per, z } of this.#limbs) {
      const o = index * STRIDE;
      const isShown = at[o + 5] === 1;
      if (image.visible !== isShown) image.setVisible(isShown);
      if (!isShown) continue;
      image.x = x + mirror * size * (at[o] ?? 0);
      image.y = y + size * (at[o + 1] ?? 0);
      image.rotation = mirror * (at[o + 2] ?? 0);
      image.scaleX = mirror * size * per * (at[o + 3] ?? 1);
      image.scaleY = size * per * (at[o + 4] ?? 1);
      if (image.alpha !== alpha) image.setAlpha(alpha);
      if (moved || image.depth < depth - 1) image.setDepth(depth + z * 0.005);
    }
  }

  /** Where a point of a part is on the stage, after `show`; written into `out`. */
  find(part: string, px: number, py: number, out: { x: number; y: number }): void {
    const index = this.rig.parts.findIndex((each) => each.name === part);
    const o = index * STRIDE;
    const r = this.#at[o + 2] ?? 0;
    const c = Math.cos(r);
    const s = Math.sin(r);
    out.x = this.#x + this.#flip * this.#size * ((this.#at[o] ?? 0) + px * c - py * s);
    out.y = this.#y + this.#size * ((this.#at[o + 1] ?? 0) + px * s + py * c);
  }

  hide(): void {
    for (const { image } of this.#limbs) if (image.visible) image.setVisible(false);
  }

  destroy(): void {
    for (const { image } of this.#limbs) image.destroy();
    this.#limbs.length = 0;
  }
}
