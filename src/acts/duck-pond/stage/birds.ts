/**
 * Draws the flock: small birds as one sprite each from the flip-book, near ones as jointed puppets out of a pool.
 * Sprites are made once; a frame only moves them.
 */
import type * as Phaser from 'phaser';
import duckRig from '../../../../assets/puppets/duck/rig.json' with { type: 'json' };
import {
  duckCarried,
  duckFeed,
  duckFly,
  duckGlide,
  duckHeld,
  duckRest,
  duckStartle,
  duckSwim,
} from '../../../stage/rig/poses/duck.ts';
import { readRig, type Pose, type RigSource } from '../../../stage/rig/rig.ts';
import type { Puppet } from '../../../stage/puppet/puppet.ts';
import { DEPTH, type Stage } from '../../../stage/stage.ts';
import type { PondView } from '../rules/state.ts';
import { SEEN } from './bird-arrays.ts';
import type { Flock } from './flock.ts';
import { FLIP, framesOf, type Flipbook } from './flipbook.ts';
import type { PondLayout } from './pond-layout.ts';

const DYES = ['drake', 'hen', 'teal'] as const;
/** Birds whose body is longer than this on the screen are jointed puppets, up to the pool's size. */
const PUPPET_FROM_PX = 44;
/** In a crowd that the pool could not serve, only the biggest: two kinds side by side would show. */
const PUPPET_FROM_PX_IN_CROWD = 66;
const CROWD = 90;
const DUCK_UNITS = 165;
const PUPPETS = 48;
const NONE = -1;

export class Birds {
  readonly #sprites: Phaser.GameObjects.Image[] = [];
  readonly #frame: Int16Array;
  readonly #books: readonly Flipbook[];
  readonly #puppets: Puppet[] = [];
  readonly #puppetOf: Int16Array;
  readonly #holder = new Int32Array(PUPPETS).fill(NONE);
  readonly #depth: Float32Array;
  #drawn = 0;
  #waterTop = 0;

  constructor(stage: Stage, view: PondView) {
    const n = view.phase.length;
    const { puppets, scene } = stage;
    this.#books = DYES.map((dye) => framesOf(puppets.sheet, dye));
    this.#frame = new Int16Array(n).fill(NONE);
    this.#puppetOf = new Int16Array(n).fill(NONE);
    this.#depth = new Float32Array(n).fill(NONE);
    for (let i = 0; i < n; i++) {
      const book = this.#books[view.dye[i] as number] ?? this.#books[0];
      const first = book?.[0];
      if (!first) throw new Error('the flip-book of the flock is empty');
      this.#sprites.push(
        scene.add.image(0, 0, first.texture, first.name).setOrigin(first.originX, first.originY).setVisible(false),
      );
    }
    const rig = readRig(duckRig as unknown as RigSource);
    for (let k = 0; k < Math.min(PUPPETS, n); k++) this.#puppets.push(puppets.puppet(rig, 'drake'));
  }

  /** Sprites seen in the last frame. */
  get drawn(): number {
    return this.#drawn;
  }

  draw(view: PondView, flock: Flock, layout: PondLayout): void {
    this.#drawn = 0;
    this.#waterTop = layout.waterTop;
    for (let i = 0; i < flock.count; i++) {
      const seen = flock.seen[i] as number;
      const sprite = this.#sprites[i];
      if (!sprite) continue;
      if (seen === SEEN.hidden) {
        if (sprite.visible) sprite.setVisible(false);
        this.#release(i);
        continue;
      }
      if (this.#wantsPuppet(i, seen, flock) && this.#drawPuppet(view, i, seen, flock, layout)) {
        if (sprite.visible) sprite.setVisible(false);
        continue;
      }
      this.#release(i);
      this.#drawSprite(view, i, seen, flock, sprite, layout);
    }
  }

  destroy(): void {
    for (const sprite of this.#sprites) sprite.destroy();
    for (const puppet of this.#puppets) puppet.destroy();
  }

  #wantsPuppet(i: number, seen: number, flock: Flock): boolean {
    if (seen === SEEN.flying) return false;
    const length = (flock.size[i] as number) * DUCK_UNITS;
    const from = flock.count > CROWD ? PUPPET_FROM_PX_IN_CROWD : PUPPET_FROM_PX;
    return length >= (this.#puppetOf[i] === NONE ? from : from * 0.92);
  }

  #release(i: number): void {
    const k = this.#puppetOf[i] as number;
    if (k === NONE) return;
    this.#puppets[k]?.hide();
    this.#holder[k] = NONE;
    this.#puppetOf[i] = NONE;
  }

  #drawPuppet(view: PondView, i: number, seen: number, flock: Flock, layout: PondLayout): boolean {
    let k = this.#puppetOf[i] as number;
    if (k === NONE) {
      k = this.#holder.subarray(0, this.#puppets.length).indexOf(NONE);
      if (k < 0) return false;
      this.#holder[k] = i;
      this.#puppetOf[i] = k;
      this.#puppets[k]?.setDye(DYES[view.dye[i] as number] ?? 'drake');
    }
    const puppet = this.#puppets[k];
    if (!puppet) return false;
    const t = (flock.beat[i] as number) + i * 0.37;
    const pose = poseOf(seen, t, flock.beat[i] as number);
    const facing = flock.facing[i] as number;
    const tilt = ((flock.tilt[i] as number) * 180) / Math.PI;
    const turned: Pose = { ...pose, rotation: pose.rotation + Math.sign(facing || 1) * tilt };
    const size = flock.size[i] as number;
    puppet.show(
      turned,
      flock.x[i] as number,
      flock.y[i] as number,
      size,
      facing < 0,
      this.#depthOf(i, seen, flock, layout),
      flock.alpha[i],
    );
    this.#drawn += puppet.parts;
    return true;
  }

  #drawSprite(
    view: PondView,
    i: number,
    seen: number,
    flock: Flock,
    sprite: Phaser.GameObjects.Image,
    layout: PondLayout,
  ): void {
    const book = this.#books[view.dye[i] as number];
    const frame = frameOf(seen, i, flock.beat[i] as number);
    const picture = book?.[frame];
    if (!picture) return;
    if (frame !== this.#frame[i]) {
      this.#frame[i] = frame;
      sprite.setFrame(picture.name, true, false);
      sprite.setOrigin(picture.originX, picture.originY);
    }
    if (!sprite.visible) sprite.setVisible(true);
    const facing = flock.facing[i] as number;
    const k = (flock.size[i] as number) * picture.per;
    sprite.x = flock.x[i] as number;
    sprite.y = flock.y[i] as number;
    sprite.scaleX = facing < 0 ? -k * Math.max(0.5, -facing) : k * Math.max(0.5, facing);
    sprite.scaleY = k;
    sprite.rotation = flock.tilt[i] as number;
    const alpha = flock.alpha[i] as number;
    if (sprite.alpha !== alpha) sprite.setAlpha(alpha);
    const depth = this.#depthOf(i, seen, flock, layout);
    if (Math.abs(depth - (this.#depth[i] as number)) >= 1) {
      this.#depth[i] = depth;
      sprite.setDepth(depth);
    }
    this.#drawn++;
  }

  #depthOf(i: number, seen: number, flock: Flock, layout: PondLayout): number {
    const ground = flock.ground[i] as number;
    if (seen === SEEN.carried) return DEPTH.host + 40;
    // In the air it flies behind the water's edge only while it is above it.
    if (seen === SEEN.flying && (flock.y[i] as number) < this.#waterTop - 40 * (flock.size[i] as number))
      return DEPTH.flock + (i & 7);
    if (ground <= this.#waterTop + 1) return DEPTH.swimming + (i & 7);
    if (ground < layout.sandTop) return DEPTH.swimming + Math.round(ground - layout.waterTop);
    return DEPTH.feeding + Math.round((ground - layout.sandTop) * 2);
  }
}

function poseOf(seen: number, t: number, beat: number): Pose {
  switch (seen) {
    case SEEN.gliding:
      return duckGlide(t);
    case SEEN.feeding:
      return duckFeed(t);
    case SEEN.held:
      return duckHeld(t);
    case SEEN.rising:
      return duckStartle(beat);
    case SEEN.falling:
      return duckStartle(0.7);
    case SEEN.carried:
      return duckCarried(t);
    case SEEN.flying:
      return duckFly(t % 1);
    case SEEN.afloat:
      return duckSwim(t);
    default:
      return duckRest(t);
  }
}

function frameOf(seen: number, i: number, beat: number): number {
  const t = beat + i * 0.37;
  switch (seen) {
    case SEEN.flying: {
      // Now and then a bird rests on spread wings for part of a beat.
      const glides = ((Math.floor(beat / 5) + i) & 3) === 0 && beat % 5 > 4.1;
      return glides ? FLIP.fly + 1 : FLIP.fly + (Math.floor(t * 8) & 7);
    }
    case SEEN.gliding:
      return FLIP.glide + (Math.floor(t * 4) & 1);
    case SEEN.afloat:
      return FLIP.swim + (t % 3.7 > 2.4 ? 1 : 0);
    case SEEN.feeding: {
      const round = t % 2.8;
      if (round > 2.1) return FLIP.feed + (round > 2.45 ? 3 : 2);
      return FLIP.feed + (Math.floor(round * 4.2) & 1);
    }
    case SEEN.held: {
      const round = t % 2.4;
      if (round < 1.3) return FLIP.held + (Math.floor(round * 7) & 1);
      return FLIP.held + (round > 1.6 && round < 2.1 ? 3 : 2);
    }
    case SEEN.rising:
      return FLIP.startle + Math.min(3, Math.floor(beat * 4));
    case SEEN.falling:
      return FLIP.startle + 2;
    default:
      return FLIP.rest + (t % 4.1 > 2.9 ? 1 : 0);
  }
}
