/** What stands still behind the towns: sky, clouds that drift, the land; and the ridge in front on which the commander stands. */
import type * as Phaser from 'phaser';
import { DEPTH, type Stage } from '../../../stage/stage.ts';
import { paintLand } from './paint-land.ts';
import { paintSky } from './paint-sky.ts';
import type { ProvinceLayout } from './province-layout.ts';
import type { Road } from './roads.ts';
import type { TownKind } from './wall-pieces.ts';

interface Cloud {
  readonly image: Phaser.GameObjects.Image;
  readonly x: number;
  readonly pace: number;
}

export class Backdrop {
  readonly #still: Phaser.GameObjects.Image[] = [];
  readonly #clouds: Cloud[] = [];
  readonly #layout: ProvinceLayout;
  #timeS = 0;

  constructor(stage: Stage, layout: ProvinceLayout, roads: readonly Road[], kinds: readonly TownKind[]) {
    this.#layout = layout;
    const { painter } = stage;
    const { opening, horizon, setSize, view } = layout;
    const high = horizon - opening.y + 40 * setSize;
    painter.paint('province-sky', opening.width, high, (context) =>
      paintSky(context, stage, { x: 0, y: 0, width: opening.width, height: high }, layout),
    );
    this.#still.push(painter.lay('province-sky', opening.x, opening.y, DEPTH.sky, opening.width, high));
    painter.paint('province-land', opening.width, opening.height, (context) =>
      paintLand(context, stage, layout, roads, kinds),
    );
    this.#still.push(painter.lay('province-land', opening.x, opening.y, DEPTH.hills, opening.width, opening.height));
    this.#drift(stage);
    const { commander } = layout;
    const k = commander.size * 1.15;
    const from = opening.x;
    const wide = layout.ridge.width;
    const top = layout.ridge.y;
    const deep = view.y + view.height - top + 4;
    painter.paint('province-ridge', wide, deep, (context) => {
      // The ridge in front runs out to the right, where the road to the camp begins.
      context.beginPath();
      context.moveTo(-2, -60);
      context.lineTo(wide * 0.46, -60);
      context.bezierCurveTo(wide * 0.62, deep * 0.3, wide * 0.74, deep * 0.9, wide * 0.99, deep + 2);
      context.lineTo(-2, deep + 6);
      context.clip();
      painter.sheet.draw(context, 'province/land-fore', -330 * k, 42 * k, k);
      context.fillStyle = '#1f0d0b';
      context.fillRect(-2, 150 * k, wide + 4, deep);
    });
    this.#still.push(painter.lay('province-ridge', from, top, DEPTH.host - 60, wide, deep));
  }

  update(wallMs: number, calm: boolean): void {
    if (!calm) this.#timeS += wallMs / 1000;
    const { view } = this.#layout;
    for (const { image, x, pace } of this.#clouds) {
      const wide = view.width + 260;
      image.x = view.x - 130 + ((x + this.#timeS * pace) % wide);
    }
  }

  destroy(): void {
    for (const image of this.#still) image.destroy();
    for (const { image } of this.#clouds) image.destroy();
  }

  #drift(stage: Stage): void {
    const { view, horizon, setSize } = this.#layout;
    const high = horizon - view.y;
    const places: readonly (readonly [string, number, number])[] = [
      ['province/cloud-1', 0.08, 0.42],
      ['province/cloud-thread', 0.36, 0.6],
      ['province/cloud-2', 0.74, 0.3],
      ['province/cloud-3', 0.93, 0.55],
    ];
    for (const [n, [name, x, y]] of places.entries()) {
      const image = stage.puppets
        .sprite(name, 0, view.y + high * y, setSize * (0.6 + 0.14 * n), DEPTH.moon)
        .setAlpha(0.75);
      this.#clouds.push({ image, x: (view.width + 260) * x, pace: 1.2 + n * 0.8 });
    }
  }
}
