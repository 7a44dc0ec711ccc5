/**
 * The lame man's map: a scroll that unrolls with a swing, drawn cells with what was put right on them, the way called so
 * far, the pair, and the rivals. It shows what the lame man's view says and knows nothing else.
 */
import type * as Phaser from 'phaser';
import type { Box } from '../../../../stage/layout/stage-layout.ts';
import { spring, type Spring } from '../../../../stage/rig/blend.ts';
import type { Stage } from '../../../../stage/stage.ts';
import { nextCell } from '../../rules/grid.ts';
import type { RoadHappening } from '../../rules/happenings.ts';
import { DIRECTIONS } from '../../rules/intents.ts';
import type { LameView, ScreenView } from '../../rules/views.ts';
import { findFocus, findStart, traceWords } from './called-way.ts';
import { Brush, MapCells } from './map-cells.ts';
import { layOutScroll } from './map-layout.ts';
import { MapMarks } from './map-marks.ts';
import { MapPaper } from './map-paper.ts';
import { MapWindow } from './map-window.ts';

/** Above the lamp's light, since a map held to the lamp can be read at dusk, and before the gathered curtain. */
const DEPTH = 6999.2;
/** It is open enough to be read after about a fifth of a second. */
const OWN_HERTZ = 1.5;
const DAMPING = 0.6;
const FADE_MS = 200;
/** Brighter than this the paper would be the lamp itself. */
const BRUSH_GLOW = 0.55;

interface Drawn {
  readonly window: MapWindow;
  readonly paper: MapPaper;
  readonly cells: MapCells;
  readonly marks: MapMarks;
  readonly glow: Phaser.GameObjects.Image;
  readonly all: Phaser.GameObjects.Container;
}

export class MapScroll {
  readonly #stage: Stage;
  #box: Box;
  #drawn: Drawn | null = null;
  #brush: Brush | null = null;
  /** The last view of the map: it is still seen while the scroll rolls up. */
  #view: LameView | null = null;
  #way: Spring = { value: 0, velocity: 0 };
  #alpha = 0;
  #isOpen = false;

  /** `box`: where the scroll may lie; it takes what it needs in the middle of the box's top. */
  constructor(stage: Stage, box: Box) {
    this.#stage = stage;
    this.#box = box;
  }

  /**
   * Milliseconds on the wall: a map unrolls even while the play holds its breath. `isAway`: rolled up although there are
   * eyes for it.
   */
  update(view: ScreenView, wallMs: number, calm: boolean, isAway: boolean): void {
    const isOpen = view.lame !== null && !isAway;
    this.#isOpen = isOpen;
    if (view.lame) this.#view = view.lame;
    const seen = this.#view;
    if (!seen) return;
    this.#move(isOpen, wallMs, calm);
    const isShown = this.#alpha > 0.004 && this.#way.value > 0.004;
    if (!isShown) {
      this.#drawn?.all.setVisible(false);
      return;
    }
    if (this.#brush === null || seen.columns !== this.#drawn?.window.columns) this.#make(seen);
    const drawn = this.#drawn;
    const brush = this.#brush;
    if (!drawn || !brush) return;
    const { window, paper, cells, marks, all } = drawn;
    all.setVisible(true).setAlpha(this.#alpha);
    window.open = this.#way.value;
    window.glide(findFocus(seen), wallMs, calm);
    brush.read(seen.mended, seen.map);
    // Nothing is mended unseen: the brush waits until the paper lies open.
    if (isOpen && this.#way.value > 0.9) brush.run(wallMs, calm);
    paper.unroll(this.#way.value);
    cells.update(seen, brush);
    marks.update(seen, wallMs, calm);
    this.#light(drawn, brush, calm);
  }

  happened(each: RoadHappening): void {
    if (each.what === 'call' || each.what === 'unsay') this.#drawn?.marks.pulse();
  }

  /** The cell to which a call would lead the way on, for a pointer; null while the map is not open or does not show it. */
  twin(controlId: string): Box | null {
    const word = DIRECTIONS.find((each) => controlId === `call-${each}`);
    const drawn = this.#drawn;
    const view = this.#view;
    if (word === undefined || !drawn || !view || !this.#isOpen || this.#way.value < 0.9) return null;
    const { window } = drawn;
    const end = traceWords(view).at(-1)?.to ?? findStart(view);
    const to = end < 0 ? -1 : nextCell(end, word, view.columns);
    if (to < 0 || window.seen(window.cellX(to)) < 0.5) return null;
    const { cell } = window.layout;
    return {
      x: Math.round(window.cellX(to) - cell / 2),
      y: Math.round(window.cellY(to) - cell / 2),
      width: cell,
      height: cell,
    };
  }

  resize(box: Box): void {
    this.#box = box;
    this.#clear();
  }

  destroy(): void {
    this.#clear();
    this.#brush = null;
    this.#view = null;
  }

  #move(isOpen: boolean, wallMs: number, calm: boolean): void {
    const goal = isOpen ? 1 : 0;
    if (calm) {
      const step = wallMs / FADE_MS;
      this.#alpha = isOpen ? Math.min(1, this.#alpha + step) : Math.max(0, this.#alpha - step);
      this.#way = { value: this.#alpha > 0 ? 1 : 0, velocity: 0 };
      return;
    }
    // Rolling up is quicker than unrolling, and ends without a swing.
    this.#way = isOpen
      ? spring(this.#way, goal, OWN_HERTZ, DAMPING, wallMs / 1000)
      : spring(this.#way, goal, OWN_HERTZ * 1.3, 1, wallMs / 1000);
    this.#alpha = Math.max(0, Math.min(1, this.#way.value * 8));
  }

  #make(view: LameView): void {
    this.#clear();
    const stage = this.#stage;
    const layout = layOutScroll(stage.layout.form, this.#box, view.columns);
    const all = stage.scene.add.container(0, 0).setDepth(DEPTH);
    const window = new MapWindow(layout, view.columns, findFocus(view));
    const paper = new MapPaper(stage, layout, all);
    const cells = new MapCells(stage, window, all);
    const glow = stage.scene.add.image(0, 0, 'lamp-glow').setBlendMode(1).setVisible(false);
    glow.setDisplaySize(layout.cell * 3, layout.cell * 3);
    all.add(glow);
    const marks = new MapMarks(stage, window, all);
    paper.raiseRollers(all);
    this.#drawn = { window, paper, cells, marks, glow, all };
    this.#brush ??= new Brush(view.map.length);
  }

  #light({ window, glow }: Drawn, brush: Brush, calm: boolean): void {
    const { at } = brush;
    glow.setVisible(at >= 0 && !calm);
    if (at < 0) return;
    const { cell } = window.layout;
    const x = window.cellX(at) + (brush.share(at) - 0.5) * cell;
    glow.setPosition(x, window.cellY(at)).setAlpha(BRUSH_GLOW * window.seen(x));
  }

  #clear(): void {
    this.#drawn?.all.destroy(true);
    this.#drawn = null;
  }
}
