/** What is seen when something happens: walls tear, patches are pasted, coins fly to the purse, good talk runs along roads. */
import { DEPTH, type Stage } from '../../../stage/stage.ts';
import type { ProvinceLayout } from './province-layout.ts';
import { pointOn, type Road } from './roads.ts';
import { STILL, Sprays } from './sprays.ts';
import type { Town } from './town.ts';
import { TOWN_UNITS } from './wall-pieces.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Stars of one road's talk, one after the other. */
const STAR_STEPS = 7;
const COINS = 6;

export class Effects {
  readonly sprays: Sprays;
  readonly #stage: Stage;
  readonly #towns: readonly Town[];
  readonly #layout: ProvinceLayout;

  constructor(stage: Stage, layout: ProvinceLayout, towns: readonly Town[]) {
    this.#stage = stage;
    this.#layout = layout;
    this.#towns = towns;
    this.sprays = new Sprays(stage, towns.length > 24 ? 56 : 110);
  }

  update(seconds: number, calm: boolean): void {
    this.sprays.update(seconds, calm);
  }

  destroy(): void {
    this.sprays.destroy();
  }

  /** Paper comes off a town's wall: the more points, the more scraps. `from` is where what tears it comes down. */
  tear(at: number, points: number, from: Point | null): void {
    const town = this.#towns[at];
    if (!town) return;
    const { place, kind } = town;
    const { size } = place;
    const wide = TOWN_UNITS[kind].wide * size;
    const many = Math.min(14, 2 + Math.round(points / 3));
    for (let n = 0; n < many; n++) {
      const side = chance() * 2 - 1;
      this.sprays.add({
        ...STILL,
        piece: SCRAPS[n % SCRAPS.length] as string,
        x: place.x + side * wide * 0.7,
        y: town.top + chance() * 12 * size,
        vx: side * (40 + 80 * chance()) * size,
        vy: -(70 + 120 * chance()) * size,
        gravity: 320 * size,
        drag: 1.4,
        life: 1.1 + 0.8 * chance(),
        delay: 0.16 * chance(),
        size: size * (0.5 + 0.5 * chance()),
        spin: (chance() - 0.5) * 7,
        turn: chance() * 6,
        flutter: 1 + 1.6 * chance(),
        floor: town.foot + (4 + 14 * chance()) * size,
        depth: DEPTH.effects,
      });
    }
    if (points >= 10) this.puff('province/flare', { x: place.x, y: town.top }, size * 0.7, 0.35, 1.5);
    if (from !== null) this.#stage.lamp.flare(place.x, place.y - 30 * size, 190 * size, 0.4);
  }

  /** What an arm drops on a town, on its way down from the kite. */
  drop(pieces: readonly string[], from: Point, at: number, many: number): void {
    const town = this.#towns[at];
    if (!town) return;
    const { place } = town;
    for (let n = 0; n < many; n++) {
      const life = 0.7 + 0.5 * chance();
      const toX = place.x + (chance() - 0.5) * 110 * place.size;
      const toY = place.y - 20 * place.size;
      this.sprays.add({
        ...STILL,
        piece: pieces[n % pieces.length] as string,
        x: from.x,
        y: from.y,
        vx: (toX - from.x) / life,
        vy: (toY - from.y) / life - 60 * place.size,
        gravity: 120 * place.size,
        life: life + 0.25,
        delay: 0.07 * n,
        size: place.size * 0.62,
        spin: (chance() - 0.5) * 4,
        flutter: 0.8 + chance(),
        floor: town.foot + 8 * place.size,
        depth: DEPTH.effects,
      });
    }
  }

  /** The wall grows back: fresh sheets are pasted on. */
  paste(at: number, points: number): void {
    const town = this.#towns[at];
    if (!town) return;
    const { place, kind } = town;
    const wide = TOWN_UNITS[kind].wide * place.size;
    const many = points >= 8 ? 3 : points >= 3 ? 2 : 1;
    for (let n = 0; n < many; n++)
      this.sprays.add({
        ...STILL,
        piece: 'province/patch',
        x: place.x + ((n + 0.5) / many - 0.5) * wide * 1.2,
        y: town.top + (14 + 6 * chance()) * place.size,
        life: 0.75,
        delay: 0.12 * n,
        size: place.size * 0.95,
        grow: 0.72,
        turn: (chance() - 0.5) * 0.4,
        depth: DEPTH.effects - 10,
      });
  }

  /** Coins of a held town fly to the purse. */
  pay(at: number, purse: Point, many: number): void {
    const town = this.#towns[at];
    if (!town) return;
    const { place } = town;
    for (let n = 0; n < Math.min(COINS, many); n++) {
      const life = 0.62 + 0.1 * n;
      const x = place.x + (chance() - 0.5) * 40 * place.size;
      const y = place.y - 46 * place.size;
      const gravity = 500;
      this.sprays.add({
        ...STILL,
        piece: 'province/coin-1',
        x,
        y,
        vx: (purse.x - x) / life,
        vy: (purse.y - y) / life - 0.5 * gravity * life,
        gravity,
        life,
        delay: 0.05 * n,
        size: Math.max(0.42, place.size * 0.8),
        flutter: 2,
        depth: DEPTH.marks,
      });
    }
    this.#stage.lamp.flare(place.x, place.y - 20 * place.size, 160 * place.size, 0.3);
  }

  /** Good talk runs along a road as stars. */
  talk(road: Road, isBackwards: boolean): void {
    const size = Math.max(0.4, this.#layout.setSize * 0.62);
    for (let n = 0; n < STAR_STEPS; n++) {
      const t = (n + 0.5) / STAR_STEPS;
      const at = pointOn(road, isBackwards ? 1 - t : t);
      this.sprays.add({
        ...STILL,
        piece: n % 2 === 0 ? 'province/word-star' : 'province/word-star-small',
        x: at.x,
        y: at.y - 4 * size,
        vy: -8,
        life: 0.5,
        delay: 0.07 * n,
        size: size * (n === STAR_STEPS - 1 ? 1.2 : 0.9),
        grow: 0.5,
        spin: 2,
        depth: DEPTH.host - 94,
      });
    }
  }

  /** A town is won. */
  win(at: number): void {
    const town = this.#towns[at];
    if (!town) return;
    const { place } = town;
    const { size } = place;
    this.#stage.lamp.flare(place.x, place.y - 20 * size, 420 * size, 0.75);
    this.tear(at, 24, null);
    this.dust(at);
    this.sprays.add({
      ...STILL,
      piece: 'province/taken',
      x: place.x,
      y: place.y - 120 * size,
      vy: -14 * size,
      life: 1.3,
      delay: 0.1,
      size: size * 0.9,
      grow: 1.25,
      depth: DEPTH.effects + 20,
    });
  }

  /** An assault has fallen. */
  lose(at: number): void {
    const town = this.#towns[at];
    if (!town) return;
    const { place } = town;
    const { size } = place;
    this.dust(at);
    this.sprays.add({
      ...STILL,
      piece: 'province/fail',
      x: place.x,
      y: place.y - 112 * size,
      life: 1.5,
      size: size * 1.05,
      grow: 1.1,
      depth: DEPTH.effects + 20,
    });
    this.#spill(town);
  }

  /** The coins that an assault cost fall before the wall, and roll away. */
  #spill({ place, foot, top }: Town): void {
    const { size } = place;
    for (let n = 0; n < COINS; n++)
      this.sprays.add({
        ...STILL,
        piece: 'province/coin-1',
        x: place.x + (chance() - 0.5) * 60 * size,
        y: top + 6 * size,
        vx: (chance() - 0.5) * 150 * size,
        vy: -(60 + 90 * chance()) * size,
        gravity: 420 * size,
        drag: 0.6,
        life: 1.5,
        delay: 0.05 * n,
        size: Math.max(0.34, size * 0.62),
        spin: (chance() - 0.5) * 8,
        flutter: 1.6,
        floor: foot + (10 + 16 * chance()) * size,
        depth: DEPTH.effects + 10,
      });
  }

  dust(at: number): void {
    const town = this.#towns[at];
    if (!town) return;
    const { place, kind } = town;
    const wide = TOWN_UNITS[kind].wide * place.size;
    for (let n = 0; n < 4; n++)
      this.puff(
        n % 2 === 0 ? 'province/dust-1' : 'province/dust-2',
        { x: place.x + (n / 3 - 0.5) * wide * 1.3, y: town.foot },
        place.size * 0.8,
        0.7,
        1.7,
      );
  }

  puff(piece: string, at: Point, size: number, life: number, grow: number): void {
    this.sprays.add({
      ...STILL,
      piece,
      x: at.x,
      y: at.y,
      vy: -12 * size,
      life,
      size,
      grow,
      alpha: 0.85,
      depth: DEPTH.effects - 4,
    });
  }
}

const SCRAPS = [1, 2, 3, 4].map((n) => `province/scrap-${n}`);

/** Chance of the eye only: nothing that happens depends on it. */
function chance(): number {
  return Math.random();
}
