/** Infantry: squads along the roads, up their ladders, and into the town or back. Fixed pools. */
import type * as Phaser from 'phaser';
import type { Stage } from '../../../stage/stage.ts';
import { laddersUp, readSoldier, type Ended, type SoldierNow } from './assaults.ts';
import { showMoment } from './bake.ts';
import { SOLDIER, SQUAD, stepOf, type Books } from './books.ts';
import { FALL_BACK_STRIDE, MARCH_STRIDE } from './infantry-poses.ts';
import { findWay, walkAlong, type Road, type Way } from './roads.ts';
import { shareGone, type Journey } from './timetable.ts';
import { depthAt, type Town } from './town.ts';
import { TOWN_UNITS } from './wall-pieces.ts';

const SQUADS = 6;
/** A soldier's height in units, and how tall he is against a town of his size. */
const SOLDIER_TALL = 400;
/** Units of a town that a soldier is tall. */
const TALL_AT_TOWN = 52;
const LADDER_LONG = 98;
const MARKS = 4;

/** CSS pixels per unit of a soldier before a town. */
export function soldierSize(townSize: number): number {
  return (townSize * TALL_AT_TOWN) / SOLDIER_TALL;
}

/** An assault of the week that plays out. */
interface Assault {
  readonly journey: Journey;
  readonly town: number;
  readonly way: Way;
  ended: Ended;
  /** As high as these walls are its ladders; read when they are raised. */
  ladders: number | null;
}

export class Troops {
  readonly #books: Books;
  readonly #towns: readonly Town[];
  readonly #soldiers: Phaser.GameObjects.Image[] = [];
  readonly #ladders: Phaser.GameObjects.Image[] = [];
  readonly #lost: Readonly<Record<'broken' | 'ladder', Phaser.GameObjects.Image>>[] = [];
  readonly #ladderPer: number;
  readonly #lostPer: number;
  #assaults: Assault[] = [];
  readonly #lostAt: { readonly town: number; readonly ladders: number }[] = [];
  readonly #now: SoldierNow = { doing: 'wait', way: 0, done: 0 };
  readonly #at = { x: 0, y: 0 };
  readonly #ahead = { x: 0, y: 0 };

  constructor(stage: Stage, books: Books, towns: readonly Town[]) {
    this.#books = books;
    this.#towns = towns;
    const { scene, puppets } = stage;
    const squads = Math.min(SQUADS, towns.length);
    for (let n = 0; n < squads * SQUAD.length; n++) {
      const book = books.soldiers[n % SQUAD.length];
      if (book) this.#soldiers.push(scene.add.image(0, 0, book.key, '0').setVisible(false));
    }
    for (let n = 0; n < squads * 2; n++)
      this.#ladders.push(puppets.sprite('province/ladder', 0, 0, 1, 0).setVisible(false));
    for (let n = 0; n < Math.min(MARKS, towns.length); n++)
      this.#lost.push({
        broken: puppets.sprite('province/ladder-broken', 0, 0, 1, 0).setVisible(false),
        ladder: puppets.sprite('province/ladder', 0, 0, 1, 0).setVisible(false),
      });
    this.#ladderPer = 1 / puppets.sheet.piece('province/ladder').scale;
    this.#lostPer = 1 / puppets.sheet.piece('province/ladder-broken').scale;
  }

  /** A week begins to play out: everyone learns their way. */
  begin(journeys: readonly Journey[], roads: readonly Road[], held: ArrayLike<number>): void {
    this.#assaults = [];
    this.#lostAt.length = 0;
    for (const journey of journeys) {
      const { order } = journey;
      if (order.kind !== 'infantry') continue;
      const way = findWay(roads, held, order.town);
      this.#assaults.push({ journey, town: order.town, way, ended: null, ladders: null });
    }
  }

  /** An assault is decided: `expected` is what it was sized for. */
  end(town: number, ended: Exclude<Ended, null>, expected: number): void {
    for (const assault of this.#assaults)
      if (assault.town === town) {
        assault.ended = ended;
        assault.ladders = expected;
      }
    if (ended === 'fell') this.#lostAt.push({ town, ladders: expected });
  }

  /** How high the ladders were of an assault that fell at a town; null if none did since the last march began. */
  shortAt(town: number): number | null {
    for (const lost of this.#lostAt) if (lost.town === town) return lost.ladders;
    return null;
  }

  /** `laddersOf` says how high the ladders are of infantry that stands before a town, as far as anyone knows. */
  update(now: number, isMarching: boolean, laddersOf: (town: number) => number | null, calm: boolean): void {
    let soldier = 0;
    let ladder = 0;
    for (const assault of isMarching ? this.#assaults : []) {
      if (soldier + SQUAD.length > this.#soldiers.length) break;
      const ladders = assault.ladders ?? laddersOf(assault.town) ?? 0;
      for (let rank = 0; rank < SQUAD.length; rank++)
        this.#showSoldier(this.#soldiers[soldier++], assault, rank, now, ladders, calm);
      for (let side = 0; side < 2; side++) this.#raise(this.#ladders[ladder++], assault, side, now, ladders);
    }
    hideFrom(this.#soldiers, soldier);
    hideFrom(this.#ladders, ladder);
    this.#showLost(isMarching);
  }

  destroy(): void {
    for (const image of [...this.#soldiers, ...this.#ladders]) image.destroy();
    for (const { broken, ladder } of this.#lost) {
      broken.destroy();
      ladder.destroy();
    }
  }

  #showSoldier(
    image: Phaser.GameObjects.Image | undefined,
    assault: Assault,
    rank: number,
    now: number,
    ladders: number,
    calm: boolean,
  ): void {
    const book = this.#books.soldiers[rank % SQUAD.length];
    const town = this.#towns[assault.town];
    if (!image || !book || !town) return;
    const { journey, way } = assault;
    const soldier = this.#now;
    readSoldier(journey, assault.ended, rank, now, soldier);
    if (soldier.doing === 'gone' || soldier.doing === 'wait') {
      if (image.visible) image.setVisible(false);
      return;
    }
    const { place } = town;
    const size = soldierSize(place.size);
    const gap = 34 * place.size;
    const gone = soldier.way * Math.max(0, way.length) - rank * gap * Math.min(1, soldier.way * 8);
    walkAlong(way, gone, this.#at);
    walkAlong(way, gone + 6, this.#ahead);
    let alpha = soldier.doing === 'march' ? Math.min(1, soldier.way * 10) : 1;
    let toRight = this.#ahead.x >= this.#at.x;
    let { x, y } = this.#at;
    let moment: number = SOLDIER.stand.from;
    if (calm) {
      // Nobody walks: they are at the wall, and then they are not.
      [x, y] = this.#toWall(town, rank, 1, x, y);
      toRight = true;
      if (soldier.doing === 'march') alpha = Math.max(0, soldier.way * 2 - 1);
      else if (soldier.doing !== 'climb') alpha = 1 - soldier.done;
    } else
      switch (soldier.doing) {
        case 'march':
          moment = stepOf(SOLDIER.march, gone / (MARCH_STRIDE * size), calm);
          // The last steps lead to the foot of the wall in front.
          if (soldier.way > 0.86) [x, y] = this.#toWall(town, rank, (soldier.way - 0.86) / 0.14, x, y);
          break;
        case 'climb': {
          [x, y] = this.#toWall(town, rank, 1, x, y);
          const high = rank === 0 ? 0 : soldier.done * 0.8 * this.#long(town, ladders);
          y -= high;
          toRight = true;
          moment = rank === 0 ? SOLDIER.stand.from : stepOf(SOLDIER.climb, soldier.done * 2.6, calm);
          break;
        }
        case 'cheer':
          [x, y] = this.#toWall(town, rank, 1, x, y);
          moment = stepOf(SOLDIER.cheer, soldier.done * 3 + rank * 0.3, calm);
          alpha = Math.min(1, (1 - soldier.done) * 3);
          break;
        case 'fall':
          [x, y] = this.#toWall(town, rank, 1, x, y);
          y -= (1 - soldier.done) * (1 - soldier.done) * 0.7 * this.#long(town, ladders);
          moment = SOLDIER.fall.from + Math.min(SOLDIER.fall.many - 1, Math.floor(soldier.done * SOLDIER.fall.many));
          alpha = Math.min(1, shareGone(journey.ends - now, 0, 6));
          break;
        case 'back':
          if (soldier.way > 0.86) [x, y] = this.#toWall(town, rank, (soldier.way - 0.86) / 0.14, x, y);
          toRight = !toRight;
          moment = stepOf(SOLDIER.back, -gone / (FALL_BACK_STRIDE * size), calm);
          alpha = Math.min(1, (1 - soldier.done) * 2.4);
          break;
      }
    showMoment(image, book, moment, x, y, size, !toRight);
    image.setAlpha(alpha).setDepth(depthAt(y) + (soldier.doing === 'march' ? 0.4 : 18 + rank * 0.01));
  }

  /** The soldier's place at the foot of the wall, and the way there from the road. */
  #toWall(town: Town, rank: number, share: number, x: number, y: number): [number, number] {
    const { place, kind } = town;
    const wide = TOWN_UNITS[kind].wide * place.size;
    const goalX = place.x + (rank === 0 ? -0.72 : rank === 1 ? -0.34 : 0.3) * wide;
    const goalY = town.foot + (rank === 0 ? 4 : 2) * place.size;
    const t = Math.max(0, Math.min(1, share));
    return [x + (goalX - x) * t, y + (goalY - y) * t];
  }

  /** CSS pixels from the wall's foot to the top of ladders as high as walls of `points`. */
  #long(town: Town, points: number): number {
    return Math.max(10 * town.place.size, town.foot - town.heightAt(points) + 6 * town.place.size);
  }

  #raise(
    image: Phaser.GameObjects.Image | undefined,
    assault: Assault,
    side: number,
    now: number,
    points: number,
  ): void {
    const town = this.#towns[assault.town];
    if (!image || !town) return;
    const up = laddersUp(assault.journey, assault.ended, now);
    if (up < 0.02) {
      if (image.visible) image.setVisible(false);
      return;
    }
    const { place, kind } = town;
    const wide = TOWN_UNITS[kind].wide * place.size;
    const long = this.#long(town, points) / LADDER_LONG;
    image
      .setVisible(true)
      .setPosition(place.x + (side === 0 ? -0.34 : 0.3) * wide, town.foot + 3 * place.size)
      .setScale(place.size * 0.8 * this.#ladderPer, long * this.#ladderPer)
      .setAlpha(Math.min(1, up * 2))
      .setDepth(depthAt(town.foot) + 12);
    const falls = assault.ended === 'fell' && now > assault.journey.arrives ? 1 : 0;
    image.rotation = (side === 0 ? -1 : 1) * (1 - up) * (falls === 1 ? 1.3 : 0.9);
  }

  /** Where infantry was lost its ladder leans on the wall until the next march: anyone can see how much it is short of. */
  #showLost(isMarching: boolean): void {
    for (const [n, { broken, ladder }] of this.#lost.entries()) {
      const lost = this.#lostAt[n];
      const town = this.#towns[lost?.town ?? -1];
      if (broken.visible !== (town !== undefined)) broken.setVisible(town !== undefined);
      const leans = town !== undefined && !isMarching;
      if (ladder.visible !== leans) ladder.setVisible(leans);
      if (!town || !lost) continue;
      const { place, kind } = town;
      const wide = TOWN_UNITS[kind].wide * place.size;
      broken
        .setPosition(place.x + wide * 0.62, town.foot + 5 * place.size)
        .setScale(place.size * 0.8 * this.#lostPer)
        .setDepth(depthAt(town.foot) + 11);
      ladder
        .setPosition(place.x - 0.34 * wide, town.foot + 3 * place.size)
        .setScale(place.size * 0.8 * this.#ladderPer, (this.#long(town, lost.ladders) / LADDER_LONG) * this.#ladderPer)
        .setDepth(depthAt(town.foot) + 10);
    }
  }
}

function hideFrom(images: readonly Phaser.GameObjects.Image[], from: number): void {
  for (let n = from; n < images.length; n++) {
    const image = images[n];
    if (image?.visible === true) image.setVisible(false);
  }
}
