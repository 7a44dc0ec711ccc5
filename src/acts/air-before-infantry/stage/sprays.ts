/** Small things that fly and fade: scraps of wall, coins, letters, dust, stars. A fixed pool; the oldest gives way. */
import type * as Phaser from 'phaser';
import { hang } from '../../../stage/puppet/hang.ts';
import type { Stage } from '../../../stage/stage.ts';

/** How one kind of thing moves. Lengths in CSS pixels, times in seconds. */
export interface Spray {
  readonly piece: string;
  readonly x: number;
  readonly y: number;
  readonly vx: number;
  readonly vy: number;
  readonly gravity: number;
  /** Share of its speed lost in a second: paper has much of it, coins none. */
  readonly drag: number;
  readonly life: number;
  readonly delay: number;
  /** CSS pixels per unit at birth, and how much larger it is at the end. */
  readonly size: number;
  readonly grow: number;
  readonly turn: number;
  readonly spin: number;
  /** Turns a second about its long side: paper and coins show their edges. */
  readonly flutter: number;
  readonly alpha: number;
  /** Falls no lower than this, and lies there. */
  readonly floor: number;
  readonly depth: number;
}

export const STILL: Omit<Spray, 'piece' | 'x' | 'y' | 'size' | 'depth'> = {
  vx: 0,
  vy: 0,
  gravity: 0,
  drag: 0,
  life: 1,
  delay: 0,
  grow: 1,
  turn: 0,
  spin: 0,
  flutter: 0,
  alpha: 1,
  floor: Number.POSITIVE_INFINITY,
};

export class Sprays {
  readonly #stage: Stage;
  readonly #images: Phaser.GameObjects.Image[] = [];
  readonly #sprays: (Spray | null)[] = [];
  readonly #age: Float32Array;
  readonly #x: Float32Array;
  readonly #y: Float32Array;
  readonly #vx: Float32Array;
  readonly #vy: Float32Array;
  readonly #per: Float32Array;
  #next = 0;

  constructor(stage: Stage, many: number) {
    this.#stage = stage;
    for (let n = 0; n < many; n++) {
      this.#images.push(stage.puppets.sprite('province/scrap-1', 0, 0, 1, 0).setVisible(false));
      this.#sprays.push(null);
    }
    this.#age = new Float32Array(many);
    this.#x = new Float32Array(many);
    this.#y = new Float32Array(many);
    this.#vx = new Float32Array(many);
    this.#vy = new Float32Array(many);
    this.#per = new Float32Array(many);
  }

  get live(): number {
    let live = 0;
    for (const spray of this.#sprays) if (spray) live++;
    return live;
  }

  add(spray: Spray): void {
    const n = this.#next;
    this.#next = (n + 1) % this.#images.length;
    const image = this.#images[n];
    if (!image) return;
    const piece = this.#stage.puppets.sheet.piece(spray.piece);
    image.setTexture(piece.texture, spray.piece);
    hang(image, piece);
    this.#per[n] = 1 / piece.scale;
    image.setDepth(spray.depth).setVisible(false);
    this.#sprays[n] = spray;
    this.#age[n] = -spray.delay;
    this.#x[n] = spray.x;
    this.#y[n] = spray.y;
    this.#vx[n] = spray.vx;
    this.#vy[n] = spray.vy;
  }

  /** In calm nothing flies: things are where they come to be, and fade. */
  update(seconds: number, calm: boolean): void {
    for (let n = 0; n < this.#images.length; n++) {
      const spray = this.#sprays[n];
      const image = this.#images[n];
      if (!spray || !image) continue;
      const age = (this.#age[n] as number) + seconds;
      this.#age[n] = age;
      if (age < 0) continue;
      if (age >= spray.life) {
        this.#sprays[n] = null;
        image.setVisible(false);
        continue;
      }
      if (!calm) this.#move(n, spray, seconds);
      const t = age / spray.life;
      const k = spray.size * (1 + (spray.grow - 1) * (calm ? 1 : t)) * (this.#per[n] as number);
      const lies = (this.#y[n] as number) >= spray.floor;
      const edge = calm || lies || spray.flutter === 0 ? 1 : Math.cos(age * spray.flutter * Math.PI * 2);
      if (!image.visible) image.setVisible(true);
      image.x = this.#x[n] as number;
      image.y = this.#y[n] as number;
      image.scaleX = k;
      image.scaleY = k * edge;
      if (!lies) image.rotation = spray.turn + (calm ? 0 : spray.spin * age);
      image.setAlpha(spray.alpha * (t < 0.65 ? 1 : (1 - t) / 0.35));
    }
  }

  destroy(): void {
    for (const image of this.#images) image.destroy();
  }

  #move(n: number, spray: Spray, seconds: number): void {
    const keep = Math.max(0, 1 - spray.drag * seconds);
    const vx = (this.#vx[n] as number) * keep;
    const vy = (this.#vy[n] as number) * keep + spray.gravity * seconds;
    this.#vx[n] = vx;
    this.#vy[n] = vy;
    this.#x[n] = (this.#x[n] as number) + vx * seconds;
    this.#y[n] = (this.#y[n] as number) + vy * seconds;
    if (this.#y[n] < spray.floor) return;
    this.#y[n] = spray.floor;
    this.#vx[n] = 0;
    this.#vy[n] = 0;
  }
}
