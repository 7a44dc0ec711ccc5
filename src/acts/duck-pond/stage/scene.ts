/** The pond on the stage: joins what stands, what flies and what answers, and draws the state frame by frame. */
import type { ActScene, Frame, Pointing } from '../../../stage/act-stage.ts';
import type { Control } from '../../../kernel/act.ts';
import type { Box, StageLayout } from '../../../stage/layout/stage-layout.ts';
import type { Stage } from '../../../stage/stage.ts';
import { steadiness } from '../rules/crossbow.ts';
import type { PondHappening } from '../rules/happenings.ts';
import type { PondIntent } from '../rules/intents.ts';
import { SPOTS } from '../rules/intents.ts';
import { PHASE, type PondState } from '../rules/state.ts';
import { Backdrop } from './backdrop.ts';
import { Birds } from './birds.ts';
import { Effects } from './effects.ts';
import { Flock } from './flock.ts';
import { HostFigure, THROW_AT } from './host-figure.ts';
import { lightOf, readHour, type Hour } from './hour.ts';
import { Moon } from './moon.ts';
import { layOutPond, spotBox, type PondLayout } from './pond-layout.ts';
import { Rods } from './rods.ts';
import { ShoreThings } from './shore-things.ts';

/** A fright of this many birds makes the host despair. */
const MASS_FLIGHT = 6;
/** Seconds of the throw until grain leaves the hand. */
const THROW_S = 0.7 * THROW_AT;
const LAND_RING_LIMIT = 6;

export class PondScene implements ActScene<PondState, PondHappening> {
  readonly #stage: Stage;
  readonly #state: PondState;
  #layout: PondLayout;
  #backdrop: Backdrop;
  #moon: Moon;
  #shore: ShoreThings;
  readonly #flock: Flock;
  readonly #birds: Birds;
  readonly #host: HostFigure;
  readonly #effects: Effects;
  readonly #rods: Rods;
  readonly #hour: Hour = { evening: 0, night: 0, season: 0 };
  readonly #point = { x: 0, y: 0 };
  readonly #throws: { at: number; inS: number }[] = [];
  #callS = 0;
  #caller = 0;
  #pointing: Pointing = { hovered: null, focused: null, scanned: null };

  constructor(stage: Stage, state: PondState) {
    this.#stage = stage;
    this.#state = state;
    this.#layout = layOutPond(stage.layout, state.phase.length);
    this.#backdrop = new Backdrop(stage, this.#layout);
    this.#moon = new Moon(stage, this.#layout);
    this.#shore = new ShoreThings(stage, this.#layout);
    this.#flock = new Flock(state, this.#layout);
    this.#birds = new Birds(stage, state);
    this.#host = new HostFigure(stage, this.#layout);
    this.#effects = new Effects(stage, this.#layout);
    this.#rods = new Rods(stage, state.phase.length);
  }

  draw({ state, between, playMs, wallMs, calm }: Frame<PondState>): void {
    const seconds = playMs / 1000;
    const now = state.tick + (playMs === 0 && state.tick === 0 ? 0 : between);
    readHour(state, between, this.#hour);
    const light = lightOf(this.#hour);
    this.#stage.lamp.setHour(light);
    const idleMs = playMs === 0 ? 0 : wallMs;
    this.#backdrop.update(this.#hour, idleMs, calm);
    this.#moon.update(this.#hour);
    this.#shore.update(state, steadiness(state), wallMs, calm);
    this.#host.update(state, seconds);
    this.#host.find('basket', 0, 10, this.#flock.basket);
    this.#flock.update(state, now, seconds);
    this.#birds.draw(state, this.#flock, this.#layout);
    this.#rods.update(this.#flock, this.#host, this.#layout);
    this.#throwWhenReady(seconds);
    this.#callNow(state, seconds);
    this.#effects.update(seconds);
  }

  happened(happened: readonly PondHappening[]): void {
    let rings = 0;
    for (const each of happened) {
      if (each.what === 'land' && ++rings > LAND_RING_LIMIT) continue;
      this.#answer(each);
    }
  }

  asked(control: Control): void {
    const intent = control.intent as PondIntent;
    if (intent.do === 'use') {
      this.#shore.press(intent.at);
      const at = this.#shore.ground(intent.at);
      this.#effects.flare(at, this.#layout.pitch * 1.3, 0.22);
      if (this.#state.tool === 'bolt' && this.#state.aimAt !== intent.at && control.enabled)
        this.#host.begin('aim', intent.at);
    } else if (intent.do === 'take')
      this.#effects.flare(
        { x: this.#host.x, y: this.#layout.hostFeet - 250 * this.#layout.hostSize },
        this.#layout.pitch * 1.6,
        0.2,
      );
  }

  place(controlId: string): Box | null {
    if (!controlId.startsWith('spot-')) return null;
    const at = Number(controlId.slice('spot-'.length));
    return at >= 0 && at < SPOTS ? spotBox(this.#layout, at) : null;
  }

  point(pointing: Pointing): void {
    this.#pointing = pointing;
    this.#shore.point(pointing);
  }

  resize(stageLayout: StageLayout): void {
    const layout = layOutPond(stageLayout, this.#state.phase.length);
    if (sameLayout(layout, this.#layout)) return;
    this.#layout = layout;
    this.#backdrop.destroy();
    this.#moon.destroy();
    this.#shore.destroy();
    this.#backdrop = new Backdrop(this.#stage, layout);
    this.#moon = new Moon(this.#stage, layout);
    this.#shore = new ShoreThings(this.#stage, layout);
    this.#shore.point(this.#pointing);
    this.#flock.relayOut(layout);
    this.#host.relayOut(layout);
    this.#effects.relayOut(layout);
  }

  close(): void {
    this.#backdrop.destroy();
    this.#moon.destroy();
    this.#shore.destroy();
    this.#birds.destroy();
    this.#rods.destroy();
    this.#host.destroy();
    this.#effects.destroy();
  }

  counts(): Readonly<Record<string, number>> {
    return { birds: this.#flock.count, birdSprites: this.#birds.drawn, particles: this.#effects.particles.live };
  }

  #answer(each: PondHappening): void {
    const { pitch, duckSize } = this.#layout;
    switch (each.what) {
      case 'scatter':
        this.#host.begin('throw', each.at);
        this.#throws.push({ at: each.at, inS: THROW_S });
        return;
      case 'glue': {
        this.#host.begin('paint', each.at);
        const ground = this.#shore.ground(each.at);
        this.#effects.dripGlue({ x: ground.x - pitch * 0.3, y: ground.y - 30 * duckSize }, ground);
        this.#effects.flare(ground, pitch * 1.2, 0.3);
        return;
      }
      case 'aim':
        this.#host.begin('aim', each.at);
        return;
      case 'loose':
        this.#loose(each.at);
        return;
      case 'hit': {
        const at = this.#birdAt(each.duck);
        this.#flock.markShot(each.duck);
        this.#effects.puffFeathers(at, this.#state.dye[each.duck] as number);
        this.#effects.flare(at, pitch * 1.5, 0.5);
        this.#effects.splash({ x: at.x, y: at.y + 30 * duckSize }, 0.8, 0.75);
        this.#stage.holdBreath(90);
        return;
      }
      case 'miss': {
        const box = spotBox(this.#layout, each.at);
        this.#effects.splash(
          { x: box.x + box.width / 2, y: this.#layout.sandTop - (this.#layout.sandTop - this.#layout.waterTop) * 0.35 },
          1.3,
          0.14,
        );
        return;
      }
      case 'startle':
        this.#startle(each.at, each.count);
        return;
      case 'land': {
        const phase = this.#state.phase[each.duck];
        if (phase === PHASE.landing && (this.#state.grain[each.at] as number) === 0) this.#ringUnder(each.at);
        return;
      }
      case 'held': {
        const at = this.#birdAt(each.duck);
        this.#effects.flare({ x: at.x, y: at.y }, pitch * 0.7, 0.34);
        this.#effects.fright({ x: at.x, y: at.y - 60 * duckSize });
        return;
      }
      case 'gather':
        this.#effects.flare({ x: this.#host.x, y: this.#layout.hostFeet - 160 * this.#layout.hostSize }, pitch, 0.4);
        return;
      case 'over':
        this.#host.begin(each.yours > 0 ? 'salute' : 'dismay');
        return;
      // The rest is seen in the birds, the hour and the gauges themselves.
      case 'evening':
      case 'night':
      case 'pass':
      case 'shun':
      case 'feed':
      case 'leave':
      case 'tear':
      case 'walk':
      case 'take':
      case 'refused':
      case 'lost':
    }
  }

  #loose(at: number): void {
    this.#host.find('crossbow', 120, 0, this.#point);
    const box = spotBox(this.#layout, at);
    const from = { x: this.#point.x, y: this.#point.y };
    const to = {
      x: box.x + box.width / 2,
      y: this.#layout.sandTop - (this.#layout.sandTop - this.#layout.waterTop) * 0.3,
    };
    this.#host.begin('loose', at);
    this.#effects.looseBolt(from, to);
    this.#effects.flare(from, this.#layout.pitch, 0.5);
    this.#effects.spreadFear(to, this.#state.parameters.fearReach + 1);
    this.#stage.shake(4);
    this.#stage.holdBreath(60);
  }

  #startle(at: number, count: number): void {
    const box = spotBox(this.#layout, at);
    const { duckSize } = this.#layout;
    for (let n = 0; n < Math.min(4, count); n++) {
      this.#effects.fright({ x: box.x + box.width * (0.2 + 0.2 * n), y: this.#layout.frontRow - 110 * duckSize });
    }
    this.#effects.puffFeathers({ x: box.x + box.width / 2, y: this.#layout.sandTop }, at % 3, Math.min(5, count));
    if (count >= MASS_FLIGHT) {
      this.#host.begin('dismay', at);
      this.#stage.holdBreath(110);
    }
  }

  #birdAt(duck: number): { x: number; y: number } {
    return { x: this.#flock.x[duck] as number, y: this.#flock.y[duck] as number };
  }

  #ringUnder(at: number): void {
    const box = spotBox(this.#layout, at);
    this.#effects.ring(
      {
        x: box.x + box.width * (0.3 + 0.4 * Math.random()),
        y: this.#layout.waterTop + (this.#layout.sandTop - this.#layout.waterTop) * 0.6,
      },
      0.9,
      1.1,
    );
  }

  /** Grain leaves the hand when the throw has come that far. */
  #throwWhenReady(seconds: number): void {
    for (let n = this.#throws.length - 1; n >= 0; n--) {
      const each = this.#throws[n];
      if (!each) continue;
      each.inS -= seconds;
      if (each.inS > 0) continue;
      this.#throws.splice(n, 1);
      this.#host.find('hand', 10, 40, this.#point);
      this.#effects.throwGrain({ x: this.#point.x, y: this.#point.y }, this.#shore.ground(each.at));
    }
  }

  /** Birds that are held or feed call the others down; one of them is seen calling now and then. */
  #callNow(state: PondState, seconds: number): void {
    this.#callS -= seconds;
    if (this.#callS > 0) return;
    this.#callS = 0.6;
    const n = this.#flock.count;
    for (let step = 1; step <= Math.min(n, 40); step++) {
      const i = (this.#caller + step * 7) % n;
      const phase = state.phase[i];
      if (phase !== PHASE.held && phase !== PHASE.feeding) continue;
      this.#caller = i;
      const left = (this.#flock.facing[i] as number) < 0;
      const size = this.#flock.size[i] as number;
      this.#effects.call(
        { x: (this.#flock.x[i] as number) + (left ? -70 : 70) * size, y: (this.#flock.y[i] as number) - 60 * size },
        left,
      );
      return;
    }
  }
}

function sameLayout(a: PondLayout, b: PondLayout): boolean {
  return (
    a.opening.x === b.opening.x &&
    a.opening.y === b.opening.y &&
    a.opening.width === b.opening.width &&
    a.opening.height === b.opening.height
  );
}
