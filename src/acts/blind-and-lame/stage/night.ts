/**
 * The dark of one who does not see: over everything but what the staff has felt, with a pool of lamplight that goes
 * where he goes; and, for those who play by ear, over everything, with the lamp's glimmer alone.
 */
import type * as Phaser from 'phaser';
import type { Stage } from '../../../stage/stage.ts';
import { ROAD_DEPTH } from './depth.ts';
import type { RoadLayout } from './road-layout.ts';
import { laySoft } from './soft-things.ts';

const ADD = 1;

export class Night {
  readonly #night: Phaser.GameObjects.Image;
  readonly #pool: Phaser.GameObjects.Image;
  readonly #tip: Phaser.GameObjects.Image;
  readonly #ear: Phaser.GameObjects.Image;
  readonly #glimmer: Phaser.GameObjects.Image;
  readonly #layout: RoadLayout;
  #timeMs = 0;

  constructor(stage: Stage, layout: RoadLayout) {
    this.#layout = layout;
    const { opening } = layout;
    const over = (depth: number): Phaser.GameObjects.Image =>
      laySoft(stage, 'night', opening.x, opening.y, opening.width, opening.height, depth);
    const glow = (depth: number): Phaser.GameObjects.Image =>
      laySoft(stage, 'pool', 0, 0, 1, 1, depth).setOrigin(0.5, 0.5).setBlendMode(ADD);
    this.#night = over(ROAD_DEPTH.night);
    this.#pool = glow(ROAD_DEPTH.night + 1);
    this.#tip = glow(ROAD_DEPTH.bank + 1);
    this.#ear = over(ROAD_DEPTH.ear).setTint(0x101010);
    this.#glimmer = glow(ROAD_DEPTH.glimmer).setPosition(
      opening.x + opening.width * 0.5,
      opening.y + opening.height * 0.62,
    );
  }

  /** `dark` and `ear` 0..1; `isUnder`: the dark lies only under the map. The pool lies round the walker's breast, a smaller light at the staff's tip. */
  update(
    dark: number,
    isUnder: boolean,
    ear: number,
    at: { readonly x: number; readonly y: number },
    tip: { readonly x: number; readonly y: number },
    tall: number,
    wallMs: number,
    calm: boolean,
  ): void {
    this.#timeMs += wallMs;
    const t = this.#timeMs / 1000;
    const flicker = calm ? 1 : 0.94 + 0.04 * Math.sin(t * 7.3) + 0.03 * Math.sin(t * 11.9 + 1);
    const { opening, nightTop } = this.#layout;
    const top = isUnder ? nightTop : opening.y;
    const name = isUnder ? 'indigo' : 'night';
    if (this.#night.frame.name !== name) this.#night.setFrame(name);
    this.#night
      .setVisible(dark > 0.004)
      .setAlpha(Math.min(1, dark))
      .setY(top)
      .setDisplaySize(opening.width, opening.y + opening.height - top);
    const lit = Math.max(0, dark - 0.3) / 0.7;
    this.#pool
      .setVisible(lit > 0.01)
      .setPosition(at.x + tall * 0.1, at.y - tall * 0.32)
      .setDisplaySize(tall * 2.1, tall * 1.7)
      .setAlpha(lit * flicker);
    this.#tip
      .setVisible(lit > 0.01)
      .setPosition(tip.x, tip.y)
      .setDisplaySize(tall * 0.5, tall * 0.34)
      .setAlpha(lit * 0.7 * flicker);
    this.#ear.setVisible(ear > 0.004).setAlpha(ear);
    const small = Math.min(opening.width, opening.height) * 0.16;
    this.#glimmer
      .setVisible(ear > 0.01)
      .setDisplaySize(small * (0.95 + 0.05 * flicker), small)
      .setAlpha(ear * 0.5 * flicker);
  }

  destroy(): void {
    for (const image of [this.#night, this.#pool, this.#tip, this.#ear, this.#glimmer]) image.destroy();
  }
}
