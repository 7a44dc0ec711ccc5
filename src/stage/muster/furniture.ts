/** What stands on the platform behind the figure: the canopy of command, the rack of arms, and fires in bronze. */
import type * as Phaser from 'phaser';
import type { Stage } from '../stage.ts';
import { MUSTER_DEPTH } from './depth.ts';
import { hangGlow } from './glow.ts';
import type { MusterLayout, Placed } from './muster-layout.ts';

/** Units of a brazier from its foot to its coals. */
const COALS = 116;
/** Blend mode of Phaser by its number, so that this file needs only its types. */
const ADD = 1;

type Image = Phaser.GameObjects.Image;

export class Furniture {
  readonly #parasol: Image | null;
  readonly #rack: Image;
  readonly #fires: { bowl: Image; flame: Image; glow: Image; scale: number; wide: number }[] = [];
  #timeS = 0;

  constructor(stage: Stage, layout: MusterLayout) {
    const { puppets } = stage;
    const put = (name: string, { x, y, size }: Placed, depth: number): Image => puppets.sprite(name, x, y, size, depth);
    this.#parasol = layout.parasol && put('muster/parasol', layout.parasol, MUSTER_DEPTH.furniture);
    this.#rack = put('muster/rack', layout.rack, MUSTER_DEPTH.furniture);
    for (const brazier of layout.braziers) {
      const coals = { ...brazier, y: brazier.y - COALS * brazier.size };
      const glow = hangGlow(
        stage,
        coals.x,
        coals.y - 40 * coals.size,
        460 * coals.size,
        0xff9a3c,
        MUSTER_DEPTH.fire,
      ).setBlendMode(ADD);
      const flame = put('muster/fire', coals, MUSTER_DEPTH.fire + 1);
      const bowl = put('muster/brazier', brazier, MUSTER_DEPTH.fire + 2);
      this.#fires.push({ bowl, flame, glow, scale: flame.scaleY, wide: glow.scaleX });
    }
  }

  update(wallMs: number, calm: boolean): void {
    if (!calm) this.#timeS += wallMs / 1000;
    const t = this.#timeS;
    this.#parasol?.setRotation(calm ? 0 : 0.012 * Math.sin(t * 0.9) + 0.006 * Math.sin(t * 2.3));
    for (const [n, { flame, glow, scale, wide }] of this.#fires.entries()) {
      const lick = calm ? 0 : 0.6 * Math.sin(t * 9.7 + n * 2) + 0.4 * Math.sin(t * 16.1 + n);
      flame.setScale(scale * (1 - 0.06 * lick), scale * (1 + 0.14 * lick)).setRotation(0.05 * lick + 0.06);
      glow.setScale(wide * (1 + 0.05 * lick)).setAlpha(0.42 + 0.06 * lick);
    }
  }

  destroy(): void {
    const fires = this.#fires.flatMap(({ bowl, flame, glow }) => [bowl, flame, glow]);
    this.#parasol?.destroy();
    for (const image of [this.#rack, ...fires]) image.destroy();
  }
}
