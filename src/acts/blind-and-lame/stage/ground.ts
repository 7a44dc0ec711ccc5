/**
 * The road under the feet: pieces of the set, laid anew each frame where the eye is. What is laid is decided by
 * `showCell` alone. A cell that has just been found comes up out of mist or dark; one no longer known sinks.
 */
import type * as Phaser from 'phaser';
import { hang } from '../../../stage/puppet/hang.ts';
import type { Stage } from '../../../stage/stage.ts';
import type { Cause } from '../rules/happenings.ts';
import { LANES, UNKNOWN } from '../rules/places.ts';
import type { ScreenView } from '../rules/views.ts';
import type { Camera } from './camera.ts';
import { choosePieces, gapOf, type Pieces } from './cell-pieces.ts';
import { depthOn } from './depth.ts';
import { CELL, project, type RoadLayout } from './road-layout.ts';
import { scatter } from './scatter.ts';
import { showCell, type Shown } from './shown-cells.ts';

/** Seconds in which a cell comes up. */
const RISE_S = 0.34;
const CHALK_TINT = 0xffe2b0;
const NONE: readonly string[] = [];
const RIMS = 72;
/** Columns of rock that are drawn before the road's first and beyond its last. */
export const EDGE = 6;
const PUFFS = 48;
/** Sprites that are kept for cells which come into sight. */
const SPARE = 24;
const PUFF = 'mountain/mist-puff';

/** One sprite of the pool with the piece that it shows now. */
interface Sprite {
  readonly image: Phaser.GameObjects.Image;
  piece: string;
  per: number;
}

export class Ground {
  readonly #stage: Stage;
  readonly #layout: RoadLayout;
  readonly #cells: number;
  /** Sprites by cell while it is seen. */
  readonly #grounds: (Sprite | undefined)[];
  readonly #ons: (Sprite | undefined)[];
  readonly #befores: (Sprite | undefined)[];
  readonly #prints: (Sprite | undefined)[];
  /** Sprites of cells that are not seen any more, for the next that are. */
  readonly #free: Sprite[] = [];
  readonly #rims: Sprite[] = [];
  readonly #puffs: Sprite[] = [];
  readonly #stalls: Sprite[] = [];
  readonly #risen: Float32Array;
  readonly #scars: Map<number, Cause>;
  readonly #at = { x: 0, y: 0 };
  readonly #shown: Shown = { place: UNKNOWN, manner: 'plain', walked: false, mended: false };
  readonly #beside: Shown = { place: UNKNOWN, manner: 'plain', walked: false, mended: false };
  readonly #known: Pieces[];
  #laid = 0;
  #rim = 0;
  #puff = 0;
  #stall = 0;

  /** `before`: the ground that this one takes over from after a change of size. */
  constructor(stage: Stage, layout: RoadLayout, columns: number, before?: Ground) {
    this.#stage = stage;
    this.#layout = layout;
    this.#cells = (columns + 2 * EDGE) * LANES;
    const none = (): undefined[] => Array.from({ length: this.#cells }, () => undefined);
    this.#grounds = none();
    this.#ons = none();
    this.#befores = none();
    this.#prints = none();
    this.#risen = before?.risen ?? new Float32Array(this.#cells);
    this.#scars = before?.scars ?? new Map<number, Cause>();
    this.#known = Array.from({ length: this.#cells }, () => ({
      ground: '',
      on: '',
      before: '',
      sides: [],
    }));
  }

  /** Cells that are drawn now. */
  get laid(): number {
    return this.#laid;
  }

  get risen(): Float32Array {
    return this.#risen;
  }

  /** Why the map was wrong, by cell, as far as it has been told. */
  get scars(): Map<number, Cause> {
    return this.#scars;
  }

  /** Brings everything that is known up at once: after a cut. */
  settle(view: ScreenView): void {
    for (let cell = 0; cell < this.#cells; cell++) {
      showCell(view, Math.floor(cell / LANES) - EDGE, cell % LANES, this.#shown);
      this.#risen[cell] = this.#shown.place === UNKNOWN ? 0 : 1;
    }
  }

  /** `column`, `lane`: where the walker is. In calm cells come and go without moving. */
  update(view: ScreenView, camera: Camera, column: number, lane: number, seconds: number, calm: boolean): void {
    const { framing } = camera;
    const { opening } = this.#layout;
    const k = framing.cell;
    const marginX = CELL.width * k;
    const step = seconds / RISE_S;
    this.#laid = 0;
    this.#rim = 0;
    this.#puff = 0;
    this.#stall = 0;
    for (let cell = 0; cell < this.#cells; cell++) {
      const c = Math.floor(cell / LANES) - EDGE;
      const l = cell % LANES;
      const shown = showCell(view, c, l, this.#shown);
      const isKnown = shown.place !== UNKNOWN;
      const was = this.#risen[cell] as number;
      const risen = isKnown ? Math.min(1, was + step) : Math.max(0, was - step);
      this.#risen[cell] = risen;
      project(framing, camera, c, l, this.#at);
      const { x, y } = this.#at;
      const isNear =
        x > opening.x - marginX &&
        x < opening.x + opening.width + marginX &&
        y > opening.y - CELL.lane * k &&
        y < opening.y + opening.height + 200 * k;
      const away = Math.abs(c - column) + Math.abs(l - lane) * 0.7;
      const isLaid = isNear && risen > 0;
      if (isLaid) this.#laid++;
      const known = this.#known[cell] as Pieces;
      if (isKnown) choosePieces(shown, scatter(cell), this.#scars.get(cell - EDGE * LANES), known);
      const isChalk = shown.manner === 'chalk';
      // Beyond both ends lies a wilderness; it need not be as crowded as the road.
      if ((c < 0 || c >= view.columns) && scatter(cell + 7) < 0.5) known.on = '';
      // In the dark only what is near at hand is remembered clearly.
      const alpha = risen * (isChalk ? Math.max(0.3, 1 - away * 0.14) : 1);
      const sink = y + (calm ? 0 : (1 - risen) * 26 * k);
      const tint = isChalk ? CHALK_TINT : 0xffffff;
      this.#put(this.#grounds, cell, isLaid ? known.ground : '', x, sink, k, depthOn(l, 'slab'), alpha, tint);
      this.#put(this.#ons, cell, isLaid ? known.on : '', x, sink, k, depthOn(l, 'behind'), alpha, tint);
      this.#put(this.#befores, cell, isLaid ? known.before : '', x, sink, k, depthOn(l, 'before'), alpha, tint);
      this.#raiseStalls(isLaid ? known.sides : NONE, x, sink, k, l, alpha);
      const prints = isLaid && risen === 1 && shown.walked && !isChalk ? 'mountain/footprint' : '';
      this.#put(this.#prints, cell, prints, x + 4 * k, y, k * 0.62, depthOn(l, 'slab') + 3, alpha * 0.7, tint);
      this.#prints[cell]?.image.setRotation(Math.PI / 2);
      if (!isLaid || !isKnown || isChalk) continue;
      this.#breakEdges(view, c, l, shown.place, x, sink, k, alpha);
    }
    while (this.#free.length > SPARE) this.#free.pop()?.image.destroy();
    for (; this.#rim < this.#rims.length; this.#rim++) hide(this.#rims[this.#rim]);
    for (; this.#stall < this.#stalls.length; this.#stall++) hide(this.#stalls[this.#stall]);
    for (; this.#puff < this.#puffs.length; this.#puff++) hide(this.#puffs[this.#puff]);
  }

  destroy(): void {
    const cells = [this.#grounds, this.#ons, this.#befores, this.#prints];
    for (const list of [...cells, this.#rims, this.#puffs, this.#stalls, this.#free])
      for (const sprite of list) sprite?.image.destroy();
  }

  /** Shows a piece with a cell's sprite of one layer; '' hides it. */
  #put(
    list: (Sprite | undefined)[],
    cell: number,
    piece: string,
    x: number,
    y: number,
    k: number,
    depth: number,
    alpha: number,
    tint: number,
  ): void {
    let sprite = list[cell];
    if (piece === '') {
      if (!sprite) return;
      hide(sprite);
      this.#free.push(sprite);
      list[cell] = undefined;
      return;
    }
    if (!sprite) {
      sprite = this.#free.pop() ?? this.#make(piece, depth);
      sprite.image.setDepth(depth).setRotation(0);
      list[cell] = sprite;
    }
    if (sprite.piece !== piece) this.#change(sprite, piece);
    sprite.image
      .setPosition(x, y)
      .setScale(k * sprite.per)
      .setAlpha(alpha)
      .setTint(tint);
    if (!sprite.image.visible) sprite.image.setVisible(true);
  }

  /** The stalls of a market, behind its gate, on both sides of it. */
  #raiseStalls(names: readonly string[], x: number, y: number, k: number, l: number, alpha: number): void {
    for (const [n, name] of names.entries()) {
      const sprite = this.#stalls[this.#stall] ?? this.#make(name, 0);
      this.#stalls[this.#stall++] = sprite;
      if (sprite.piece !== name) this.#change(sprite, name);
      sprite.image
        .setPosition(x + (n === 0 ? -112 : 104) * k, y - 16 * k)
        .setScale(k * sprite.per)
        .setAlpha(alpha)
        .setDepth(depthOn(l, 'behind') - 1)
        .setVisible(true);
    }
  }

  /**
   * Where land meets a gap its edge is broken, and so it is where what is known meets what is not: there the last of it
   * lies in a puff of mist.
   */
  #breakEdges(
    view: ScreenView,
    c: number,
    l: number,
    place: number,
    x: number,
    y: number,
    k: number,
    alpha: number,
  ): void {
    const gap = gapOf(place);
    for (const side of [-1, 1] as const) {
      const beside = showCell(view, c + side, l, this.#beside).place;
      const edge = x + (side * CELL.width * k) / 2;
      if (beside === UNKNOWN) {
        if (gap === null) this.#rimAt('ravine', side, edge, y, k, alpha, l);
        this.#puffAt(side, edge + side * 26 * k, y + 20 * k, k, alpha * 0.8, l);
      } else if (gap !== null && gapOf(beside) === null) this.#rimAt(gap, -side as -1 | 1, edge, y, k, alpha, l);
    }
  }

  /** `side` 1: the land lies to the left of its edge. */
  #rimAt(gap: 'ravine' | 'river', side: -1 | 1, x: number, y: number, k: number, alpha: number, l: number): void {
    if (this.#rim >= RIMS) return;
    const piece = `mountain/rim-${gap}`;
    const sprite = this.#rims[this.#rim] ?? this.#make(piece, 0);
    this.#rims[this.#rim++] = sprite;
    if (sprite.piece !== piece) this.#change(sprite, piece);
    sprite.image
      .setPosition(x, y)
      .setScale(side * k * sprite.per, k * sprite.per)
      .setAlpha(alpha)
      .setDepth(depthOn(l, 'slab') + 2)
      .setVisible(true);
  }

  #puffAt(side: -1 | 1, x: number, y: number, k: number, alpha: number, l: number): void {
    if (this.#puff >= PUFFS) return;
    const sprite = this.#puffs[this.#puff] ?? this.#make(PUFF, 0);
    this.#puffs[this.#puff++] = sprite;
    sprite.image
      .setPosition(x, y)
      .setScale(side * k * sprite.per * 0.5, k * sprite.per * 0.62)
      .setAlpha(alpha)
      .setDepth(depthOn(l, 'slab') + 4)
      .setVisible(true);
  }

  #make(piece: string, depth: number): Sprite {
    const { puppets } = this.#stage;
    return { image: puppets.sprite(piece, 0, 0, 1, depth), piece, per: 1 / puppets.sheet.piece(piece).scale };
  }

  #change(sprite: Sprite, name: string): void {
    const piece = this.#stage.puppets.sheet.piece(name);
    sprite.image.setTexture(piece.texture, name);
    hang(sprite.image, piece);
    sprite.per = 1 / piece.scale;
    sprite.piece = name;
  }
}

function hide(sprite: Sprite | undefined): void {
  if (sprite?.image.visible === true) sprite.image.setVisible(false);
}
