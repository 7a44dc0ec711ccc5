/** What is seen for a moment when something happens on the road: rings of touch and sound, dust, stones, water. */
import { Particles } from '../../../stage/effects/particles.ts';
import type { Stage } from '../../../stage/stage.ts';
import type { Direction } from '../rules/intents.ts';
import { PLACE } from '../rules/places.ts';
import { ROAD_DEPTH } from './depth.ts';

/** Small things in the air at once. */
const MOST = 64;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The way of a direction over the screen, as an angle in radians. */
export const ANGLE: Readonly<Record<Direction, number>> = {
  ahead: 0,
  right: Math.PI / 2,
  back: Math.PI,
  left: -Math.PI / 2,
};

export class Effects {
  readonly particles: Particles;
  /** CSS pixels per unit of the set's cells. */
  size = 1;

  constructor(stage: Stage) {
    this.particles = new Particles(stage, MOST);
  }

  update(seconds: number, shiftX: number, shiftY: number): void {
    this.particles.update(seconds, shiftX, shiftY);
  }

  destroy(): void {
    this.particles.destroy();
  }

  /** The staff has found something: a ring at its tip, and what the ground gives. */
  tap(at: Point, place: number, isOpen: boolean): void {
    const k = this.size;
    this.particles.add({
      piece: 'mountain/tap-ring',
      ...at,
      size: k * 0.4,
      grow: isOpen ? 2.6 : 1.7,
      flat: 0.45,
      life: isOpen ? 0.6 : 0.42,
      tint: isOpen ? 0xfff0c8 : 0xff9a70,
      depth: ROAD_DEPTH.effects,
    });
    if (place === PLACE.river || place === PLACE.stones) this.splash(at, isOpen ? 0.5 : 0.9);
    else if (!isOpen) {
      this.dust(at, 3);
      this.stones(at, place === PLACE.ravine ? 4 : 2, place === PLACE.ravine ? 260 : 60);
    } else this.dust(at, 1);
  }

  dust(at: Point, count: number): void {
    const k = this.size;
    for (let n = 0; n < count; n++)
      this.particles.add({
        piece: n % 2 === 0 ? 'mountain/dust-1' : 'mountain/dust-2',
        x: at.x + (chance() - 0.5) * 34 * k,
        y: at.y + (chance() - 0.5) * 8 * k,
        vx: (chance() - 0.5) * 60 * k,
        vy: -(12 + 22 * chance()) * k,
        size: k * (0.34 + 0.2 * chance()),
        grow: 2.1,
        life: 0.7 + 0.4 * chance(),
        delay: 0.05 * n,
        alpha: 0.6,
        depth: ROAD_DEPTH.effects - 4,
      });
  }

  /** Stones that fall `deep` units and lie there. */
  stones(at: Point, count: number, deep: number): void {
    const k = this.size;
    for (let n = 0; n < count; n++)
      this.particles.add({
        piece: n % 2 === 0 ? 'mountain/pebble-1' : 'mountain/pebble-2',
        x: at.x + (chance() - 0.5) * 40 * k,
        y: at.y - 6 * k,
        vx: (chance() - 0.3) * 170 * k,
        vy: -(70 + 130 * chance()) * k,
        gravity: 760 * k,
        size: k * (0.6 + 0.5 * chance()),
        life: 0.9 + 0.4 * chance(),
        spin: (chance() - 0.5) * 14,
        floor: at.y + (0.4 + 0.6 * chance()) * deep * k,
        depth: ROAD_DEPTH.effects - 2,
      });
  }

  splash(at: Point, strength: number): void {
    const k = this.size;
    this.particles.add({
      piece: 'mountain/splash',
      ...at,
      size: k * 0.7 * strength,
      grow: 1.5,
      life: 0.5,
      depth: ROAD_DEPTH.effects - 1,
    });
    for (let n = 0; n < 5; n++)
      this.particles.add({
        piece: 'mountain/drop',
        x: at.x,
        y: at.y - 4 * k,
        vx: (chance() - 0.5) * 170 * k,
        vy: -(90 + 130 * chance()) * k * strength,
        gravity: 620 * k,
        size: k * (0.5 + 0.4 * chance()),
        life: 0.6,
        floor: at.y + 6 * k,
        depth: ROAD_DEPTH.effects - 1,
      });
  }

  /** A voice goes out: three rings from the mouth. */
  voice(at: Point, strength: number): void {
    const k = this.size;
    for (let n = 0; n < 3; n++)
      this.particles.add({
        piece: 'mountain/call-ring',
        ...at,
        size: k * 0.5 * strength,
        grow: 4.5,
        life: 0.9,
        delay: n * 0.14,
        alpha: 0.7 - 0.16 * n,
        depth: ROAD_DEPTH.effects,
      });
  }

  /** An echo comes back from that way; `open` cells lie open there. */
  echo(at: Point, to: Direction, open: number): void {
    const k = this.size;
    const angle = ANGLE[to];
    const reach = (70 + 62 * Math.min(5, open)) * k;
    for (let n = 0; n < 3; n++)
      this.particles.add({
        piece: 'mountain/echo-arc',
        x: at.x + Math.cos(angle) * reach * (0.62 + 0.19 * n),
        y: at.y + Math.sin(angle) * reach * (0.62 + 0.19 * n) * 0.5,
        vx: -Math.cos(angle) * 30 * k,
        vy: -Math.sin(angle) * 16 * k,
        turn: angle,
        size: k * (0.5 + 0.14 * n),
        life: 0.8,
        delay: 0.22 + 0.06 * open + 0.07 * (2 - n),
        alpha: 0.8 - 0.12 * n,
        tint: open === 0 ? 0xffb38a : 0xfff0c8,
        depth: ROAD_DEPTH.effects,
      });
  }

  /** Flags and paper fly up over a market that is glad. */
  cheer(at: Point, count: number): void {
    const k = this.size;
    for (let n = 0; n < count; n++)
      this.particles.add({
        piece: 'mountain/dust-1',
        x: at.x + (chance() - 0.5) * 420 * k,
        y: at.y + (20 + 60 * chance()) * k,
        vx: (chance() - 0.5) * 120 * k,
        vy: -(220 + 160 * chance()) * k,
        gravity: 260 * k,
        size: k * (0.14 + 0.12 * chance()),
        flat: 0.6,
        turn: chance() * 6,
        spin: (chance() - 0.5) * 8,
        life: 1.5 + 0.6 * chance(),
        delay: 0.04 * n,
        tint: [0xe2452c, 0xf0b440, 0x4fa080, 0x4a78b8][n % 4] ?? 0xffffff,
        depth: ROAD_DEPTH.effects,
      });
  }

  /** Breath that is spent, or that is not there. */
  breath(at: Point): void {
    const k = this.size;
    for (let n = 0; n < 2; n++)
      this.particles.add({
        piece: 'mountain/breath',
        ...at,
        vx: (26 + 20 * n) * k,
        vy: -10 * k,
        size: k * 0.5,
        grow: 1.8,
        life: 0.8,
        delay: 0.12 * n,
        alpha: 0.7,
        depth: ROAD_DEPTH.effects,
      });
  }
}

/** Chance of the eye only: nothing that happens depends on it. */
function chance(): number {
  return Math.random();
}
