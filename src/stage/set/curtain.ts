/**
 * The curtain: two halves of heavy cloth that open and close with weight, and the gathered folds that stay at the
 * sides. The halves squeeze their folds as they go; in calm they fade instead.
 */
import type * as Phaser from 'phaser';
import type { StageLayout } from '../layout/stage-layout.ts';
import { spring, type Spring } from '../rig/blend.ts';
import { DEPTH, type Stage } from '../stage.ts';

const KEY = 'stage-curtain';
/** Heavy cloth: it is out of the way after about 0.9 s. */
const OWN_HERTZ = 0.6;

export class Curtain {
  readonly #halves: Phaser.GameObjects.Image[] = [];
  readonly #tied: Phaser.GameObjects.Image[] = [];
  #layout: StageLayout;
  #way: Spring = { value: 0, velocity: 0 };
  #goal = 0;
  #timeMs = 0;

  constructor(stage: Stage, layout: StageLayout) {
    this.#layout = layout;
    const { painter, puppets } = stage;
    const { opening } = layout;
    const half = opening.width / 2 + 8;
    const fold = Math.max(0.5, opening.height / 760);
    painter.paint(KEY, half, opening.height + 8, (context) => {
      const hem = 84 * fold;
      for (let x = 0; x < half; x += 96 * fold - 0.5) {
        context.save();
        context.translate(x, 0);
        context.scale(1, (opening.height + 8 - hem * 0.8) / (64 * fold));
        painter.sheet.draw(context, 'theatre/curtain', 0, 0, fold);
        context.restore();
        painter.sheet.draw(context, 'theatre/curtain-hem', x, opening.height + 8 - hem, fold);
      }
    });
    for (const side of [0, 1]) {
      const image = painter.lay(KEY, 0, opening.y - 4, DEPTH.curtain, half, opening.height + 8);
      if (side === 1) image.setFlipX(true).setOrigin(1, 0);
      this.#halves.push(image);
    }
    // Where no gauges stand it is a scene in a page: its box may be small, and the folds leave it to the figures.
    const aside = layout.gauges.width === 0 ? 0.075 : 0.14;
    const tied = Math.min(opening.height / 790, (opening.width * aside) / 175);
    for (const side of [0, 1]) {
      const image = puppets.sprite(
        'theatre/curtain-tied',
        side === 0 ? opening.x - 2 : opening.x + opening.width + 2,
        opening.y - 2,
        tied,
        DEPTH.curtain - 1,
      );
      if (side === 1) image.scaleX = -image.scaleX;
      this.#tied.push(image);
    }
    this.#place(false);
  }

  /** How far it is open, 0 to 1. */
  get openness(): number {
    return this.#way.value;
  }

  open(): void {
    this.#goal = 1;
  }

  close(): void {
    this.#goal = 0;
  }

  /** Keeps the curtain as it is over a change of size. */
  takeOver(from: Curtain): void {
    this.#way = from.#way;
    this.#goal = from.#goal;
    this.#place(false);
  }

  update(wallMs: number, calm: boolean): void {
    this.#timeMs += wallMs;
    this.#way = calm
      ? { value: this.#way.value + (this.#goal - this.#way.value) * Math.min(1, wallMs / 220), velocity: 0 }
      : spring(this.#way, this.#goal, OWN_HERTZ, 0.82, wallMs / 1000);
    this.#place(calm);
    const sway = calm ? 0 : Math.sin(this.#timeMs / 1900) * 0.004;
    for (const [side, image] of this.#tied.entries()) image.rotation = side === 0 ? sway : -sway;
  }

  destroy(): void {
    for (const image of [...this.#halves, ...this.#tied]) image.destroy();
  }

  #place(calm: boolean): void {
    const { opening } = this.#layout;
    const open = this.#way.value;
    const half = opening.width / 2 + 8;
    for (const [side, image] of this.#halves.entries()) {
      const seen = open < 0.995;
      image.setVisible(seen);
      if (!seen) continue;
      if (calm) {
        image.setAlpha(1 - open);
        image.x = side === 0 ? opening.x - 4 : opening.x + opening.width + 4;
        image.setDisplaySize(half, opening.height + 8);
        continue;
      }
      // Cloth that is drawn aside gathers: it leaves the stage and its folds grow narrow.
      const gathered = half * (1 - 0.88 * Math.max(0, open));
      image.setAlpha(1);
      image.setDisplaySize(gathered, opening.height + 8);
      image.x =
        side === 0
          ? opening.x - 4 - half * 0.15 * open * open
          : opening.x + opening.width + 4 + half * 0.15 * open * open;
    }
  }
}
