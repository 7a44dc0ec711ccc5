/**
 * What stands between the mountains and the road and has no say in anything: trees whose roots are in the mist, and the
 * towns whose markets lie ahead, in the columns that everybody knows of.
 */
import type * as Phaser from 'phaser';
import type { Stage } from '../../../stage/stage.ts';
import { ROAD_DEPTH } from './depth.ts';
import { CELL, type RoadLayout } from './road-layout.ts';
import { scatter } from './scatter.ts';

const TREES = ['pine', 'pine-small', 'pine', 'dead-tree', 'pine-small'] as const;
/** How far trees and towns move against the road. */
const TREE_DRIFT = 0.3;
const TOWN_DRIFT = 0.4;
/** Units between two trees. */
const APART = 520;

export class Roadside {
  readonly #layout: RoadLayout;
  readonly #trees: { image: Phaser.GameObjects.Image; x: number }[] = [];
  readonly #towns: { image: Phaser.GameObjects.Image; column: number }[] = [];

  constructor(stage: Stage, layout: RoadLayout, columns: number, marketColumns: readonly number[]) {
    this.#layout = layout;
    const { opening, setSize, horizon, near } = layout;
    const foot = horizon + opening.height * 0.035;
    const way = opening.width + columns * CELL.width * near.cell * TREE_DRIFT;
    for (let n = 0; n * APART * setSize < way; n++) {
      const name = TREES[Math.floor(scatter(n * 7 + 2) * TREES.length)] ?? 'pine';
      const x = opening.x + (n * APART + 60 + 240 * scatter(n)) * setSize;
      const size = setSize * (0.8 + 0.5 * scatter(n + 31));
      const image = stage.puppets.sprite(`mountain/${name}`, x, foot + 26 * setSize, size, ROAD_DEPTH.hills + 14 + n);
      if (scatter(n + 5) > 0.5) image.scaleX = -image.scaleX;
      this.#trees.push({ image, x });
    }
    for (const [n, column] of marketColumns.entries()) {
      const name = `mountain/town-${Math.min(3, n + 1)}`;
      const y = horizon - opening.height * 0.07;
      const image = stage.puppets.sprite(name, 0, y, setSize * (1 + 0.12 * n), ROAD_DEPTH.hills + 13);
      this.#towns.push({ image, column });
    }
  }

  /** `eye`: the camera's column. `light` 0..1: how much of all this is seen. */
  update(eye: number, air: number, light: number, calm: boolean): void {
    const { opening, near } = this.#layout;
    const pitch = CELL.width * near.cell;
    const isSeen = light > 0.01;
    for (const { image, x } of this.#trees) {
      image.setVisible(isSeen).setAlpha(light).setTint(air);
      image.x = x - (calm ? 0 : eye * pitch * TREE_DRIFT);
    }
    for (const { image, column } of this.#towns) {
      // In calm nothing drifts: a town is simply there when its market is near.
      const ahead = calm ? 2.4 : column - eye;
      const seen = calm ? Math.max(0, Math.min(1, 5.5 - Math.abs(column - eye))) : 1;
      const x = opening.x + opening.width * 0.62 + ahead * pitch * TOWN_DRIFT;
      const isNear = isSeen && x > opening.x - 200 && x < opening.x + opening.width + 200;
      image
        .setVisible(isNear && seen > 0)
        .setX(x)
        .setAlpha(light * seen)
        .setTint(air);
    }
  }

  destroy(): void {
    for (const { image } of [...this.#trees, ...this.#towns]) image.destroy();
  }
}
