/** The feast at the last market: those who have waited there before the stage's lower edge, flags over them, a lit gate. */
import type * as Phaser from 'phaser';
import type { Stage } from '../../../stage/stage.ts';
import { ROAD_DEPTH } from './depth.ts';
import type { RoadLayout } from './road-layout.ts';
import { scatter } from './scatter.ts';
import { laySoft } from './soft-things.ts';

const ADD = 1;
const PEOPLE = 10;
const DYES = [0xd8452c, 0xe6a93a, 0x3f8f74, 0x3a62a0] as const;
/** What is seen of one of them, from behind to before: the piece, where its joint is over the hips, its tint. */
const BODY = [
  ['rival/clay/trunk', 0, 0, 0x6a3a28],
  ['rival/head', 4, -128, 0x7a4630],
  ['rival/hat', 4, -182, 0x8a5a34],
] as const;

interface Moving {
  readonly images: readonly Phaser.GameObjects.Image[];
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly side: 1 | -1;
  readonly pace: number;
}

export class Crowd {
  readonly #stage: Stage;
  readonly #layout: RoadLayout;
  readonly #people: Moving[] = [];
  readonly #flags: Moving[] = [];
  #gate: Phaser.GameObjects.Image | null = null;
  #timeMs = 0;

  constructor(stage: Stage, layout: RoadLayout) {
    this.#stage = stage;
    this.#layout = layout;
  }

  /** `share` 0..1: how many have come. Nothing is made before they are wanted. */
  update(share: number, wallMs: number, calm: boolean): void {
    if (share <= 0 && this.#gate === null) return;
    if (this.#gate === null) this.#gather();
    this.#timeMs += wallMs;
    const t = calm ? 0 : this.#timeMs / 1000;
    const { near } = this.#layout;
    const alpha = Math.min(1, share * 1.6);
    const rise = calm ? 0 : (1 - share) * 200 * near.unit;
    this.#gate?.setAlpha(share * (calm ? 0.75 : 0.75 + 0.05 * Math.sin(t * 5)));
    for (const { images, x, y, size, pace } of this.#flags) {
      const hop = Math.abs(Math.sin(t * 3.1 * pace)) * 14 * size;
      for (const image of images)
        image
          .setPosition(x, y + rise - hop)
          .setRotation(Math.sin(t * 4.3 * pace + pace * 9) * 0.2)
          .setAlpha(alpha);
    }
    for (const [n, { images, x, y, size, side, pace }] of this.#people.entries()) {
      const hop = Math.abs(Math.sin(t * 2.7 * pace + n)) * 12 * size;
      for (const [part, image] of images.entries()) {
        const [, dx, dy] = BODY[part] ?? BODY[0];
        image.setPosition(x + side * -1 * dx * size, y + rise - hop + dy * size).setAlpha(alpha);
      }
    }
  }

  destroy(): void {
    for (const { images } of [...this.#people, ...this.#flags]) for (const image of images) image.destroy();
    this.#gate?.destroy();
  }

  #gather(): void {
    const stage = this.#stage;
    const { puppets } = stage;
    const { opening, near, form } = this.#layout;
    const upright = form === 'tall' || form === 'kiosk';
    const foot = opening.y + opening.height;
    const width = 900 * near.unit;
    this.#gate = laySoft(stage, 'pool', near.x, near.y - 150 * near.unit, width, width * 0.9, ROAD_DEPTH.night + 2)
      .setOrigin(0.5, 0.5)
      .setBlendMode(ADD);
    const middle = near.x + 40 * near.unit;
    const pitch = Math.max(opening.width / 11, 96 * near.unit);
    for (let n = 0; n < PEOPLE; n++) {
      // On both sides of the pair: the middle of the picture is theirs.
      const side = n % 2 === 0 ? -1 : 1;
      const row = Math.floor(n / 2);
      const size = near.unit * (upright ? 1.25 : 0.9) * (0.9 + 0.25 * scatter(n + 20));
      const x = middle + side * ((upright ? 60 : 190) * near.unit + pitch * (row + 0.5 * scatter(n)));
      const y = foot + (upright ? 20 : 40 + 36 * scatter(n + 3)) * size;
      const images = BODY.map(([piece, , , tint], part) => {
        const image = puppets.sprite(piece, x, y, size, ROAD_DEPTH.near + 3 * n + part).setTint(tint);
        // They look up to the pair.
        if (side === 1) image.scaleX = -image.scaleX;
        return image;
      });
      this.#people.push({ images, x, y, size, side, pace: 0.8 + 0.5 * scatter(n + 40) });
    }
    for (const [n, { x, y, size, side }] of this.#people.entries()) {
      const flag = size * (1.3 + 0.4 * scatter(n + 7));
      const image = puppets
        .sprite('mountain/word-flag', x, y, flag, ROAD_DEPTH.near - 20 + n)
        .setTint(DYES[n % DYES.length] ?? 0xffffff);
      // Held up on the side away from the pair.
      const handX = x + side * 44 * size;
      this.#flags.push({
        images: [image],
        x: handX,
        y: y - (150 + 40 * scatter(n + 80)) * size,
        size,
        side,
        pace: 0.8 + 0.5 * scatter(n),
      });
    }
  }
}
