/**
 * How every bird moves. The rules say only what a bird does, where and since when; the way there is the stage's:
 * loose flocks in the sky that keep apart from each other, long glides, paddling, a burst when frightened.
 * All numbers live in typed arrays; nothing is made per frame.
 */
import { PHASE, type PondView } from '../rules/state.ts';
import { SPOTS } from '../rules/intents.ts';
import { BirdArrays, SEEN } from './bird-arrays.ts';
import { burst, hermite, smooth, vPlace } from './flight.ts';
import { spotX, type PondLayout } from './pond-layout.ts';
import { Separation } from './separation.ts';
import { NO_SLOT, scatter, shorePlace, SHORE_SLOTS, SlotBoard, waterPlace, WATER_SLOTS, type Place } from './slots.ts';

const TICK_S = 1 / 20;
/** Seconds that a fallen bird is seen before it is gone, and that a gathered one takes to the basket. */
const FALL_S = 2.1;
const CARRY_S = 0.45;

export class Flock extends BirdArrays {
  /** Set by the scene: where the basket is. */
  readonly basket = { x: 0, y: 0 };

  readonly #rank: Uint16Array;
  readonly #phase: Uint8Array;
  readonly #spot: Int8Array;
  readonly #began: Float32Array;
  readonly #fromX: Float32Array;
  readonly #fromY: Float32Array;
  readonly #fromSize: Float32Array;
  readonly #errorX: Float32Array;
  readonly #errorY: Float32Array;
  readonly #errorS: Float32Array;
  readonly #slot: Int16Array;
  readonly #onShore: Uint8Array;
  readonly #shore = new SlotBoard(SPOTS, SHORE_SLOTS);
  readonly #water = new SlotBoard(SPOTS, WATER_SLOTS);
  readonly #asideX: Float32Array;
  readonly #asideY: Float32Array;
  readonly #shot: Uint8Array;
  /** How high its flock passes, 0..1 of the sky's band; chosen anew with each pass. */
  readonly #level: Float32Array;
  /** How hastily it flies off: 1 in fear, less when it leaves calmly. */
  readonly #haste: Float32Array;
  readonly #apart: Separation;
  readonly #place: Place = { x: 0, y: 0, size: 1 };
  readonly #v = { behind: 0, beside: 0 };
  #layout: PondLayout;

  constructor(view: PondView, layout: PondLayout) {
    const n = view.phase.length;
    super(n);
    this.#layout = layout;
    const floats = (): Float32Array => new Float32Array(n);
    this.#rank = new Uint16Array(n);
    this.#phase = new Uint8Array(n).fill(255);
    this.#spot = new Int8Array(n);
    this.#began = floats();
    this.#fromX = floats();
    this.#fromY = floats();
    this.#fromSize = floats();
    this.#errorX = floats();
    this.#errorY = floats();
    this.#errorS = floats();
    this.#slot = new Int16Array(n).fill(NO_SLOT);
    this.#onShore = new Uint8Array(n);
    this.#asideX = floats();
    this.#asideY = floats();
    this.#shot = new Uint8Array(n);
    this.#level = floats();
    this.#haste = floats().fill(1);
    this.#apart = new Separation(n);
    const seenOf = new Map<number, number>();
    for (let i = 0; i < n; i++) {
      const flock = view.flock[i] ?? 0;
      const rank = seenOf.get(flock) ?? 0;
      this.#rank[i] = rank;
      seenOf.set(flock, rank + 1);
    }
  }

  /** After a change of size every bird is put where it belongs. */
  relayOut(layout: PondLayout): void {
    this.#layout = layout;
    this.#phase.fill(254);
  }

  /** A bolt has hit this bird: when the rules take it, it falls instead of going to the basket. */
  markShot(bird: number): void {
    this.#shot[bird] = 1;
  }

  /** Moves all birds. `now` in ticks with a fraction, `seconds` of play since the last frame. */
  update(view: PondView, now: number, seconds: number): void {
    for (let i = 0; i < this.count; i++) {
      const phase = view.phase[i] as number;
      if (phase !== this.#phase[i] || (phase !== PHASE.passing && view.spot[i] !== this.#spot[i]))
        this.#enter(view, i, phase, now);
      this.#move(view, i, phase, now, seconds);
    }
    this.#apart.push(this.x, this.y, this.size, this.seen, this.#asideX, this.#asideY, seconds, this.#layout);
  }

  #enter(view: PondView, i: number, phase: number, now: number): void {
    const before = this.#phase[i] as number;
    const isNew = before >= 254;
    const wasAt = this.#spot[i] as number;
    const spot = view.spot[i] as number;
    this.#phase[i] = phase;
    const isOut = phase === PHASE.away && (before === PHASE.startled || before === PHASE.leaving);
    // A bird that has been frightened away keeps its line until it is out of sight.
    if (isOut && this.seen[i] !== SEEN.hidden) return;
    this.#spot[i] = spot;
    this.#began[i] = phase === PHASE.passing ? now : Math.min(now, view.since[i] as number);
    if (!isNew && phase !== PHASE.away) this.#began[i] = now;
    const keeps = before === PHASE.feeding && phase === PHASE.held;
    if (!keeps && this.#slot[i] !== NO_SLOT && (before < 254 || isNew)) this.#giveSlot(i, wasAt, phase, spot);
    const needsShore =
      phase === PHASE.feeding || phase === PHASE.held || (phase === PHASE.landing && (view.grain[spot] as number) > 0);
    const needsWater = phase === PHASE.resting || (phase === PHASE.landing && !needsShore);
    if (this.#slot[i] === NO_SLOT && (needsShore || needsWater)) {
      this.#onShore[i] = needsShore ? 1 : 0;
      this.#slot[i] = (needsShore ? this.#shore : this.#water).take(spot, i);
    }
    const hadPlace = !isNew && this.seen[i] !== SEEN.hidden;
    this.#fromX[i] = hadPlace ? (this.x[i] as number) : spotX(this.#layout, spot);
    this.#fromY[i] = hadPlace ? (this.y[i] as number) : this.#layout.opening.y;
    this.#fromSize[i] = hadPlace ? (this.size[i] as number) : this.#layout.skySize;
    if (phase === PHASE.away || (phase === PHASE.taken && !hadPlace)) this.seen[i] = SEEN.hidden;
    const walks = phase === PHASE.resting || phase === PHASE.feeding || phase === PHASE.held;
    if (walks && hadPlace) {
      this.#findPlace(i);
      this.#errorX[i] = (this.x[i] as number) - this.#place.x;
      this.#errorY[i] = (this.ground[i] as number) - this.#place.y;
      this.#errorS[i] = (this.size[i] as number) - this.#place.size;
    } else {
      this.#errorX[i] = 0;
      this.#errorY[i] = 0;
      this.#errorS[i] = 0;
    }
    if (phase === PHASE.startled) this.#haste[i] = 1;
    if (phase === PHASE.leaving) this.#haste[i] = 0.62;
    if (phase === PHASE.passing && before !== PHASE.passing) {
      this.#level[i] = scatter((view.flock[i] as number) * 13 + Math.floor(view.tick / 40));
    }
    if (phase === PHASE.passing && !hadPlace) {
      this.#asideX[i] = 0;
      this.#asideY[i] = 0;
    }
  }

  #giveSlot(i: number, wasAt: number, phase: number, spot: number): void {
    const staysOnShore = this.#onShore[i] === 1 && (phase === PHASE.feeding || phase === PHASE.held) && wasAt === spot;
    const staysOnWater = this.#onShore[i] === 0 && phase === PHASE.resting && wasAt === spot;
    if (staysOnShore || staysOnWater) return;
    (this.#onShore[i] === 1 ? this.#shore : this.#water).give(wasAt, this.#slot[i] as number);
    this.#slot[i] = NO_SLOT;
  }

  #findPlace(i: number): void {
    const spot = this.#spot[i] as number;
    const slot = Math.max(0, this.#slot[i] as number);
    if (this.#onShore[i] === 1) shorePlace(this.#layout, spot, slot, this.#place);
    else waterPlace(this.#layout, spot, slot, this.#place);
  }

  #move(view: PondView, i: number, phase: number, now: number, seconds: number): void {
    switch (phase) {
      case PHASE.passing:
        this.#pass(view, i, now, seconds);
        return;
      case PHASE.landing:
        this.#land(view, i, now, seconds);
        return;
      case PHASE.resting:
      case PHASE.feeding:
      case PHASE.held:
        this.#stay(i, phase, now, seconds);
        return;
      case PHASE.startled:
        this.#flee(view, i, now, seconds);
        return;
      case PHASE.leaving:
        this.#flee(view, i, now, seconds);
        return;
      case PHASE.taken:
        this.#go(i, now, seconds);
        return;
      default:
        if (this.seen[i] !== SEEN.hidden) this.#flee(view, i, now, seconds);
    }
  }

  #pass(view: PondView, i: number, now: number, seconds: number): void {
    const layout = this.#layout;
    const { opening } = layout;
    const heading = view.heading[i] as number;
    const since = view.since[i] as number;
    const until = view.until[i] as number;
    const t = (now - since) / Math.max(1, until - since);
    const spot = view.spot[i] as number;
    const flock = view.flock[i] as number;
    const size = layout.skySize * (0.74 + 0.36 * scatter(flock * 7 + 3));
    const body = 150 * size;
    vPlace(this.#rank[i] as number, scatter(i * 3 + 1), scatter(i * 5 + 2), this.#v);
    const legX = spotX(layout, spot - heading * (1 - t));
    const share = (legX - opening.x) / opening.width;
    const high = opening.y + opening.height * 0.1 + body * 0.6;
    const low = layout.waterTop - opening.height * 0.16;
    const level = high + (low - high) * (this.#level[i] as number);
    const arch = -opening.height * 0.05 * (1 - (2 * share - 1) * (2 * share - 1));
    const wander = Math.sin(now * 0.045 + i * 1.7) * body * 0.12;
    // Separation pushes a bird aside; it drifts back to its place in the V.
    const back = Math.min(1, seconds * 0.9);
    this.#asideX[i] = (this.#asideX[i] as number) * (1 - back);
    this.#asideY[i] = (this.#asideY[i] as number) * (1 - back);
    const x = legX - heading * this.#v.behind * body * 0.6 + this.#asideX[i];
    const y = level + arch + this.#v.beside * body + wander + this.#asideY[i];
    const climb = (y - (this.y[i] as number)) / Math.max(0.001, seconds);
    this.x[i] = x;
    this.y[i] = y;
    this.ground[i] = layout.waterTop;
    this.size[i] = size;
    this.facing[i] = heading;
    this.alpha[i] = 1;
    this.seen[i] = SEEN.flying;
    this.beat[i] =
      (this.beat[i] as number) + seconds * (2.5 + 0.7 * scatter(i * 11)) + (this.beat[i] === 0 ? scatter(i) : 0);
    this.tilt[i] = clampTilt(heading * climb * 0.0016);
    this.pace[i] = 0;
  }

  #land(view: PondView, i: number, now: number, seconds: number): void {
    const layout = this.#layout;
    const since = view.since[i] as number;
    const t = Math.min(1, Math.max(0, (now - since) / Math.max(1, (view.until[i] as number) - since)));
    this.#findPlace(i);
    const { x: toX, y: toGround, size: toSize } = this.#place;
    const stands = this.#onShore[i] === 1;
    const toY = toGround - (stands ? 55 : 16) * toSize;
    const heading = view.heading[i] as number;
    const fromX = this.#fromX[i] as number;
    const fromY = this.#fromY[i] as number;
    const run = layout.pitch * 2.1;
    const before = this.x[i] as number;
    this.x[i] = hermite(fromX, heading * run, toX, heading * layout.pitch * 0.35, t);
    this.y[i] = hermite(fromY, (toY - fromY) * 0.1, toY, (toY - fromY) * 0.42, t);
    this.size[i] = (this.#fromSize[i] as number) + (toSize - (this.#fromSize[i] as number)) * smooth(t);
    this.ground[i] = t > 0.45 ? toGround : layout.waterTop;
    const dx = this.x[i] - before;
    if (Math.abs(dx) > 0.05) this.#turn(i, Math.sign(dx), seconds, 9);
    this.seen[i] = t < 0.42 ? SEEN.flying : SEEN.gliding;
    this.beat[i] = (this.beat[i] as number) + seconds * (t < 0.42 ? 2.4 : 1);
    this.tilt[i] = (this.facing[i] as number) * (t < 0.8 ? 0.16 * smooth(t * 2) : 0.16 - 0.5 * smooth((t - 0.8) / 0.2));
    this.alpha[i] = 1;
    this.pace[i] = 0;
  }

  #stay(i: number, phase: number, now: number, seconds: number): void {
    this.#findPlace(i);
    const onShore = this.#onShore[i] === 1;
    const far = Math.abs(this.#errorX[i] as number) + Math.abs(this.#errorY[i] as number);
    // Paddling and walking pace: the way is covered evenly, the last steps slower.
    const stride = (onShore ? 62 : 46) * (this.#layout.duckSize / 0.5) * seconds;
    const keep = far < 0.5 ? 0 : Math.max(0, 1 - Math.max(stride / far, seconds * 0.8));
    const dx = -(this.#errorX[i] as number);
    this.#errorX[i] = (this.#errorX[i] as number) * keep;
    this.#errorY[i] = (this.#errorY[i] as number) * keep;
    this.#errorS[i] = (this.#errorS[i] as number) * keep;
    const size = this.#place.size + this.#errorS[i];
    const afloat = !onShore;
    const bob = afloat ? Math.sin(now * 0.09 + i * 2.1) * 1.6 * size : 0;
    const drift = afloat ? Math.sin(now * 0.021 + i * 1.3) * 7 * size : 0;
    const ground = this.#place.y + this.#errorY[i];
    const hop = onShore && far > 3 ? Math.abs(Math.sin(now * 0.9 + i)) * 5 * size : 0;
    this.x[i] = this.#place.x + this.#errorX[i] + drift;
    this.ground[i] = ground;
    this.y[i] = ground - (onShore ? 55 : 16) * size + bob - hop;
    this.size[i] = size;
    this.pace[i] = far < 1 ? 0 : stride / Math.max(0.001, seconds);
    const moves = far > 4;
    const wants = moves ? Math.sign(dx) || 1 : scatter(i * 23 + (this.#spot[i] as number)) > 0.5 ? 1 : -1;
    this.#turn(i, wants, seconds, 6);
    this.tilt[i] = (this.tilt[i] as number) * Math.max(0, 1 - seconds * 8);
    this.alpha[i] = 1;
    this.beat[i] = (this.beat[i] as number) + seconds;
    if (phase === PHASE.held) this.seen[i] = SEEN.held;
    else if (afloat) this.seen[i] = SEEN.afloat;
    else this.seen[i] = phase === PHASE.feeding && !moves ? SEEN.feeding : SEEN.standing;
  }

  #flee(view: PondView, i: number, now: number, seconds: number): void {
    const layout = this.#layout;
    const haste = this.#haste[i] as number;
    const t = (now - (this.#began[i] as number)) * TICK_S;
    const heading = view.heading[i] === 0 ? 1 : (view.heading[i] as number);
    const spread = 0.55 + 0.9 * scatter(i * 41 + 5);
    const rise = layout.opening.height * (0.2 + 0.34 * scatter(i * 29 + 7));
    const wait = haste < 1 ? scatter(i * 3) * 0.5 : scatter(i * 3) * 0.1;
    const k = Math.max(0, t - wait) * haste;
    const x = (this.#fromX[i] as number) + heading * spread * layout.pitch * (0.5 * k + 1.5 * k * k);
    const y = (this.#fromY[i] as number) - rise * Math.min(2.2, burst(k)) - Math.sin(k * 9 + i) * 4 * haste;
    this.x[i] = x;
    this.y[i] = y;
    const to = layout.skySize;
    this.size[i] = (this.#fromSize[i] as number) + (to - (this.#fromSize[i] as number)) * smooth(k * 0.8);
    this.ground[i] = k < 0.35 ? (this.ground[i] as number) : layout.waterTop;
    this.#turn(i, heading, seconds, 16);
    const rises = haste < 1 ? 0.22 : 0.5;
    if (k > 0) this.seen[i] = k < rises ? SEEN.rising : SEEN.flying;
    this.beat[i] =
      k > 0 && k < rises ? Math.min(0.99, 0.16 + k / rises) : (this.beat[i] as number) + seconds * (4.6 * haste + 0.6);
    this.tilt[i] = -heading * 0.3 * (1 - smooth(k - 0.5));
    this.alpha[i] = 1;
    const { opening } = layout;
    const out = x < opening.x - 60 || x > opening.x + opening.width + 60 || y < opening.y - 60;
    if (out || t > 4) {
      this.seen[i] = SEEN.hidden;
      this.alpha[i] = 0;
      if (this.#slot[i] !== NO_SLOT) this.#giveSlot(i, this.#spot[i] as number, PHASE.away, -1);
    }
  }

  #go(i: number, now: number, seconds: number): void {
    if (this.seen[i] === SEEN.hidden) return;
    const t = (now - (this.#began[i] as number)) * TICK_S;
    const fromX = this.#fromX[i] as number;
    const fromY = this.#fromY[i] as number;
    if (this.#shot[i] === 1) {
      // Struck, it is flung up a little, turns over and falls; then the rod draws it off.
      const fall = Math.min(1, t / 0.62);
      const lie = Math.max(0, t - 0.62);
      const size = this.#fromSize[i] as number;
      this.x[i] = fromX + (this.facing[i] as number) * 26 * size * fall;
      this.y[i] = fromY - 120 * size * 4 * fall * (1 - fall) + 34 * size * fall * fall;
      this.tilt[i] = (this.facing[i] as number) * (fall < 1 ? -0.4 - 2.6 * fall : -3);
      this.seen[i] = SEEN.falling;
      this.alpha[i] = Math.max(0, 1 - Math.max(0, lie - 0.7) / 0.7);
      if (t > FALL_S) this.seen[i] = SEEN.hidden;
      return;
    }
    const k = Math.min(1, t / CARRY_S);
    const s = smooth(k);
    this.x[i] = fromX + (this.basket.x - fromX) * s;
    this.y[i] = fromY + (this.basket.y - fromY) * s - Math.sin(k * Math.PI) * 60 * (this.#fromSize[i] as number);
    this.size[i] = (this.#fromSize[i] as number) * (1 - 0.35 * s);
    this.tilt[i] = (this.facing[i] as number) * 0.3 * Math.sin(k * Math.PI);
    this.ground[i] = this.#layout.hostFeet - 1;
    this.seen[i] = SEEN.carried;
    this.beat[i] = (this.beat[i] as number) + seconds;
    this.alpha[i] = k < 0.85 ? 1 : 1 - (k - 0.85) / 0.15;
    if (k >= 1) this.seen[i] = SEEN.hidden;
  }

  #turn(i: number, towards: number, seconds: number, quick: number): void {
    const facing = this.facing[i] as number;
    const step = seconds * quick;
    this.facing[i] = towards > 0 ? Math.min(1, facing + step) : Math.max(-1, facing - step);
  }
}

function clampTilt(value: number): number {
  return value > 0.35 ? 0.35 : value < -0.35 ? -0.35 : value;
}
