/**
 * The lamp is turned: while one passage goes over into the next, its light closes round the man who has been on the
 * stage, goes out, and opens round who is there now. Where nothing may move, the dark only comes and goes.
 */
import type * as Phaser from 'phaser';
import type { Stage } from '../../../stage/stage.ts';
import type { CommonView } from '../rules/views.ts';
import { ROAD_DEPTH } from './depth.ts';
import type { RoadLayout } from './road-layout.ts';
import { laySoft } from './soft-things.ts';

/** Share of the pause between two passages after which the lamp goes down. */
const FROM = 0.72;
/** Seconds in which it comes up again. */
const UP_S = 0.7;
const TICKS = 20;
/** Radius of the hole in the painted iris, as a share of half its side. */
const HOLE = 0.25;
/** How dark it gets between two framings. */
const DIP = 0.8;
/** Of the whole way to dark, the light closes in this share; then it goes out. */
const CLOSES = 0.72;

export class Turn {
  readonly #layout: RoadLayout;
  readonly #dark: Phaser.GameObjects.Image;
  readonly #iris: Phaser.GameObjects.Image;

  constructor(stage: Stage, layout: RoadLayout) {
    const { opening } = layout;
    this.#layout = layout;
    this.#dark = laySoft(stage, 'dark', opening.x, opening.y, opening.width, opening.height, ROAD_DEPTH.ear - 1);
    this.#iris = laySoft(stage, 'iris', 0, 0, 1, 1, ROAD_DEPTH.ear - 2).setOrigin(0.5, 0.5);
  }

  /**
   * `now` in ticks with fractions; `at`: whom the light stays with longest; `dip` 0..1: how far another dark has come,
   * between two framings.
   */
  update(
    view: CommonView,
    now: number,
    at: { readonly x: number; readonly y: number },
    dip: number,
    calm: boolean,
  ): void {
    const k = darkness(view, now);
    const alpha = Math.max(calm ? k : (k - CLOSES) / (1 - CLOSES), dip * DIP);
    this.#dark.setVisible(alpha > 0.004).setAlpha(Math.min(1, alpha));
    const closes = calm ? 0 : Math.min(1, k / CLOSES);
    this.#iris.setVisible(closes > 0.004);
    if (closes <= 0.004) return;
    const { opening } = this.#layout;
    const reach = Math.hypot(
      Math.max(at.x - opening.x, opening.x + opening.width - at.x),
      Math.max(at.y - opening.y, opening.y + opening.height - at.y),
    );
    // Smaller than this the painted iris would not reach the opening's corners.
    const least = reach * HOLE * 1.02;
    const open = 1 - closes;
    const radius = least + (reach * 1.15 - least) * open * open;
    const side = (2 * radius) / HOLE;
    this.#iris.setPosition(at.x, at.y).setDisplaySize(side, side);
  }

  destroy(): void {
    this.#dark.destroy();
    this.#iris.destroy();
  }
}

/** How far the turn has taken the light away, 0 to 1. The first passage needs no turn: the curtain opens on it. */
export function darkness(view: CommonView, now: number): number {
  if (view.isOver) return 0;
  if (view.isBetween) {
    const t = (now - view.partBegan) / Math.max(1, view.partEnds - view.partBegan);
    const k = Math.max(0, Math.min(1, (t - FROM) / (0.97 - FROM)));
    return k * k * (3 - 2 * k);
  }
  if (view.passage === 'blind') return 0;
  return Math.max(0, 1 - (now - view.partBegan) / (UP_S * TICKS));
}
