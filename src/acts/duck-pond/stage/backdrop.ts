/** What stands still behind and around the pond: sky, hills, water, sand and apron, each painted once per size. */
import type * as Phaser from 'phaser';
import { blurred } from '../../../stage/set/painter.ts';
import { DEPTH, type Stage } from '../../../stage/stage.ts';
import type { Hour } from './hour.ts';
import { paintLate, paintShine, paintShore, paintSky, paintStars, paintWater } from './paint-backdrop.ts';
import type { PondLayout } from './pond-layout.ts';
import { scatter } from './slots.ts';

/** How far a layer drifts against the screen, in CSS pixels each way. */
const DRIFT = { far: 5, near: 9, clouds: 26 } as const;
/** The hill strip's drawing lies this far under the water line. */
const BEYOND = 40;

export class Backdrop {
  readonly #images: Phaser.GameObjects.Image[] = [];
  readonly #late: Phaser.GameObjects.Image;
  #stars: Phaser.GameObjects.Image | null = null;
  readonly #far: Phaser.GameObjects.Image;
  readonly #near: Phaser.GameObjects.Image;
  readonly #shine: Phaser.GameObjects.Image;
  readonly #clouds: { image: Phaser.GameObjects.Image; x: number; pace: number }[] = [];
  readonly #reeds: { image: Phaser.GameObjects.Image; lag: number }[] = [];
  readonly #layout: PondLayout;
  /** Paints the stars when the first evening grows late: the curtain need not wait for them. */
  readonly #hangStars: () => Phaser.GameObjects.Image;
  #timeMs = 0;

  constructor(stage: Stage, layout: PondLayout) {
    this.#layout = layout;
    const { painter } = stage;
    const { opening } = layout;
    const keep = (image: Phaser.GameObjects.Image): Phaser.GameObjects.Image => {
      this.#images.push(image);
      return image;
    };
    const sky = { x: 0, y: 0, width: opening.width, height: layout.waterTop - opening.y + BEYOND };
    // Nothing in the sky has an edge: half as many pixels each way look the same and are painted four times as fast.
    painter.paint('pond-sky', sky.width, sky.height, (context) => paintSky(context, sky, layout), 0.5);
    keep(painter.lay('pond-sky', opening.x, opening.y, DEPTH.sky, sky.width, sky.height));
    painter.paint('pond-late', 64, 128, (context) => paintLate(context), 1);
    this.#late = keep(painter.lay('pond-late', opening.x, opening.y, DEPTH.sky + 1, sky.width, sky.height));
    this.#hangStars = () => {
      painter.paint('pond-stars', sky.width, sky.height * 0.72, (context) => paintStars(context, stage, sky));
      return keep(painter.lay('pond-stars', opening.x, opening.y, DEPTH.sky + 2, sky.width, sky.height * 0.72));
    };
    this.#far = keep(this.#hills(stage, 'pond/hills-far', 'pond-hills-far', 1.22, 0.62, DEPTH.hills));
    this.#near = keep(this.#hills(stage, 'pond/hills-near', 'pond-hills-near', 1.05, 0.86, DEPTH.hills + 2));

    const water = { x: 0, y: 0, width: opening.width, height: layout.sandTop - layout.waterTop + 24 };
    painter.paint('pond-water', water.width, water.height, (context) => paintWater(context, stage, water, layout));
    keep(painter.lay('pond-water', opening.x, layout.waterTop, DEPTH.water, water.width, water.height));
    painter.paint(
      'pond-shine',
      opening.width * 1.2,
      water.height,
      (context) => paintShine(context, opening.width * 1.2, water.height, layout),
      1,
    );
    this.#shine = keep(
      painter
        .lay(
          'pond-shine',
          opening.x - opening.width * 0.1,
          layout.waterTop,
          DEPTH.water + 2,
          opening.width * 1.2,
          water.height,
        )
        .setBlendMode(1),
    );

    const sand = { x: 0, y: 0, width: opening.width, height: opening.y + opening.height - layout.sandTop + 16 };
    painter.paint('pond-shore', sand.width, sand.height, (context) => paintShore(context, stage, sand, layout));
    keep(painter.lay('pond-shore', opening.x, layout.sandTop - 16, DEPTH.shore, sand.width, sand.height));
    this.#hangClouds(stage);
    this.#plantReeds(stage, keep);
  }

  update(hour: Hour, wallMs: number, calm: boolean): void {
    this.#timeMs += wallMs;
    const t = this.#timeMs / 1000;
    const { opening } = this.#layout;
    this.#late.setAlpha(Math.min(0.96, 0.06 + 0.74 * hour.evening * hour.evening + 0.5 * hour.night));
    const stars = Math.max(0, (hour.evening - 0.68) * 1.2) + hour.night * 0.6;
    if (stars > 0.01) this.#stars ??= this.#hangStars();
    this.#stars?.setVisible(stars > 0.01).setAlpha(stars);
    const drift = calm ? 0 : Math.sin(t * 0.09);
    this.#far.x = opening.x - DRIFT.near + drift * DRIFT.far;
    this.#near.x = opening.x - DRIFT.near - drift * DRIFT.near;
    this.#shine.x = opening.x - opening.width * 0.1 + (calm ? 0 : Math.sin(t * 0.21) * opening.width * 0.03);
    this.#shine.setAlpha((0.55 + (calm ? 0 : 0.12 * Math.sin(t * 1.3))) * (1 - 0.5 * hour.evening));
    for (const cloud of this.#clouds) {
      cloud.image.x = cloud.x + (calm ? 0 : Math.sin(t * 0.03 * cloud.pace + cloud.pace) * DRIFT.clouds);
      cloud.image.setAlpha(0.5 - 0.25 * hour.night);
    }
    for (const reed of this.#reeds)
      reed.image.rotation = calm ? 0 : Math.sin(t * 0.7 + reed.lag) * 0.022 + Math.sin(t * 1.9 + reed.lag * 2) * 0.008;
  }

  destroy(): void {
    for (const image of this.#images) image.destroy();
    for (const { image } of this.#clouds) image.destroy();
    for (const { image } of this.#reeds) image.destroy();
  }

  #hills(
    stage: Stage,
    piece: string,
    key: string,
    size: number,
    alpha: number,
    depth: number,
  ): Phaser.GameObjects.Image {
    const { painter } = stage;
    const { opening, setSize } = this.#layout;
    const width = opening.width + 2 * DRIFT.near;
    const scale = setSize * size;
    const height = 205 * scale + BEYOND * 0.4;
    painter.paint(key, width, height, (context) => {
      context.globalAlpha = alpha;
      blurred(context, size > 1.1 ? 1.6 : 0.6, () =>
        painter.sheet.repeat(context, piece, -40, width, height - BEYOND * 0.4, scale, size > 1.1 ? 120 : 330),
      );
      if (size > 1.1) return;
      // Far reeds stand in clumps at the water's edge, out of focus, and leave the middle free for the moon's path.
      context.globalAlpha = 0.62;
      blurred(context, 1.2, () => {
        for (let n = 0; n < 9; n++) {
          const x = width * (0.03 + 0.94 * ((n + scatter(n) * 0.6) / 9));
          if (Math.abs(x / width - 0.5) < 0.1) continue;
          painter.sheet.draw(
            context,
            `pond/reeds-far-${(n % 2) + 1}`,
            x,
            height - BEYOND * 0.3,
            setSize * (0.8 + 0.4 * scatter(n + 9)),
            n % 2 === 0,
          );
        }
      });
    });
    return painter.lay(
      key,
      opening.x - DRIFT.near,
      this.#layout.waterTop - height + BEYOND * 0.4 + 4,
      depth,
      width,
      height,
    );
  }

  #hangClouds(stage: Stage): void {
    const { opening, waterTop, setSize, form } = this.#layout;
    const tall = form === 'tall' || form === 'kiosk';
    const places = [
      [0.3, 0.16, 1],
      [0.22, 0.34, 2],
      [0.87, 0.48, 3],
      [0.55, 0.62, 2],
      [0.72, 0.2, 3],
      ...(tall
        ? [
            [0.5, 0.4, 1],
            [0.84, 0.3, 2],
          ]
        : []),
    ] as const;
    for (const [n, [sx, sy, kind]] of places.entries()) {
      const x = opening.x + opening.width * (sx ?? 0);
      const y = opening.y + (waterTop - opening.y) * (sy ?? 0);
      const image = stage.puppets.sprite(`pond/cloud-${kind}`, x, y, setSize * 0.95, DEPTH.moon + 4 + n).setAlpha(0.5);
      if (n % 2 === 1) image.scaleX = -image.scaleX;
      this.#clouds.push({ image, x, pace: 1 + n * 0.7 });
    }
  }

  /** Sharp reeds stand at both sides, in front of everything but the light; they sway. */
  #plantReeds(stage: Stage, keep: (image: Phaser.GameObjects.Image) => Phaser.GameObjects.Image): void {
    const { opening, apronTop, setSize, form } = this.#layout;
    const tall = form === 'tall' || form === 'kiosk';
    const size = Math.min(setSize * (tall ? 0.72 : 1.05), (opening.height * 0.42) / 330);
    const right = opening.x + opening.width;
    const stems: readonly (readonly [number, number, number, number])[] = tall
      ? [
          [right - 4, 1, 1, 0.5],
          [opening.x + 6, 2, 0.8, 0.5],
        ]
      : [
          [right - 34, 2, 0.86, 0.2],
          [right - 2, 1, 1, 1.4],
          [right - 84, 3, 0.6, 2.2],
          [opening.x + 30, 2, 0.82, 0.8],
          [opening.x - 2, 3, 0.8, 2],
        ];
    for (const [x, kind, k, lag] of stems) {
      const image = stage.puppets.sprite(`pond/reeds-near-${kind}`, x, apronTop + 14, size * k, DEPTH.near + 10);
      if (x < opening.x + opening.width / 2) image.scaleX = -image.scaleX;
      this.#reeds.push({ image, lag });
    }
    const painter = stage.painter;
    const height = opening.y + opening.height - apronTop + 18;
    painter.paint('pond-apron', opening.width, height, (context) => {
      const scale = Math.max(0.42, height / 84);
      painter.sheet.repeat(
        context,
        'theatre/apron',
        0,
        opening.width,
        height - 84 * scale + (84 * scale - height) * 0.2,
        scale,
      );
    });
    keep(painter.lay('pond-apron', opening.x, apronTop - 6, DEPTH.near, opening.width, height));
  }
}
