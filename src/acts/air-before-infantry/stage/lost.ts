/**
 * Where infantry was lost: its ladder leans on the wall until the next march, and a red arrow climbs from its end to the
 * top of the wall, so that anyone can see how much it was short of.
 */
import type * as Phaser from 'phaser';
import type { Stage } from '../../../stage/stage.ts';
import { depthAt, type Town } from './town.ts';
import { TOWN_UNITS } from './wall-pieces.ts';

/** Units that the ladder's drawing is long. */
export const LADDER_LONG = 98;
/** A ladder that fell short is seen to be short by this many units at least, however few the points were. */
const LEAST_GAP = 15;
const MARKS = 4;
/** The arrow is painted this large, in pixels of its own. */
const ARROW = 'province-short';
const ARROW_WIDE = 40;
const ARROW_HIGH = 48;
/** Units that it is wide. */
const ARROW_UNITS = 17;
/** Beats a second of the arrow while it is new, and for how many seconds. */
const BEAT_HZ = 1.4;
const NEW_S = 4;

interface Lost {
  readonly town: number;
  readonly ladders: number;
  /** Seconds since it fell. */
  sinceS: number;
}

type Piece = 'broken' | 'ladder' | 'gap';
const PIECES: readonly Piece[] = ['broken', 'ladder', 'gap'];
type Marks = Readonly<Record<Piece, Phaser.GameObjects.Image>>;

/** CSS pixels from a wall's foot to the top of ladders as high as walls of `points`. */
export function ladderLength(town: Town, points: number): number {
  return Math.max(10 * town.place.size, town.foot - town.heightAt(points) + 6 * town.place.size);
}

/** The same for ladders that were too short for this town's walls as they stand. */
export function shortLength(town: Town, points: number): number {
  return Math.max(
    10 * town.place.size,
    Math.min(ladderLength(town, points), town.foot - town.top - LEAST_GAP * town.place.size),
  );
}

export class LostLadders {
  readonly #towns: readonly Town[];
  readonly #sets: Marks[] = [];
  readonly #perLadder: number;
  readonly #perBroken: number;
  #lost: Lost[] = [];

  constructor(stage: Stage, towns: readonly Town[]) {
    this.#towns = towns;
    paintArrow(stage);
    const { puppets, scene } = stage;
    for (let n = 0; n < Math.min(MARKS, towns.length); n++)
      this.#sets.push({
        broken: puppets.sprite('province/ladder-broken', 0, 0, 1, 0).setVisible(false),
        ladder: puppets.sprite('province/ladder', 0, 0, 1, 0).setVisible(false),
        gap: scene.add.image(0, 0, ARROW).setOrigin(0.5, 1).setVisible(false),
      });
    this.#perLadder = 1 / puppets.sheet.piece('province/ladder').scale;
    this.#perBroken = 1 / puppets.sheet.piece('province/ladder-broken').scale;
  }

  /** A new march: what was lost before is cleared away. */
  clear(): void {
    this.#lost = [];
  }

  add(town: number, ladders: number): void {
    this.#lost.push({ town, ladders, sinceS: 0 });
  }

  /** How high the ladders were of an assault that fell at a town; null if none did since the last march began. */
  shortAt(town: number): number | null {
    for (const lost of this.#lost) if (lost.town === town) return lost.ladders;
    return null;
  }

  /** `isMarching`: the ladders are still in the squad's hands. */
  update(isMarching: boolean, wallMs: number, calm: boolean): void {
    for (const [n, marks] of this.#sets.entries()) {
      const lost = this.#lost[n];
      const town = this.#towns[lost?.town ?? -1];
      for (const piece of PIECES) {
        const isSeen = town !== undefined && (piece !== 'ladder' || !isMarching);
        if (marks[piece].visible !== isSeen) marks[piece].setVisible(isSeen);
      }
      if (!town || !lost) continue;
      lost.sinceS += wallMs / 1000;
      this.#place(marks, town, lost, calm);
    }
  }

  destroy(): void {
    for (const marks of this.#sets) for (const piece of PIECES) marks[piece].destroy();
  }

  #place({ broken, ladder, gap }: Marks, town: Town, { ladders, sinceS }: Lost, calm: boolean): void {
    const { place, kind } = town;
    const { size } = place;
    const wide = TOWN_UNITS[kind].wide * size;
    const front = depthAt(town.foot);
    const long = shortLength(town, ladders);
    const x = place.x - 0.34 * wide;
    broken
      .setPosition(place.x + wide * 0.62, town.foot + 5 * size)
      .setScale(size * 0.8 * this.#perBroken)
      .setDepth(front + 11);
    ladder
      .setPosition(x, town.foot + 3 * size)
      .setScale(size * this.#perLadder, (long / LADDER_LONG) * this.#perLadder)
      .setDepth(front + 10);
    // It climbs from the ladder's end and over the top of the wall: as high as it should have been.
    const beat = calm || sinceS > NEW_S ? 1 : 0.72 + 0.28 * Math.abs(Math.sin(sinceS * Math.PI * BEAT_HZ));
    const across = Math.max(11, ARROW_UNITS * size);
    const high = Math.max(13, town.foot - long - town.top + 7 * size) * beat;
    gap
      .setPosition(x, town.foot - long - 1)
      .setScale(across / ARROW_WIDE, high / ARROW_HIGH)
      .setDepth(front + 30);
  }
}

/** A broad red arrow with a pale rim, upwards. */
function paintArrow(stage: Stage): void {
  if (stage.scene.textures.exists(ARROW)) return;
  stage.painter.paint(
    ARROW,
    ARROW_WIDE,
    ARROW_HIGH,
    (context) => {
      context.beginPath();
      context.moveTo(20, 3);
      for (const [x, y] of [
        [37, 23],
        [27, 23],
        [27, 46],
        [13, 46],
        [13, 23],
        [3, 23],
      ] as const)
        context.lineTo(x, y);
      context.closePath();
      context.lineJoin = 'round';
      context.lineWidth = 5;
      context.strokeStyle = '#fff3d6';
      context.stroke();
      context.fillStyle = '#c22f1b';
      context.fill();
    },
    1,
  );
}
