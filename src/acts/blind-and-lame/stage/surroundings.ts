/**
 * What lies along the whole road and is known to everybody: the foot of the mountain behind it, the river before it,
 * and the mist between them that hides what is not known. It moves with the road.
 */
import type * as Phaser from 'phaser';
import type { Stage } from '../../../stage/stage.ts';
import { LANES } from '../rules/places.ts';
import type { Camera } from './camera.ts';
import { ROAD_DEPTH } from './depth.ts';
import { airOf, type Hour } from './hour.ts';
import { CELL, project, type RoadLayout } from './road-layout.ts';
import { laySoft, TERRACE } from './soft-things.ts';
import { Strip } from './strip.ts';

const CLIFF = { piece: 'mountain/cliff', period: 900 } as const;
const RIVER = { piece: 'mountain/riverside', period: 600, height: 150 } as const;
const MIST = { piece: 'mountain/mist-lane', period: 600 } as const;
/** How many terraces are seen through the mist, and their size against the cells. */
const TERRACES = 5;
const TERRACE_SIZE = 1.9;
/** Units before the first column at which the strips begin. */
const BEFORE = 1500;

export class Surroundings {
  readonly #layout: RoadLayout;
  readonly #vale: Phaser.GameObjects.Image;
  readonly #deep: Phaser.GameObjects.Image;
  readonly #cliff: Strip;
  readonly #river: Strip;
  readonly #mists: Strip[] = [];
  /** Edges of the valley under the mist; they are the same whatever the road is. */
  readonly #terraces: Strip[] = [];
  readonly #at = { x: 0, y: 0 };
  #timeMs = 0;

  constructor(stage: Stage, layout: RoadLayout) {
    this.#layout = layout;
    const { opening } = layout;
    this.#vale = laySoft(stage, 'vale', opening.x, opening.y, opening.width, opening.height, ROAD_DEPTH.mist);
    this.#deep = laySoft(stage, 'deep', opening.x, opening.y, opening.width, 1, ROAD_DEPTH.bank);
    const strip = (of: { readonly piece: string; readonly period: number }, depth: number): Strip =>
      new Strip(stage, of.piece, of.period, depth);
    this.#cliff = strip(CLIFF, ROAD_DEPTH.mist + 1);
    this.#river = strip(RIVER, ROAD_DEPTH.bank);
    for (let n = 0; n < TERRACES; n++) this.#terraces.push(new Strip(stage, 'terrace', TERRACE, ROAD_DEPTH.mist + 2));
    for (let lane = 0; lane < LANES; lane += 2) this.#mists.push(strip(MIST, ROAD_DEPTH.mist + 4 + lane));
  }

  /** `mist` 0..1: how much lies over the road; `light` 0..1: how much of all this is seen (0 in the dark). */
  update(camera: Camera, hour: Hour, mist: number, light: number, wallMs: number, calm: boolean): void {
    this.#timeMs += wallMs;
    const t = this.#timeMs / 1000;
    const { opening, horizon } = this.#layout;
    const { framing } = camera;
    const k = framing.cell;
    const air = airOf(hour);
    project(framing, camera, 0, 0, this.#at);
    const x = this.#at.x - BEFORE * k;
    const back = this.#at.y + CELL.back * k;
    // It begins under the mountains, or at the road's back edge where that lies higher.
    const under = horizon - opening.height * 0.13;
    const top = under + (Math.min(back - 40 * k, under) - under) * (1 - mist);
    this.#vale
      .setVisible(light > 0.01)
      .setAlpha(light)
      .setTint(air)
      .setY(top)
      .setDisplaySize(opening.width, opening.y + opening.height - top);
    this.#cliff.lay(x, back, k, opening.x, opening.width, light * (1 - mist), air);
    project(framing, camera, 0, LANES - 1, this.#at);
    this.#river.lay(x, this.#at.y + CELL.front * k, k, opening.x, opening.width, light);
    const foot = this.#at.y + (CELL.front + RIVER.height) * k - 1;
    const below = opening.y + opening.height - foot;
    this.#deep.setVisible(light > 0.01 && below > 0).setAlpha(light);
    if (below > 0) this.#deep.setY(foot).setDisplaySize(opening.width, below);
    // Nothing of the valley lies over mountains and sun.
    const shows = (y: number): number => Math.max(0, Math.min(1, (y - under) / (80 * k)));
    for (const [n, strip] of this.#terraces.entries()) {
      // Between the lanes, and farther apart the nearer they are.
      project(framing, camera, 0, n * 1.15 - 1.1 + n * n * 0.07, this.#at);
      const size = k * TERRACE_SIZE * (0.8 + 0.12 * n);
      const shift = n * 170 * k;
      strip.lay(
        x - shift,
        this.#at.y,
        size,
        opening.x,
        opening.width,
        mist * light * (0.42 + 0.08 * n) * shows(this.#at.y),
        air,
      );
    }
    for (const [n, strip] of this.#mists.entries()) {
      project(framing, camera, 0, n * 2, this.#at);
      const drift = calm ? 0 : Math.sin(t * 0.11 + n * 2) * 60 * k;
      strip.lay(
        x + drift + n * 210 * k,
        this.#at.y + 6 * k,
        k,
        opening.x,
        opening.width,
        mist * light * 0.5 * shows(this.#at.y),
        air,
      );
    }
  }

  destroy(): void {
    this.#vale.destroy();
    this.#deep.destroy();
    this.#cliff.destroy();
    this.#river.destroy();
    for (const strip of [...this.#mists, ...this.#terraces]) strip.destroy();
  }
}
