/** What moves over the map: the pair's seal, the dotted way of the waiting words, and the rivals' lanterns. */
import type * as Phaser from 'phaser';
import type { Stage } from '../../../../stage/stage.ts';
import { columnOf, laneOf } from '../../rules/grid.ts';
import type { Direction } from '../../rules/intents.ts';
import type { LameView } from '../../rules/views.ts';
import { traceWords, type CalledStep } from './called-way.ts';
import type { MapWindow } from './map-window.ts';
import { rescale } from './rescale.ts';

const MOST_WORDS = 20;
const DOTS = 2;
const MOST_RIVALS = 4;
const POP_MS = 190;
/** The seal follows the feet so quickly that it never lags by more than a tick or two. */
const FOLLOW_MS = 90;
const TURN: Readonly<Record<Direction, number>> = { ahead: 0, right: Math.PI / 2, back: Math.PI, left: -Math.PI / 2 };
const ALONG: Readonly<Record<Direction, readonly [number, number]>> = {
  ahead: [1, 0],
  right: [0, 1],
  back: [-1, 0],
  left: [0, -1],
};

interface Word {
  readonly dots: readonly Phaser.GameObjects.Image[];
  readonly arrow: Phaser.GameObjects.Image;
  readonly warning: Phaser.GameObjects.Image;
  ageMs: number;
}

export class MapMarks {
  readonly #window: MapWindow;
  readonly #words: readonly Word[];
  readonly #pair: Phaser.GameObjects.Image;
  readonly #seat: Phaser.GameObjects.Image;
  readonly #rivals: readonly Phaser.GameObjects.Image[];
  readonly #beyond: Phaser.GameObjects.Image;
  #column = Number.NaN;
  #lane = 0;
  #timeMs = 0;
  #pulseMs = 0;

  constructor(stage: Stage, window: MapWindow, into: Phaser.GameObjects.Container) {
    this.#window = window;
    const k = window.layout.cell / 64;
    const make = (name: string, size: number): Phaser.GameObjects.Image => {
      const image = stage.puppets.sprite(`mountain/${name}`, 0, 0, size, 0).setVisible(false);
      into.add(image);
      return image;
    };
    this.#rivals = Array.from({ length: MOST_RIVALS }, () => make('map-rival', Math.max(0.62, k * 1.05)));
    this.#words = Array.from({ length: MOST_WORDS }, () => ({
      dots: Array.from({ length: DOTS }, () => make('map-dot', Math.max(0.42, k * 0.9))),
      arrow: make('map-arrow', Math.max(0.5, k)),
      warning: make('strike', k * 0.8),
      ageMs: 0,
    }));
    this.#seat = make('glyph-seat', k);
    this.#pair = make('map-pair', Math.max(0.5, k * 1.12));
    this.#beyond = make('map-arrow', Math.max(0.7, k * 1.3));
  }

  /** A word has been said: the seal answers. */
  pulse(): void {
    this.#pulseMs = POP_MS;
  }

  update(view: LameView, wallMs: number, calm: boolean): void {
    this.#timeMs += wallMs;
    this.#pulseMs = Math.max(0, this.#pulseMs - wallMs);
    this.#drawPair(view, wallMs, calm);
    this.#drawWords(view, wallMs, calm);
    this.#drawRivals(view, calm);
    this.#drawBeyond(view, calm);
  }

  #drawPair(view: LameView, wallMs: number, calm: boolean): void {
    const isMoving = view.doing === 'stride' || view.doing === 'grope';
    const span = Math.max(1, view.doingUntil - view.doingSince);
    const share = isMoving ? Math.max(0, Math.min(1, (view.tick - view.doingSince) / span)) : 0;
    const to = isMoving ? view.towards : view.at;
    const column = columnOf(view.at) + (columnOf(to) - columnOf(view.at)) * share;
    const lane = laneOf(view.at) + (laneOf(to) - laneOf(view.at)) * share;
    const isFar = !(Math.abs(column - this.#column) < 2.5);
    const keep = isFar || calm ? 0 : Math.exp(-wallMs / FOLLOW_MS);
    this.#column = isFar ? column : column + (this.#column - column) * keep;
    this.#lane = isFar ? lane : lane + (this.#lane - lane) * keep;
    const x = this.#window.x(this.#column);
    const y = this.#window.y(this.#lane);
    const isSeated = view.passage === 'lame';
    const shown = isSeated ? this.#seat : this.#pair;
    (isSeated ? this.#pair : this.#seat).setVisible(false);
    const seen = this.#window.seen(x);
    shown
      .setVisible(seen > 0)
      .setAlpha(seen)
      .setPosition(x, y);
    const swell = calm ? 1 : 1 + 0.22 * Math.sin((this.#pulseMs / POP_MS) * Math.PI);
    const stumbles = view.doing === 'stumble' && !calm ? Math.sin(this.#timeMs / 38) * 0.22 : 0;
    shown.setRotation(stumbles);
    rescale(shown, swell);
  }

  #drawWords(view: LameView, wallMs: number, calm: boolean): void {
    const steps = traceWords(view);
    let isDoubtful = false;
    for (const [n, word] of this.#words.entries()) {
      const step = steps[n];
      if (!step) {
        if (word.ageMs === 0 && !word.arrow.visible) continue;
        word.ageMs = 0;
        for (const image of [...word.dots, word.arrow, word.warning]) image.setVisible(false);
        continue;
      }
      word.ageMs += wallMs;
      this.#drawWord(word, step, isDoubtful, calm);
      isDoubtful ||= step.isClosed;
    }
  }

  #drawWord(word: Word, step: CalledStep, isDoubtful: boolean, calm: boolean): void {
    const { cell } = this.#window.layout;
    const [dx, dy] = ALONG[step.word];
    const x = this.#window.cellX(step.from);
    const y = this.#window.cellY(step.from);
    const grown = calm ? 1 : pop(word.ageMs / POP_MS);
    const strong = isDoubtful ? 0.42 : 1;
    const lay = (image: Phaser.GameObjects.Image, way: number): void => {
      const at = x + dx * cell * way;
      const seen = this.#window.seen(at);
      image
        .setVisible(seen > 0)
        .setPosition(at, y + dy * cell * way)
        .setAlpha(seen * strong);
      rescale(image, grown);
    };
    // The first begins beside the seal; the arrow's point lies in the cell that the word leads to.
    for (const [n, dot] of word.dots.entries()) lay(dot, 0.34 + n * 0.22);
    // Off the road there is no cell to point into.
    lay(word.arrow, step.to < 0 ? 0.62 : 0.84);
    word.arrow.setRotation(TURN[step.word]);
    word.warning.setVisible(false);
    if (!step.isClosed || isDoubtful) return;
    lay(word.warning, step.to < 0 ? 0.5 : 1);
    const beat = calm ? 1 : 1 + 0.12 * Math.sin(this.#timeMs / 130);
    rescale(word.warning, grown * beat);
  }

  #drawRivals(view: LameView, calm: boolean): void {
    const { field, cell } = this.#window.layout;
    for (const [n, image] of this.#rivals.entries()) {
      const column = view.rivals[n];
      const x = column === undefined ? Number.NaN : this.#window.x(column);
      const seen = column === undefined ? 0 : this.#window.seen(x);
      image.setVisible(seen > 0);
      if (seen === 0) continue;
      const bob = calm ? 0 : Math.sin(this.#timeMs / 240 + n * 2) * cell * 0.03;
      image.setPosition(x, field.y + cell * 0.42 + bob).setAlpha(seen);
    }
  }

  /** Where the next market lies beyond the window, an arrow at its edge says in which lane. */
  #drawBeyond(view: LameView, calm: boolean): void {
    const { field, cell, shown } = this.#window.layout;
    const next = view.markets.find((market) => columnOf(market) > columnOf(view.at));
    const isBeyond = next !== undefined && columnOf(next) > this.#window.first + shown - 0.6;
    this.#beyond.setVisible(isBeyond && this.#window.open > 0.95);
    if (!isBeyond) return;
    const sway = calm ? 0 : Math.sin(this.#timeMs / 260) * cell * 0.07;
    this.#beyond.setPosition(field.x + field.width - cell * 0.22 + sway, this.#window.y(laneOf(next)));
  }
}

/** Quick start, slight overshoot. */
function pop(t: number): number {
  if (t >= 1) return 1;
  const back = 1 - t;
  return 1 - back * back * (1 - 2.1 * t);
}
