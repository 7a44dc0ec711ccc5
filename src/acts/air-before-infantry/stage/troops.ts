/** Infantry: squads along the roads, up their ladders, and into the town or back. Fixed pools. */
import type * as Phaser from 'phaser';
import type { Stage } from '../../../stage/stage.ts';
import type { CampaignView } from '../rules/state.ts';
import { laddersUp, readSoldier, type Ended, type SoldierNow } from './assaults.ts';
import { showMoment } from './bake.ts';
import { SOLDIER, SQUAD, stepOf, type Books } from './books.ts';
import { Carts } from './carts.ts';
import { FALL_BACK_STRIDE, MARCH_STRIDE } from './infantry-poses.ts';
import { LADDER_LONG, ladderLength, LostLadders, shortLength } from './lost.ts';
import type { ProvinceLayout } from './province-layout.ts';
import { findWay, walkAlong, type Road, type Way } from './roads.ts';
import { shareGone, type Journey } from './timetable.ts';
import { depthAt, type Town } from './town.ts';
import { TOWN_UNITS } from './wall-pieces.ts';

const SQUADS = 6;
/** A soldier's height in units, and how tall he is against a town of his size. */
const SOLDIER_TALL = 400;
/** Units of a town that a soldier is tall. */
const TALL_AT_TOWN = 52;
/** How much larger they are at the camp, in front, than before a town. */
const NEARER = 1.6;
/** Share of the way from the camp on which they become as small as the town. */
const DWINDLES = 0.55;
/** Units of a squad's cart against a soldier's, and how many ranks behind the first it rolls. */
const CART = 1.6;
const CART_RANK = 3.7;

/** CSS pixels per unit of a soldier before a town. */
export function soldierSize(townSize: number): number {
  return (townSize * TALL_AT_TOWN) / SOLDIER_TALL;
}

/** An assault of the week that plays out. */
interface Assault {
  readonly journey: Journey;
  readonly town: number;
  readonly way: Way;
  /** They set out in front, not from a held town. */
  readonly isFromCamp: boolean;
  ended: Ended;
  /** As high as these walls are its ladders; read when they are raised. */
  ladders: number | null;
}

export class Troops {
  readonly #books: Books;
  readonly #towns: readonly Town[];
  readonly #soldiers: Phaser.GameObjects.Image[] = [];
  readonly #ladders: Phaser.GameObjects.Image[] = [];
  readonly #lost: LostLadders;
  readonly #carts: Carts;
  readonly #camp: { readonly x: number; readonly y: number };
  readonly #ladderPer: number;
  #assaults: Assault[] = [];
  readonly #now: SoldierNow = { doing: 'wait', way: 0, done: 0 };
  readonly #at = { x: 0, y: 0 };
  readonly #ahead = { x: 0, y: 0 };

  constructor(stage: Stage, layout: ProvinceLayout, books: Books, towns: readonly Town[]) {
    this.#camp = layout.camp;
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
    this.#lost = new LostLadders(stage, towns);
    this.#carts = new Carts(stage, squads);
    this.#ladderPer = 1 / puppets.sheet.piece('province/ladder').scale;
  }

  /** A week begins to play out: everyone learns their way. */
  begin(journeys: readonly Journey[], roads: readonly Road[], held: ArrayLike<number>): void {
    this.#assaults = [];
    this.#lost.clear();
    for (const journey of journeys) {
      const { order } = journey;
      if (order.kind !== 'infantry') continue;
      const way = findWay(roads, held, order.town);
      const isFromCamp = Math.hypot((way.x[0] ?? 0) - this.#camp.x, (way.y[0] ?? 0) - this.#camp.y) < 2;
      this.#assaults.push({ journey, town: order.town, way, isFromCamp, ended: null, ladders: null });
    }
  }

  /** An assault is decided: `expected` is what it was sized for. */
  end(town: number, ended: Exclude<Ended, null>, expected: number): void {
    for (const assault of this.#assaults)
      if (assault.town === town) {
        assault.ended = ended;
        assault.ladders = expected;
      }
    if (ended === 'fell') this.#lost.add(town, expected);
  }

  /** How high the ladders were of an assault that fell at a town; null if none did since the last march began. */
  shortAt(town: number): number | null {
    return this.#lost.shortAt(town);
  }

  /** `laddersOf` says how high the ladders are of infantry that stands before a town, as far as anyone knows. */
  update(
    { isMarching, supplyLeft }: CampaignView,
    now: number,
    laddersOf: (town: number) => number | null,
    wallMs: number,
    calm: boolean,
  ): void {
    let soldier = 0;
    let ladder = 0;
    this.#carts.begin();
    for (const assault of isMarching ? this.#assaults : []) {
      if (soldier + SQUAD.length > this.#soldiers.length) break;
      const ladders = assault.ladders ?? laddersOf(assault.town) ?? 0;
      for (let rank = 0; rank < SQUAD.length; rank++)
        this.#showSoldier(this.#soldiers[soldier++], assault, rank, now, ladders, calm);
      if (supplyLeft > 0) this.#pull(assault, now, calm);
      for (let side = 0; side < 2; side++) this.#raise(this.#ladders[ladder++], assault, side, now, ladders);
    }
    hideFrom(this.#soldiers, soldier);
    hideFrom(this.#ladders, ladder);
    this.#carts.end();
    this.#lost.update(isMarching, wallMs, calm);
  }

  destroy(): void {
    for (const image of [...this.#soldiers, ...this.#ladders]) image.destroy();
    this.#lost.destroy();
    this.#carts.destroy();
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
    const size = soldierSize(place.size) * nearness(assault, soldier.way);
    const gap = (34 * place.size * size) / soldierSize(place.size);
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
          const high = rank === 0 ? 0 : soldier.done * 0.8 * this.#long(town, assault, ladders);
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
          y -= (1 - soldier.done) * (1 - soldier.done) * 0.7 * this.#long(town, assault, ladders);
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

  /** Sales tools follow the squad on a cart, and wait below the wall. */
  #pull(assault: Assault, now: number, calm: boolean): void {
    const town = this.#towns[assault.town];
    const soldier = this.#now;
    readSoldier(assault.journey, assault.ended, 0, now, soldier);
    if (!town || calm || soldier.doing === 'gone' || soldier.doing === 'wait') return;
    const { place } = town;
    const more = nearness(assault, soldier.way);
    const behind = CART_RANK * 34 * place.size * more * Math.min(1, soldier.way * 5);
    const gone = soldier.way * assault.way.length - behind;
    walkAlong(assault.way, gone, this.#at);
    walkAlong(assault.way, gone + 6, this.#ahead);
    const alpha = Math.min(1, soldier.way * 10, (1 - (soldier.doing === 'march' ? 0 : soldier.done)) * 3);
    const size = soldierSize(place.size) * more * CART;
    this.#carts.roll(this.#at.x, this.#at.y, size, gone, this.#ahead.x < this.#at.x, depthAt(this.#at.y) + 0.3, alpha);
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

  /** CSS pixels from the wall's foot to the top of an assault's ladders; those that fell were seen to be too short. */
  #long(town: Town, assault: Assault, points: number): number {
    return assault.ended === 'fell' ? shortLength(town, points) : ladderLength(town, points);
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
    const long = this.#long(town, assault, points) / LADDER_LONG;
    image
      .setVisible(true)
      .setPosition(place.x + (side === 0 ? -0.34 : 0.3) * wide, town.foot + 3 * place.size)
      .setScale(place.size * this.#ladderPer, long * this.#ladderPer)
      .setAlpha(Math.min(1, up * 2))
      .setDepth(depthAt(town.foot) + 12);
    const falls = assault.ended === 'fell' && now > assault.journey.arrives ? 1 : 0;
    image.rotation = (side === 0 ? -1 : 1) * (1 - up) * (falls === 1 ? 1.3 : 0.9);
  }
}

/** How much larger than before its town a squad is: what is near is large. */
function nearness({ isFromCamp }: Assault, way: number): number {
  return isFromCamp ? 1 + (NEARER - 1) * Math.max(0, 1 - way / DWINDLES) : 1;
}

function hideFrom(images: readonly Phaser.GameObjects.Image[], from: number): void {
  for (let n = from; n < images.length; n++) {
    const image = images[n];
    if (image?.visible === true) image.setVisible(false);
  }
}
