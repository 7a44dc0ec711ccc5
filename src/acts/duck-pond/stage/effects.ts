/** What flies when something happens: grain in arcs, a bolt, feathers, splashes, drops of glue, calls and frights. */
import type * as Phaser from 'phaser';
import { Particles } from '../../../stage/effects/particles.ts';
import { DEPTH, type Stage } from '../../../stage/stage.ts';
import type { PondLayout } from './pond-layout.ts';

const KERNELS = 30;
/** Small things in the air at once. */
const MOST = 150;
/** A thin ring, painted once: the drawn ripple is made for small ones. */
const FEAR_RING = 'pond-fear-ring';
/** Seconds of a bolt's flight. */
const BOLT_S = 0.15;

interface Point {
  readonly x: number;
  readonly y: number;
}

export class Effects {
  readonly particles: Particles;
  readonly #stage: Stage;
  readonly #bolt: Phaser.GameObjects.Image;
  #layout: PondLayout;
  #boltS = BOLT_S;
  #hasRing = false;
  #from: Point = { x: 0, y: 0 };
  #to: Point = { x: 0, y: 0 };

  constructor(stage: Stage, layout: PondLayout) {
    this.#stage = stage;
    this.#layout = layout;
    this.particles = new Particles(stage, MOST);
    this.#bolt = stage.puppets.sprite('pond/bolt', 0, 0, layout.hostSize, DEPTH.effects).setVisible(false);
  }

  relayOut(layout: PondLayout): void {
    this.#layout = layout;
  }

  update(seconds: number): void {
    this.particles.update(seconds);
    if (this.#boltS >= BOLT_S) return;
    this.#boltS += seconds;
    const t = Math.min(1, this.#boltS / BOLT_S);
    this.#bolt.setVisible(t < 1);
    this.#bolt.setPosition(
      this.#from.x + (this.#to.x - this.#from.x) * t,
      this.#from.y + (this.#to.y - this.#from.y) * t,
    );
  }

  destroy(): void {
    this.particles.destroy();
    this.#bolt.destroy();
  }

  /** Grain leaves the hand in arcs and comes to lie on the ground. */
  throwGrain(hand: Point, ground: Point): void {
    const k = this.#layout.hostSize * 1.15;
    for (let n = 0; n < KERNELS; n++) {
      const life = 0.42 + 0.34 * chance();
      const toX = ground.x + (chance() - 0.5) * this.#layout.pitch * 0.56;
      const toY = ground.y + (chance() - 0.5) * 16 * k;
      const gravity = 1500 * k;
      this.particles.add({
        piece: `pond/kernel-${1 + (n % 3)}`,
        x: hand.x + (chance() - 0.5) * 14 * k,
        y: hand.y + (chance() - 0.5) * 14 * k,
        vx: (toX - hand.x) / life,
        vy: (toY - hand.y) / life - 0.5 * gravity * life,
        gravity,
        life: life + 0.5 + 0.5 * chance(),
        delay: 0.05 * chance(),
        size: k * (0.85 + 0.4 * chance()),
        spin: (chance() - 0.5) * 16,
        turn: chance() * 6,
        depth: DEPTH.effects,
        floor: toY,
      });
    }
  }

  looseBolt(from: Point, to: Point): void {
    this.#from = from;
    this.#to = to;
    this.#boltS = 0;
    this.#bolt.setVisible(true).setPosition(from.x, from.y);
    this.#bolt.setScale(this.#layout.hostSize);
    this.#bolt.rotation = Math.atan2(to.y - from.y, to.x - from.x);
  }

  puffFeathers(at: Point, dye: number, count = 9): void {
    const k = this.#layout.duckSize;
    for (let n = 0; n < count; n++) {
      const angle = chance() * Math.PI * 2;
      const speed = (90 + 200 * chance()) * k;
      this.particles.add({
        piece: `pond/feather-${dye + 1}`,
        x: at.x,
        y: at.y,
        vx: Math.cos(angle) * speed,
        vy: Math.sin(angle) * speed - 70 * k,
        gravity: 90 * k,
        drag: 2.2,
        life: 1.3 + chance(),
        delay: BOLT_S,
        size: k * (0.5 + 0.4 * chance()),
        spin: (chance() - 0.5) * 4,
        turn: chance() * 6,
        depth: DEPTH.effects + 1,
      });
    }
  }

  splash(at: Point, strength: number, delay = 0): void {
    const k = this.#layout.duckSize * strength;
    this.particles.add({
      piece: 'pond/splash',
      x: at.x,
      y: at.y,
      vy: -60 * k,
      gravity: 160 * k,
      life: 0.5,
      delay,
      size: k * 1.7,
      grow: 1.5,
      depth: DEPTH.shore - 40,
    });
    this.ring(at, strength, delay);
    this.ring(at, strength * 1.5, delay + 0.14);
  }

  /** A ring that widens on the water. */
  ring(at: Point, strength: number, delay = 0): void {
    this.particles.add({
      piece: 'pond/ripple',
      x: at.x,
      y: at.y,
      life: 1.1,
      delay,
      size: this.#layout.duckSize * strength * 0.6,
      grow: 3,
      alpha: 0.75,
      depth: DEPTH.water + 8,
    });
  }

  /** Fear goes out from a shot in thin rings over the water, as far as it carries. */
  spreadFear(at: Point, spots: number): void {
    this.#paintRing();
    const { waterTop, sandTop, pitch } = this.#layout;
    const width = Math.max(1, spots) * 2 * pitch;
    const flat = Math.min(0.24, ((sandTop - waterTop) * 1.1) / width);
    for (let n = 0; n < 3; n++) {
      this.particles.add({
        piece: FEAR_RING,
        x: at.x,
        y: at.y,
        life: 0.8 + n * 0.16,
        delay: BOLT_S + n * 0.1,
        size: (pitch * 0.3) / 512,
        grow: width / (pitch * 0.3),
        flat,
        alpha: 0.6 - n * 0.14,
        depth: DEPTH.water + 7,
      });
    }
  }

  /** Only a shot needs the ring: who scatters grain never waits for it. */
  #paintRing(): void {
    if (this.#hasRing) return;
    this.#hasRing = true;
    this.#stage.painter.paint(
      FEAR_RING,
      512,
      512,
      (context) => {
        context.strokeStyle = 'rgba(64, 28, 44, 0.85)';
        context.lineWidth = 5;
        context.beginPath();
        context.arc(256, 256, 250, 0, Math.PI * 2);
        context.stroke();
      },
      1,
    );
  }

  fright(at: Point): void {
    this.particles.add({
      piece: 'pond/fear',
      x: at.x,
      y: at.y,
      vy: -30,
      life: 0.6,
      delay: 0.08 * chance(),
      size: this.#layout.duckSize * 1.1,
      grow: 1.25,
      depth: DEPTH.effects,
    });
  }

  call(at: Point, facesLeft: boolean): void {
    this.particles.add({
      piece: 'pond/call',
      x: at.x,
      y: at.y,
      vx: facesLeft ? -14 : 14,
      vy: -10,
      life: 0.7,
      size: this.#layout.duckSize * 0.62,
      grow: 1.4,
      turn: facesLeft ? Math.PI + 0.5 : -0.5,
      alpha: 0.7,
      depth: DEPTH.effects,
    });
  }

  dripGlue(brush: Point, ground: Point): void {
    for (let n = 0; n < 7; n++) {
      this.particles.add({
        piece: 'pond/glue-drop',
        x: brush.x + (ground.x - brush.x) * (n / 7),
        y: brush.y,
        vx: (chance() - 0.5) * 60,
        vy: -60 - 60 * chance(),
        gravity: 700,
        life: 0.55,
        delay: 0.06 * n,
        size: this.#layout.hostSize * 1.3,
        depth: DEPTH.effects,
        floor: ground.y + 4,
      });
    }
  }

  flare(at: Point, size: number, strength: number): void {
    this.#stage.lamp.flare(at.x, at.y, size, strength);
  }
}

/** Chance of the eye only: nothing that happens depends on it. */
function chance(): number {
  return Math.random();
}
