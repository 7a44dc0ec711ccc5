/** Scouts: bent low along the roads, down on a knee before the walls, and gone. A fixed pool. */
import type * as Phaser from 'phaser';
import type { Stage } from '../../../stage/stage.ts';
import { showMoment, type Book } from './bake.ts';
import { SCOUT, stepOf } from './books.ts';
import { findWay, walkAlong, type Road, type Way } from './roads.ts';
import { CREEP_STRIDE } from './scout-poses.ts';
import { shareGone, type Journey } from './timetable.ts';
import { depthAt, type Town } from './town.ts';
import { soldierSize } from './troops.ts';

const POOL = 6;

export class Scouts {
  readonly #book: Book;
  readonly #towns: readonly Town[];
  readonly #images: Phaser.GameObjects.Image[] = [];
  #errands: { readonly journey: Journey; readonly way: Way }[] = [];
  readonly #at = { x: 0, y: 0 };
  readonly #ahead = { x: 0, y: 0 };

  constructor(stage: Stage, book: Book, towns: readonly Town[]) {
    this.#book = book;
    this.#towns = towns;
    for (let n = 0; n < Math.min(POOL, towns.length); n++)
      this.#images.push(stage.scene.add.image(0, 0, book.key, '0').setVisible(false));
  }

  /** A week begins to play out. */
  begin(journeys: readonly Journey[], roads: readonly Road[], held: ArrayLike<number>): void {
    this.#errands = [];
    for (const journey of journeys)
      if (journey.order.kind === 'recon')
        this.#errands.push({ journey, way: findWay(roads, held, journey.order.town) });
  }

  update(now: number, isMarching: boolean, calm: boolean): void {
    let n = 0;
    for (const { journey, way } of isMarching ? this.#errands : NOBODY) {
      const image = this.#images[n];
      if (image && this.#show(image, journey, way, now, calm)) n++;
    }
    for (; n < this.#images.length; n++) if (this.#images[n]?.visible === true) this.#images[n]?.setVisible(false);
  }

  destroy(): void {
    for (const image of this.#images) image.destroy();
  }

  #show(image: Phaser.GameObjects.Image, journey: Journey, way: Way, now: number, calm: boolean): boolean {
    const { order } = journey;
    const town = 'town' in order ? this.#towns[order.town] : undefined;
    if (!town || now < journey.leaves || now > journey.ends) return false;
    const size = soldierSize(town.place.size);
    // He stops short of the wall, kneels, and looks.
    const stop = Math.max(0, way.length - 58 * town.place.size);
    const comes = shareGone(now, journey.leaves, journey.arrives - 2);
    const gone = calm ? stop : stop * comes;
    walkAlong(way, gone, this.#at);
    walkAlong(way, gone + 6, this.#ahead);
    const isThere = calm || comes >= 1;
    const moment = isThere ? SCOUT.look.from : stepOf(SCOUT.creep, gone / (CREEP_STRIDE * size), false);
    showMoment(image, this.#book, moment, this.#at.x, this.#at.y, size, this.#ahead.x < this.#at.x);
    image.setDepth(depthAt(this.#at.y) + 0.4);
    image.setAlpha(Math.min(1, comes * (calm ? 1 : 6), shareGone(journey.ends - now, 0, 6)));
    return true;
  }
}

const NOBODY: readonly { readonly journey: Journey; readonly way: Way }[] = [];
