/** The drawn cells of the map, what was mended on them, and the trail of those who walked. */
import type * as Phaser from 'phaser';
import { hang } from '../../../../stage/puppet/hang.ts';
import type { Stage } from '../../../../stage/stage.ts';
import { columnOf } from '../../rules/grid.ts';
import { isOpen, LANES, PLACE } from '../../rules/places.ts';
import type { LameView } from '../../rules/views.ts';
import type { MapWindow } from './map-window.ts';

/** A glyph is drawn on 64 units. */
const GLYPH = 64;
/** The brush takes so long over one crossing. */
const BRUSH_MS = 500;

const GLYPHS: Readonly<Record<number, string>> = {
  [PLACE.rock]: 'rock',
  [PLACE.path]: 'path',
  [PLACE.bridge]: 'bridge',
  [PLACE.stones]: 'stones',
  [PLACE.ravine]: 'ravine',
  [PLACE.river]: 'river',
};

interface Slot {
  readonly glyph: Phaser.GameObjects.Image;
  readonly mend: Phaser.GameObjects.Image;
  readonly step: Phaser.GameObjects.Image;
  /** What the glyph shows now. */
  glyphName: string;
  mendName: string;
}

/** The stroke that puts a cell right, by what is there now. */
export function findStroke(place: number): string {
  if (isOpen(place)) return 'mountain/mend-new';
  if (place === PLACE.river) return 'mountain/mend-flood';
  return place === PLACE.ravine ? 'mountain/mend-fallen' : 'mountain/mend-slide';
}

/** How far the brush has come over each cell, as it follows a crossing: the cells that were put right together, in order. */
export class Brush {
  readonly #share: Float32Array;
  readonly #waitMs: Float32Array;
  readonly #strokeMs: Float32Array;
  /** What the map said before it was put right. */
  readonly #before: Uint8Array;
  /** Where it is at work now; −1 while it rests. */
  at = -1;
  #isFirst = true;

  constructor(cells: number) {
    this.#share = new Float32Array(cells);
    this.#waitMs = new Float32Array(cells);
    this.#strokeMs = new Float32Array(cells);
    this.#before = new Uint8Array(cells);
  }

  share(cell: number): number {
    return this.#share[cell] ?? 0;
  }

  /** What stands on a cell: what it was, until the brush has come over the middle of it. */
  place(cell: number, now: number): number {
    return (this.#strokeMs[cell] as number) > 0 && this.share(cell) < 0.5 ? (this.#before[cell] as number) : now;
  }

  /** Reads what is mended; what was so when the map was first seen has long been drawn. */
  read(mended: ArrayLike<number>, map: ArrayLike<number>): void {
    const fresh: number[] = [];
    for (let cell = 0; cell < mended.length; cell++) {
      if (mended[cell] !== 1) {
        this.#share[cell] = 0;
        this.#strokeMs[cell] = 0;
        this.#before[cell] = map[cell] as number;
      } else if (this.#strokeMs[cell] === 0) fresh.push(cell);
    }
    const each = BRUSH_MS / Math.max(1, fresh.length);
    for (const [n, cell] of fresh.entries()) {
      this.#strokeMs[cell] = each;
      this.#waitMs[cell] = n * each;
      if (this.#isFirst) this.#share[cell] = 1;
    }
    this.#isFirst = false;
  }

  /** Lets the brush go on; in calm all is there at once. */
  run(wallMs: number, calm: boolean): void {
    this.at = -1;
    for (let cell = 0; cell < this.#share.length; cell++) {
      const strokeMs = this.#strokeMs[cell] as number;
      if (strokeMs === 0 || this.share(cell) >= 1) continue;
      const waitMs = this.#waitMs[cell] as number;
      this.#waitMs[cell] = waitMs - wallMs;
      const goneMs = wallMs - Math.max(0, waitMs);
      if (goneMs > 0) this.#share[cell] = calm ? 1 : Math.min(1, this.share(cell) + goneMs / strokeMs);
      if (goneMs > 0 && this.share(cell) < 1) this.at = cell;
    }
  }
}

export class MapCells {
  readonly #stage: Stage;
  readonly #window: MapWindow;
  readonly #slots: Slot[] = [];
  readonly #across: number;

  constructor(stage: Stage, window: MapWindow, into: Phaser.GameObjects.Container) {
    this.#stage = stage;
    this.#window = window;
    this.#across = Math.min(window.columns, window.layout.shown + 1);
    const make = (name: string, size: number): Phaser.GameObjects.Image => {
      const image = stage.puppets.sprite(name, 0, 0, size, 0).setVisible(false);
      into.add(image);
      return image;
    };
    const size = window.layout.cell / GLYPH;
    // Grounds first, so that strokes and steps of one cell are not covered by the next.
    const glyphs = Array.from({ length: this.#across * LANES }, () => make('mountain/glyph-path', size));
    const steps = glyphs.map(() => make('mountain/footprint', size * 0.8).setAlpha(0.8));
    for (const [n, glyph] of glyphs.entries())
      this.#slots.push({
        glyph,
        mend: make('mountain/mend-new', size),
        step: steps[n] as Phaser.GameObjects.Image,
        glyphName: 'mountain/glyph-path',
        mendName: 'mountain/mend-new',
      });
  }

  update(view: LameView, brush: Brush): void {
    const { first } = this.#window;
    const from = Math.floor(first);
    for (let n = 0; n < this.#across; n++) {
      const column = from + n;
      for (let lane = 0; lane < LANES; lane++) {
        // A column keeps its pictures while it is in sight.
        const slot = this.#slots[(column % this.#across) * LANES + lane];
        if (slot) this.#draw(slot, view, brush, column, lane);
      }
    }
  }

  #draw(slot: Slot, view: LameView, brush: Brush, column: number, lane: number): void {
    const window = this.#window;
    const x = window.x(column);
    const seen = column < view.columns ? window.seen(x) : 0;
    const { glyph, mend, step } = slot;
    glyph.setVisible(seen > 0);
    mend.setVisible(false);
    step.setVisible(false);
    if (seen === 0) return;
    const y = window.y(lane);
    const cell = column * LANES + lane;
    const now = view.map[cell] as number;
    const place = brush.place(cell, now);
    const name = place === PLACE.market ? `market-${findMarket(view, cell)}` : (GLYPHS[place] ?? 'rock');
    slot.glyphName = this.#change(glyph, slot.glyphName, `mountain/glyph-${name}`);
    glyph.setPosition(x, y).setAlpha(seen);
    const share = view.mended[cell] === 1 ? brush.share(cell) : 0;
    if (share > 0) {
      slot.mendName = this.#change(mend, slot.mendName, findStroke(now));
      mend.setVisible(true).setPosition(x, y).setAlpha(seen);
      mend.setCrop(0, 0, mend.frame.width * share, mend.frame.height);
    }
    if (view.walked[cell] === 1)
      step
        .setVisible(true)
        .setPosition(x, y)
        .setAlpha(seen * 0.6);
  }

  #change(image: Phaser.GameObjects.Image, before: string, name: string): string {
    if (before === name) return name;
    const piece = this.#stage.puppets.sheet.piece(name);
    image.setTexture(piece.texture, name);
    hang(image, piece);
    image.setScale(this.#window.layout.cell / GLYPH / piece.scale);
    return name;
  }
}

/** Which market a cell is, 1 the first; the drawings know three. */
function findMarket(view: LameView, cell: number): number {
  const at = view.markets.indexOf(cell);
  const n = at >= 0 ? at : view.marketColumns.indexOf(columnOf(cell));
  return Math.max(1, Math.min(3, n + 1));
}
