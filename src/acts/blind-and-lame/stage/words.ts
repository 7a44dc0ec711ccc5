/**
 * Words as small flags with an arrow: they leave the lame man's hand, wait over it in their order, are taken by the legs
 * one after another, or fall into the grass when nobody walks. A fixed pool.
 */
import type * as Phaser from 'phaser';
import type { Stage } from '../../../stage/stage.ts';
import type { Direction } from '../rules/intents.ts';
import { ROAD_DEPTH } from './depth.ts';
import { ANGLE, type Point } from './effects.ts';

/** Shown at once; a longer row ends in smaller ones. */
const SHOWN = 9;
const FALLING = 6;
const COME_S = 0.22;
const FALL_S = 1.5;
const LIE_S = 2.6;
/** Where the arrow lies on the flag, in units. */
const ARROW = { x: 20, y: -42 } as const;

interface Flag {
  readonly cloth: Phaser.GameObjects.Image;
  readonly arrow: Phaser.GameObjects.Image;
  x: number;
  y: number;
  /** 0 not there to 1 fully there. */
  share: number;
}

interface Fallen extends Flag {
  to: Direction;
  age: number;
  vx: number;
  vy: number;
  floor: number;
}

export class Words {
  readonly #waiting: Flag[] = [];
  readonly #fallen: Fallen[] = [];
  readonly #clothPer: number;
  readonly #arrowPer: number;
  readonly #make: (depth: number) => Flag;
  #next = 0;
  #timeMs = 0;

  constructor(stage: Stage) {
    const { puppets } = stage;
    this.#clothPer = 1 / puppets.sheet.piece('mountain/word-flag').scale;
    this.#arrowPer = 1 / puppets.sheet.piece('mountain/word-arrow').scale;
    const flag = (depth: number): Flag => ({
      cloth: puppets.sprite('mountain/word-flag', 0, 0, 1, depth).setVisible(false),
      arrow: puppets.sprite('mountain/word-arrow', 0, 0, 1, depth + 1).setVisible(false),
      x: 0,
      y: 0,
      share: 0,
    });
    this.#make = flag;
  }

  /** A word that nobody hears leaves the hand and comes down in the grass at (x, floor). `size` as in `update`. */
  letFall(to: Direction, hand: Point, x: number, floor: number, size: number): void {
    const flag = (this.#fallen[this.#next] ??= {
      ...this.#make(ROAD_DEPTH.near),
      to,
      age: 0,
      vx: 0,
      vy: 0,
      floor: 0,
    });
    this.#next = (this.#next + 1) % FALLING;
    flag.to = to;
    flag.age = 0;
    flag.x = hand.x;
    flag.y = hand.y;
    flag.vx = (x - hand.x) / FALL_S;
    // Cloth falls slowly: it rises a little, then sinks at an even pace.
    flag.vy = -150 * size;
    flag.floor = floor;
  }

  /** Words that wait stand in a row from the hand on; `size` in CSS pixels per unit of the set. */
  update(
    words: readonly Direction[],
    hand: Point,
    size: number,
    room: number,
    alpha: number,
    seconds: number,
    wallMs: number,
    calm: boolean,
  ): void {
    this.#timeMs += wallMs;
    const t = this.#timeMs / 1000;
    const pitch = Math.min(50 * size, room / Math.max(1, Math.min(SHOWN, words.length)));
    while (this.#waiting.length < Math.min(SHOWN, words.length))
      this.#waiting.push(this.#make(ROAD_DEPTH.words + 2 * this.#waiting.length));
    for (const [n, flag] of this.#waiting.entries()) {
      const to = words[n];
      flag.share =
        to === undefined ? Math.max(0, flag.share - seconds / 0.12) : Math.min(1, flag.share + seconds / COME_S);
      const isSeen = to !== undefined && alpha > 0.01;
      flag.cloth.setVisible(isSeen);
      flag.arrow.setVisible(isSeen);
      if (to === undefined || !isSeen) continue;
      const goalX = hand.x + (n + 0.3) * pitch;
      const goalY = hand.y - (16 + 5 * Math.sin(n * 0.9)) * size;
      if (flag.share <= seconds / COME_S) {
        flag.x = hand.x;
        flag.y = hand.y;
      }
      const keep = calm ? 0 : Math.exp(-seconds * 11);
      flag.x = goalX + (flag.x - goalX) * keep;
      flag.y = goalY + (flag.y - goalY) * keep;
      const sway = calm ? 0 : Math.sin(t * 2.1 + n * 0.8) * 0.05;
      this.#show(flag, to, size * (n === 0 ? 1.12 : 0.92), sway, alpha * flag.share);
    }
    this.#fall(size, seconds, t, calm, alpha);
  }

  destroy(): void {
    for (const { cloth, arrow } of [...this.#waiting, ...this.#fallen]) {
      cloth.destroy();
      arrow.destroy();
    }
  }

  #fall(size: number, seconds: number, t: number, calm: boolean, alpha: number): void {
    for (const [n, flag] of this.#fallen.entries()) {
      const isSeen = flag.age < FALL_S + LIE_S && alpha > 0.01;
      flag.cloth.setVisible(isSeen);
      flag.arrow.setVisible(isSeen);
      if (!isSeen) continue;
      flag.age += seconds;
      if (flag.y < flag.floor) {
        flag.vy = Math.min(flag.vy + 420 * size * seconds, 190 * size);
        flag.x += flag.vx * seconds;
        flag.y = Math.min(flag.floor, flag.y + flag.vy * seconds);
      }
      const lies = flag.y >= flag.floor;
      const sway = lies ? 1.15 + 0.1 * (n % 3) : calm ? 0 : Math.sin(t * 4 + n) * 0.4;
      const fade = Math.min(1, (FALL_S + LIE_S - flag.age) / 0.8);
      this.#show(flag, flag.to, size, sway, alpha * Math.max(0, fade) * (lies ? 0.8 : 1));
    }
  }

  #show(flag: Flag, to: Direction, size: number, sway: number, alpha: number): void {
    const c = Math.cos(sway);
    const s = Math.sin(sway);
    flag.cloth
      .setPosition(flag.x, flag.y)
      .setScale(size * this.#clothPer)
      .setRotation(sway)
      .setAlpha(alpha);
    flag.arrow
      .setPosition(flag.x + (ARROW.x * c - ARROW.y * s) * size, flag.y + (ARROW.x * s + ARROW.y * c) * size)
      .setScale(size * this.#arrowPer)
      .setRotation(ANGLE[to] + sway)
      .setAlpha(alpha);
  }
}
