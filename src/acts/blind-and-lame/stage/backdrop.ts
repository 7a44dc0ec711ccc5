/**
 * What stands behind the road: the sky in three lights over each other, the sun that sinks with the passage's light,
 * clouds, and three ranges of mountains that drift past the slower the farther they are.
 */
import type * as Phaser from 'phaser';
import type { Stage } from '../../../stage/stage.ts';
import { blurred } from '../../../stage/set/painter.ts';
import { mixRgb, rgb, tintOf } from '../../../stage/light/colour.ts';
import { ROAD_DEPTH } from './depth.ts';
import { airOf, type Hour } from './hour.ts';
import { CELL, type RoadLayout } from './road-layout.ts';
import { scatter } from './scatter.ts';
import { laySoft, paintSoftThings, type SoftThing } from './soft-things.ts';
import { Strip } from './strip.ts';

/** From far to near: how far a range moves against the road, its size, how much of the air's colour it takes. */
const RANGES = [
  { name: 'range-far', drift: 0.02, size: 1.12, lift: 0, blur: 1.2, alpha: 0.9, shift: 260 },
  { name: 'range-middle', drift: 0.045, size: 1.06, lift: 0.02, blur: 0.5, alpha: 0.95, shift: 640 },
  { name: 'range-near', drift: 0.09, size: 1, lift: 0.05, blur: 0, alpha: 1, shift: 90 },
] as const;
const CLOUD_PLACES = [
  [0.1, 0.17, 1, 1],
  [0.26, 0.36, 2, 1.1],
  [0.7, 0.19, 3, 0.9],
  [0.86, 0.1, 2, 0.8],
  [0.6, 0.5, 3, 0.8],
  [0.93, 0.42, 1, 0.9],
] as const;
const RANGES_KEY = 'road-ranges';
const FLAPS = [1, 2, 3, 2] as const;
/** Places of the birds about their own middle, in units. */
const FLOCK = [
  [0, 0],
  [-74, 34],
  [38, -30],
  [96, 16],
] as const;

export class Backdrop {
  readonly #layout: RoadLayout;
  readonly #stage: Stage;
  readonly #images: Phaser.GameObjects.Image[] = [];
  readonly #late: Phaser.GameObjects.Image;
  readonly #last: Phaser.GameObjects.Image;
  readonly #sun: Phaser.GameObjects.Image;
  readonly #glow: Phaser.GameObjects.Image;
  /** The sun once more, before the ranges: a lamp behind hide shines through it. */
  readonly #veil: Phaser.GameObjects.Image;
  readonly #stars: Phaser.GameObjects.Image;
  readonly #ranges: { image: Phaser.GameObjects.Image; drift: number }[] = [];
  readonly #bands: Strip[] = [];
  readonly #clouds: { image: Phaser.GameObjects.Image; x: number; pace: number }[] = [];
  readonly #birds: Phaser.GameObjects.Image[] = [];
  readonly #birdPer: number;
  #timeMs = 0;

  constructor(stage: Stage, layout: RoadLayout, columns: number) {
    this.#stage = stage;
    this.#layout = layout;
    const { puppets } = stage;
    const { opening, sun } = layout;
    paintSoftThings(stage, layout);
    const lay = (name: SoftThing, depth: number): Phaser.GameObjects.Image => {
      const image = laySoft(stage, name, opening.x, opening.y, opening.width, opening.height, depth);
      this.#images.push(image);
      return image;
    };
    lay('sky', ROAD_DEPTH.sky);
    this.#late = lay('late', ROAD_DEPTH.sky + 1);
    this.#last = lay('last', ROAD_DEPTH.sky + 2);
    this.#glow = puppets.sprite('mountain/sun-glow', sun.x, 0, sun.radius / 150, ROAD_DEPTH.sun);
    this.#sun = puppets.sprite('mountain/sun', sun.x, 0, sun.radius / 150, ROAD_DEPTH.sun + 1);
    // The disc over the far and the middle range, its haze under the near one.
    this.#veil = puppets.sprite('mountain/sun', sun.x, 0, sun.radius / 150, ROAD_DEPTH.hills + 6);
    this.#stars = lay('stars', ROAD_DEPTH.sky + 3);
    this.#stars.setDisplaySize(opening.width, opening.height * 0.62);
    this.#images.push(this.#glow, this.#sun, this.#veil);
    this.#hangClouds();
    this.#birdPer = (layout.setSize * 0.9) / puppets.sheet.piece('mountain/bird-1').scale;
    for (let n = 0; n < FLOCK.length; n++)
      this.#birds.push(puppets.sprite('mountain/bird-1', 0, 0, layout.setSize * 0.9, ROAD_DEPTH.clouds + 8 + n));
    this.#raise(columns);
  }

  /** `eye`: the camera's column. `sight` 0..1: birds fly only while it is light. */
  update(hour: Hour, eye: number, wallMs: number, calm: boolean): void {
    this.#timeMs += wallMs;
    const t = this.#timeMs / 1000;
    const { gone, glory, stars } = hour;
    const { sun, opening, near } = this.#layout;
    this.#late.setAlpha(Math.min(1, Math.max(0, gone * 1.25 - 0.12)) ** 1.4);
    this.#last.setAlpha(Math.min(1, Math.max(0, (gone - 0.7) * 3.1)));
    this.#stars.setVisible(stars > 0).setAlpha(stars);
    // The sun goes slowly while it is high and is seen to go when it is low.
    const way = gone * (0.55 + 0.45 * gone);
    // For those who have arrived it shines once more, right behind their raised arms.
    const high = near.y - 400 * near.unit;
    const sinks = sun.high + (sun.low - sun.high) * way;
    const y = calm ? sinks : sinks + (Math.min(sinks, high) - sinks) * glory;
    const x = sun.x + (near.x + 20 * near.unit - sun.x) * glory;
    const red = Math.min(1, Math.max(0, (gone - 0.3) * 1.7));
    const colour = tintOf(mixRgb(rgb('#FFFFFF'), rgb('#FF9A5A'), red));
    const scale = (this.#sunPer * sun.radius * (1 + 0.12 * red + 0.1 * glory)) / 150;
    this.#sun.setPosition(x, y).setTint(colour).setScale(scale);
    this.#veil
      .setPosition(x, y)
      .setTint(colour)
      .setScale(scale)
      .setAlpha(0.85 * (1 - Math.min(1, Math.max(0, (gone - 0.45) / 0.35))) + 0.5 * glory);
    this.#glow.setPosition(x, y).setTint(colour);
    this.#glow.setAlpha(
      (0.95 - 0.25 * gone) * (1 - Math.max(0, (gone - 0.9) * 8)) * (calm ? 1 : 0.97 + 0.03 * Math.sin(t * 0.7)),
    );
    const travel = calm ? 0 : eye * CELL.width * near.cell;
    const air = airOf(hour);
    for (const { image, drift } of this.#ranges) image.setX(opening.x - travel * drift).setTint(air);
    const cloudAlpha = 0.85 - 0.45 * gone;
    for (const cloud of this.#clouds) {
      cloud.image.x = cloud.x + (calm ? 0 : Math.sin(t * 0.03 * cloud.pace + cloud.pace) * 22);
      cloud.image.setAlpha(cloudAlpha);
    }
    this.#fly(t, gone, calm);
  }

  destroy(): void {
    for (const image of this.#images) image.destroy();
    for (const { image } of [...this.#ranges, ...this.#clouds]) image.destroy();
    for (const image of this.#birds) image.destroy();
    for (const band of this.#bands) band.destroy();
  }

  get #sunPer(): number {
    return 1 / this.#stage.puppets.sheet.piece('mountain/sun').scale;
  }

  /** Paints the ranges into one texture, one under the other, and hangs them with a band of mist before each. */
  #raise(columns: number): void {
    const { painter } = this.#stage;
    const { opening, setSize, horizon, near } = this.#layout;
    const rows = RANGES.map((range) => {
      const scale = setSize * range.size;
      const piece = painter.sheet.piece(`mountain/${range.name}`);
      return {
        range,
        scale,
        width: Math.ceil(opening.width + columns * CELL.width * near.cell * range.drift + 4),
        height: Math.ceil((piece.height / piece.scale) * scale) + 6,
        foot: (piece.pivotY / piece.scale) * scale,
      };
    });
    const width = Math.max(...rows.map((row) => row.width));
    const height = rows.reduce((sum, row) => sum + row.height, 0);
    painter.paint(RANGES_KEY, width, height, (context) => {
      let y = 0;
      for (const row of rows) {
        context.save();
        context.beginPath();
        context.rect(0, y, row.width, row.height - 2);
        context.clip();
        context.globalAlpha = row.range.alpha;
        const draw = (): void =>
          painter.sheet.repeat(
            context,
            `mountain/${row.range.name}`,
            0,
            row.width,
            y + row.foot,
            row.scale,
            row.range.shift,
          );
        if (row.range.blur > 0) blurred(context, row.range.blur, draw);
        else draw();
        context.restore();
        y += row.height;
      }
    });
    let top = 0;
    for (const [n, row] of rows.entries()) {
      const y = horizon + opening.height * row.range.lift - row.foot;
      const box = { x: 0, y: top, width: row.width, height: row.height - 2 };
      const image = painter
        .layPart(RANGES_KEY, row.range.name, box, ROAD_DEPTH.hills + n * 4)
        .setPosition(opening.x, y);
      this.#ranges.push({ image, drift: row.range.drift });
      const mist = new Strip(this.#stage, 'mountain/mist-band', 800, ROAD_DEPTH.hills + n * 4 + 1);
      mist.lay(opening.x - 200 * n * setSize, y + row.foot - 30 * setSize, setSize, opening.x, opening.width, 0.75);
      this.#bands.push(mist);
      top += row.height;
    }
  }

  #hangClouds(): void {
    const { opening, horizon, setSize } = this.#layout;
    for (const [n, [sx, sy, kind, size]] of CLOUD_PLACES.entries()) {
      const x = opening.x + opening.width * sx;
      const y = opening.y + (horizon - opening.y) * sy;
      const image = this.#stage.puppets.sprite(`mountain/cloud-${kind}`, x, y, setSize * size, ROAD_DEPTH.clouds + n);
      if (n % 2 === 1) image.scaleX = -image.scaleX;
      this.#clouds.push({ image, x, pace: 1 + n * 0.6 });
    }
  }

  /** A few birds cross the sky and go home when the light does. */
  #fly(t: number, gone: number, calm: boolean): void {
    const { opening, setSize, horizon } = this.#layout;
    const way = calm ? 0.68 : 0.62 + 0.14 * Math.sin(t * 0.02);
    for (const [n, image] of this.#birds.entries()) {
      const [dx, dy] = FLOCK[n] ?? [0, 0];
      const beat = calm ? 1 : Math.floor(t * 3.4 + n * 1.7) % 4;
      const piece = `mountain/bird-${FLAPS[beat] ?? 1}`;
      if (image.frame.name !== piece) image.setFrame(piece);
      const bob = calm ? 0 : Math.sin(t * 1.3 + n) * 4;
      image
        .setPosition(
          opening.x + opening.width * way + dx * setSize,
          opening.y + (horizon - opening.y) * (0.24 + 0.03 * scatter(n)) + (dy + bob) * setSize,
        )
        .setScale(this.#birdPer * (0.8 + 0.3 * scatter(n + 3)))
        .setAlpha(Math.max(0, 0.9 - gone * 1.1));
    }
  }
}
