/**
 * The lamp behind the screen. One full-screen quad multiplies everything that is drawn by the lamp's light (it falls
 * off into night and carries the paper's grain); its tint is the hour. Flares answer what happens; a slow flicker
 * keeps the light alive. Nothing of this in calm, except cross-fades.
 */
import type * as Phaser from 'phaser';
import type { StageLayout } from '../layout/stage-layout.ts';
import { fillAround, type Painter } from '../set/painter.ts';
import { DEPTH } from '../stage.ts';
import { css, mixRgb, tintOf, TOKENS, type Rgb } from './colour.ts';
import { grainTile } from './grain.ts';

const FLARES = 4;
const FLARE_MS = 420;
const LIGHT = 'lamp-light';
const GLOW = 'lamp-glow';
/** Blend modes of Phaser, by their numbers, so that this file needs only its types. */
const ADD = 1;
const MULTIPLY = 2;

export class Lamp {
  readonly #scene: Phaser.Scene;
  #light: Phaser.GameObjects.Image | null = null;
  readonly #flares: Phaser.GameObjects.Image[] = [];
  readonly #left = new Float32Array(FLARES);
  readonly #strength = new Float32Array(FLARES);
  #next = 0;
  #timeMs = 0;
  #hour: Rgb = TOKENS.white;
  /** 1 lit, 0.3 turned down; eased towards its goal. */
  #level = 0;
  /** 1 flickering, 0 steady; a lamp that is turned down burns steadily, for in a pause nothing moves. */
  #unrest = 0;
  goal = 1;

  constructor(scene: Phaser.Scene) {
    this.#scene = scene;
  }

  /** Paints the light for a layout; the middle of the light is given in shares of the opening. */
  arrange(painter: Painter, layout: StageLayout, middle: { x: number; y: number }): void {
    this.#light?.destroy();
    for (const flare of this.#flares) flare.destroy();
    this.#flares.length = 0;
    const { width, height, opening } = layout;
    const box = { x: 0, y: 0, width, height };
    painter.paint(
      LIGHT,
      width,
      height,
      (context) => {
        context.fillStyle = '#fff';
        context.fillRect(0, 0, width, height);
        fillAround(
          context,
          box,
          {
            x: opening.x + opening.width * middle.x,
            y: opening.y + opening.height * middle.y,
            rx: opening.width * 0.76,
            ry: opening.height * (height > width ? 0.78 : 1.02),
          },
          [
            [0, css(TOKENS.white, 0)],
            [0.5, css([255, 236, 196], 0.05)],
            [0.7, css([190, 104, 50], 0.2)],
            [0.87, css([96, 34, 24], 0.52)],
            [1, css(TOKENS.night, 0.84)],
          ],
        );
        const pattern = context.createPattern(grainTile(), 'repeat');
        if (pattern) {
          context.globalAlpha = 0.3;
          context.fillStyle = pattern;
          context.fillRect(opening.x - 4, opening.y - 4, opening.width + 8, opening.height + 8);
        }
      },
      1,
    );
    this.#light = painter.lay(LIGHT, 0, 0, DEPTH.light, width, height).setBlendMode(MULTIPLY);
    painter.paint(
      GLOW,
      128,
      128,
      (context) => {
        fillAround(context, { x: 0, y: 0, width: 128, height: 128 }, { x: 64, y: 64, rx: 64, ry: 64 }, [
          [0, css([255, 226, 160], 1)],
          [0.16, css([255, 216, 140], 0.66)],
          [0.34, css([255, 206, 120], 0.34)],
          [0.54, css([255, 196, 104], 0.14)],
          [0.76, css([255, 186, 90], 0.04)],
          [1, css([255, 180, 80], 0)],
        ]);
      },
      1,
    );
    for (let i = 0; i < FLARES; i++) {
      const flare = this.#scene.add
        .image(0, 0, GLOW)
        .setBlendMode(ADD)
        .setDepth(DEPTH.light - 1)
        .setVisible(false);
      this.#flares.push(flare);
    }
  }

  /** The hour's colour, multiplied over everything. */
  setHour(colour: Rgb): void {
    this.#hour = colour;
  }

  /** A warm flare at a place: `size` in CSS pixels, `strength` 0 to 1. */
  flare(x: number, y: number, size: number, strength: number): void {
    const flare = this.#flares[this.#next];
    if (!flare) return;
    flare.setPosition(x, y).setDisplaySize(size, size).setVisible(true);
    this.#left[this.#next] = FLARE_MS;
    this.#strength[this.#next] = strength;
    this.#next = (this.#next + 1) % FLARES;
  }

  update(wallMs: number, calm: boolean): void {
    this.#timeMs += wallMs;
    const step = Math.min(1, wallMs / 160);
    this.#level += (this.goal - this.#level) * step;
    this.#unrest += ((this.goal < 1 || calm ? 0 : 1) - this.#unrest) * step;
    const t = this.#timeMs / 1000;
    const flicker = 0.012 * Math.sin(t * 9.1) + 0.014 * Math.sin(t * 5.3 + 1.7) + 0.01 * Math.sin(t * 17.3);
    const level = Math.max(0, Math.min(1, this.#level * (0.985 + this.#unrest * flicker)));
    this.#light?.setTint(tintOf(mixRgb([40, 22, 18], this.#hour, level)));
    for (let i = 0; i < FLARES; i++) {
      const flare = this.#flares[i];
      const left = this.#left[i] ?? 0;
      if (!flare || left <= 0) continue;
      this.#left[i] = left - wallMs;
      const share = Math.max(0, left - wallMs) / FLARE_MS;
      flare.setAlpha((this.#strength[i] ?? 0) * share * share * (calm ? 0.5 : 1));
      if (share === 0) flare.setVisible(false);
    }
  }
}
