/** Small things that fly and fade: kernels, feathers, drops, rings. A fixed pool; the oldest gives way. */
import type * as Phaser from 'phaser';
import { hang } from '../../../stage/puppet/hang.ts';
import type { Stage } from '../../../stage/stage.ts';

const POOL = 150;

/** How one kind of thing moves. Lengths in CSS pixels, times in seconds. */
export interface Spray {
  readonly piece: string;
  readonly x: number;
  readonly y: number;
  readonly vx: number;
  readonly vy: number;
  readonly gravity: number;
  /** Share of speed lost in a second: feathers have much, kernels none. */
  readonly drag: number;
  readonly life: number;
  readonly delay: number;
  /** CSS pixels per unit at birth and at the end. */
  readonly size: number;
  readonly grow: number;
  readonly spin: number;
  readonly turn: number;
  readonly alpha: number;
  /** Height against width: rings lie flat on the water. */
  readonly flat: number;
  readonly depth: number;
  /** Falls no lower than this. */
  readonly floor: number;
}

export const STILL: Omit<Spray, 'piece' | 'x' | 'y' | 'depth' | 'size'> = {
  vx: 0,
  vy: 0,
  gravity: 0,
  drag: 0,
  life: 1,
  delay: 0,
  grow: 1,
  spin: 0,
  turn: 0,
  alpha: 1,
  flat: 1,
  floor: Number.POSITIVE_INFINITY,
};

export class Particles {
  readonly #stage: Stage;
  readonly #images: Phaser.GameObjects.Image[] = [];
  readonly #sprays: (Spray | null)[] = [];
  readonly #age = new Float32Array(POOL);
  readonly #x = new Float32Array(POOL);
  readonly #y = new Float32Array(POOL);
  readonly #vx = new Float32Array(POOL);
  readonly #vy = new Float32Array(POOL);
  readonly #per = new Float32Array(POOL);
  #next = 0;

  constructor(stage: Stage) {
    this.#stage = stage;
    for (let n = 0; n < POOL; n++) {
      this.#images.push(stage.puppets.sprite('pond/kernel-1', 0, 0, 1, 0).setVisible(false));
      this.#sprays.push(null);
    }
  }

  get live(): number {
    let live = 0;
    for (const spray of this.#sprays) if (spray) live++;
    return live;
  }

  add(spray: Spray): void {
    const n = this.#next;
    this.#next = (n + 1) % POOL;
    const image = this.#images[n];
    if (!image) return;
    const { sheet } = this.#stage.puppets;
    if (sheet.has(spray.piece)) {
      const piece = sheet.piece(spray.piece);
      image.setTexture(piece.texture, spray.piece);
      hang(image, piece);
      this.#per[n] = 1 / piece.scale;
    } else {
      // A painted texture of its own: one pixel is one unit, its middle is its pivot.
      image.setTexture(spray.piece).setOrigin(0.5, 0.5);
      this.#per[n] = 1;
    }
    image.setDepth(spray.depth).setVisible(false);
    this.#sprays[n] = spray;
    this.#age[n] = -spray.delay;
    this.#x[n] = spray.x;
    this.#y[n] = spray.y;
    this.#vx[n] = spray.vx;
    this.#vy[n] = spray.vy;
  }

  update(seconds: number): void {
    for (let n = 0; n < POOL; n++) {
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
      const keep = Math.max(0, 1 - spray.drag * seconds);
      this.#vx[n] = (this.#vx[n] as number) * keep;
      this.#vy[n] = (this.#vy[n] as number) * keep + spray.gravity * seconds;
      this.#x[n] = (this.#x[n] as number) + (this.#vx[n] as number) * seconds;
      this.#y[n] = (this.#y[n] as number) + (this.#vy[n] as number) * seconds;
      if ((this.#y[n] as number) >= spray.floor) {
        this.#y[n] = spray.floor;
        this.#vx[n] = 0;
        this.#vy[n] = 0;
      }
      const t = age / spray.life;
      const k = spray.size * (1 + (spray.grow - 1) * t) * (this.#per[n] as number);
      const lies = this.#vy[n] === 0 && spray.gravity > 0;
      if (!image.visible) image.setVisible(true);
      image.setPosition(this.#x[n], this.#y[n]);
      image.setScale(k, k * spray.flat);
      if (!lies) image.rotation = spray.turn + spray.spin * age + (spray.drag > 1 ? Math.sin(age * 5 + n) * 0.5 : 0);
      image.setAlpha(spray.alpha * (t < 0.7 ? 1 : (1 - t) / 0.3));
    }
  }

  destroy(): void {
    for (const image of this.#images) image.destroy();
  }
}
