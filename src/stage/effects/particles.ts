/**
 * Small things that fly and fade: kernels, feathers, dust, drops, rings. A pool that grows to a limit; then the oldest
 * gives way.
 */
import type * as Phaser from 'phaser';
import { hang } from '../puppet/hang.ts';
import type { Stage } from '../stage.ts';

/** How one of them moves. Lengths in CSS pixels, times in seconds. What is left out does nothing. */
export interface Spray {
  /** A piece of the sheet, or a painted texture of its own: there one pixel is one unit, its middle is its pivot. */
  readonly piece: string;
  readonly x: number;
  readonly y: number;
  readonly depth: number;
  /** CSS pixels per unit at birth, and how many times that at the end. */
  readonly size: number;
  readonly grow?: number;
  readonly vx?: number;
  readonly vy?: number;
  readonly gravity?: number;
  /** Share of speed lost in a second: feathers have much, kernels none. */
  readonly drag?: number;
  readonly life?: number;
  readonly delay?: number;
  readonly turn?: number;
  readonly spin?: number;
  readonly alpha?: number;
  /** Height against width: rings lie flat on water and ground. */
  readonly flat?: number;
  /** It lies still when it has fallen this far down. */
  readonly floor?: number;
  readonly tint?: number;
}

/** A spray in flight; kept and written over, never made anew. */
interface Flying {
  readonly image: Phaser.GameObjects.Image;
  isLive: boolean;
  age: number;
  life: number;
  x: number;
  y: number;
  vx: number;
  vy: number;
  gravity: number;
  drag: number;
  size: number;
  grow: number;
  flat: number;
  turn: number;
  spin: number;
  alpha: number;
  floor: number;
}

/** Share of its life after which one fades. */
const FADES = 0.7;

export class Particles {
  readonly #stage: Stage;
  readonly #most: number;
  readonly #pool: Flying[] = [];

  /** `most`: how many there may be at once. */
  constructor(stage: Stage, most: number) {
    this.#stage = stage;
    this.#most = most;
  }

  get live(): number {
    let live = 0;
    for (const each of this.#pool) if (each.isLive) live++;
    return live;
  }

  add(spray: Spray): void {
    const each = this.#take();
    const { image } = each;
    const { sheet } = this.#stage.puppets;
    let per = 1;
    if (sheet.has(spray.piece)) {
      const piece = sheet.piece(spray.piece);
      image.setTexture(piece.texture, spray.piece);
      hang(image, piece);
      per = 1 / piece.scale;
    } else image.setTexture(spray.piece).setOrigin(0.5, 0.5);
    image
      .setDepth(spray.depth)
      .setTint(spray.tint ?? 0xffffff)
      .setVisible(false);
    each.isLive = true;
    each.age = -(spray.delay ?? 0);
    each.life = spray.life ?? 1;
    each.x = spray.x;
    each.y = spray.y;
    each.vx = spray.vx ?? 0;
    each.vy = spray.vy ?? 0;
    each.gravity = spray.gravity ?? 0;
    each.drag = spray.drag ?? 0;
    each.size = spray.size * per;
    each.grow = spray.grow ?? 1;
    each.flat = spray.flat ?? 1;
    each.turn = spray.turn ?? 0;
    each.spin = spray.spin ?? 0;
    each.alpha = spray.alpha ?? 1;
    each.floor = spray.floor ?? Number.POSITIVE_INFINITY;
  }

  /** `shiftX`, `shiftY`: how far the ground has gone by under the eye since the last frame, in CSS pixels. */
  update(seconds: number, shiftX = 0, shiftY = 0): void {
    for (const [n, each] of this.#pool.entries()) {
      if (!each.isLive) continue;
      each.age += seconds;
      each.x += shiftX;
      each.y += shiftY;
      each.floor += shiftY;
      if (each.age < 0) continue;
      if (each.age >= each.life) {
        each.isLive = false;
        each.image.setVisible(false);
      } else this.#move(each, n, seconds);
    }
  }

  destroy(): void {
    for (const { image } of this.#pool) image.destroy();
    this.#pool.length = 0;
  }

  #move(each: Flying, n: number, seconds: number): void {
    const { image, age } = each;
    const keep = Math.max(0, 1 - each.drag * seconds);
    each.vx *= keep;
    each.vy = each.vy * keep + each.gravity * seconds;
    each.x += each.vx * seconds;
    each.y += each.vy * seconds;
    if (each.y >= each.floor) {
      each.y = each.floor;
      each.vx = 0;
      each.vy = 0;
    }
    const t = age / each.life;
    const k = each.size * (1 + (each.grow - 1) * t);
    const lies = each.vy === 0 && each.gravity > 0;
    image.setPosition(each.x, each.y).setScale(k, k * each.flat);
    // What the air carries turns to and fro.
    if (!lies) image.rotation = each.turn + each.spin * age + (each.drag > 1 ? Math.sin(age * 5 + n) * 0.5 : 0);
    image.setAlpha(each.alpha * (t < FADES ? 1 : (1 - t) / (1 - FADES)));
    if (!image.visible) image.setVisible(true);
  }

  /** One that is free, a new one, or the one that has lived longest. */
  #take(): Flying {
    const free = this.#pool.find((each) => !each.isLive);
    if (free) return free;
    if (this.#pool.length >= this.#most) return this.#pool.reduce((a, b) => (b.age > a.age ? b : a));
    const fresh: Flying = {
      image: this.#stage.scene.add.image(0, 0, '__WHITE').setVisible(false),
      isLive: false,
      age: 0,
      life: 1,
      x: 0,
      y: 0,
      vx: 0,
      vy: 0,
      gravity: 0,
      drag: 0,
      size: 1,
      grow: 1,
      flat: 1,
      turn: 0,
      spin: 0,
      alpha: 1,
      floor: 0,
    };
    this.#pool.push(fresh);
    return fresh;
  }
}
