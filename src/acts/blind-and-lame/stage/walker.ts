/**
 * Who walks: the blind man alone, or the pair. One jointed figure; what it does follows the view, its legs follow the
 * way gone, and each doing goes over into the next by a short settle, so that nothing snaps.
 */
import pairRig from '../../../../assets/puppets/pair/rig.json' with { type: 'json' };
import { mixPoses, settle } from '../../../stage/rig/blend.ts';
import { readRig, type Pose, type RigSource } from '../../../stage/rig/rig.ts';
import type { Puppet } from '../../../stage/puppet/puppet.ts';
import type { Stage } from '../../../stage/stage.ts';
import type { Direction } from '../rules/intents.ts';
import type { CommonView } from '../rules/views.ts';
import { poseOfBlind } from './blind-doing.ts';
import { BLIND_GROPE_STRIDE, BLIND_STRIDE } from './blind-poses.ts';
import { depthOn } from './depth.ts';
import { hasArrived } from './hour.ts';
import { PAIR_GROPE_STRIDE, PAIR_STRIDE } from './pair-poses.ts';
import { poseOfPair, type Bearing } from './pair-doing.ts';
import { CELL, type Framing } from './road-layout.ts';
import type { Way } from './stride.ts';

const RIG = readRig(pairRig as unknown as RigSource);
const BLEND_S = 0.16;
/** Seconds in which the map is taken out, and in which a word is said. */
const LOOKS_S = 0.8;
const CALLS_S = 0.6;
const BUMPS_S = 0.5;
/** Units a second at which he goes on into the dark, and after which nothing of him is seen. */
const GOES_OFF = 230;
const FADES_AFTER = 440;
/** The staff's tip, in units below its grip. */
const STAFF_TIP = 315;

export class Walker {
  readonly #stage: Stage;
  /** Made while somebody walks; on his stone the lame man has a figure of his own. */
  #puppet: Puppet | null = null;
  /** Everything that a pose is chosen by; written over each frame. */
  readonly #bearing: { -readonly [Key in keyof Bearing]: Bearing[Key] } = {
    doing: 'stand',
    facing: 'ahead',
    share: 0,
    gone: 0,
    strides: 0,
    gropes: 0,
    s: 0,
    rise: 60,
    calls: -1,
    word: 'ahead',
    bumps: -1,
    looks: 0,
    over: -1,
    goneOff: 0,
    arrived: false,
  };
  #isPair = false;
  #key = '';
  #last: Pose | null = null;
  #from: Pose | null = null;
  #blendS = BLEND_S;
  #column = Number.NaN;
  #lane = 0;
  #lean = 0;
  readonly #point = { x: 0, y: 0 };

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  get parts(): number {
    return this.#puppet?.parts ?? 0;
  }

  get puppet(): Puppet {
    this.#puppet ??= this.#stage.puppets.puppet(RIG, 'plain');
    return this.#puppet;
  }

  /** A word is said: he points. */
  call(word: Direction): void {
    this.#bearing.word = word;
    this.#bearing.calls = 0;
  }

  /** The staff has struck what is closed. */
  bump(): void {
    this.#bearing.bumps = 0;
  }

  /** Leans towards what was asked for, before the rules have answered. */
  lean(to: Direction): void {
    this.#lean = to === 'back' ? -1 : 1;
  }

  /** The passage is over. */
  end(arrived: boolean): void {
    this.#bearing.over = 0;
    this.#bearing.arrived = arrived;
  }

  /** A passage begins: everything from its beginning. */
  begin(): void {
    this.#bearing.over = -1;
    this.#bearing.calls = -1;
    this.#bearing.looks = 0;
    this.#last = null;
    this.#from = null;
    this.#column = Number.NaN;
  }

  /** `at`: the ground under the feet on the screen. `seconds` of play, `wallS` on the wall. */
  update(
    view: CommonView,
    way: Way,
    isPair: boolean,
    framing: Framing,
    at: { readonly x: number; readonly y: number },
    alpha: number,
    seconds: number,
    wallS: number,
    calm: boolean,
  ): void {
    const b = this.#bearing;
    const { unit } = framing;
    b.doing = view.doing;
    b.facing = view.facing;
    b.share = way.share;
    b.gone = way.gone;
    b.rise = (CELL.lane * framing.cell) / unit;
    if (!calm) b.s += seconds;
    if (b.calls >= 0) b.calls = b.calls + seconds / CALLS_S >= 1 ? -1 : b.calls + seconds / CALLS_S;
    if (b.bumps >= 0) b.bumps = b.bumps + seconds / BUMPS_S >= 1 ? -1 : b.bumps + seconds / BUMPS_S;
    if (view.isOver && b.over < 0) this.end(hasArrived(view));
    if (b.over >= 0) b.over += wallS;
    const isGoing = b.over >= 0 && b.arrived && !isPair && !calm;
    b.goneOff = isGoing ? b.over * GOES_OFF : 0;
    const looks = view.eyes === 'blind' ? 0 : 1;
    b.looks = looks === 1 ? Math.min(1, b.looks + wallS / LOOKS_S) : 0;
    // The legs turn by the way gone, forward or back.
    const isPlaced = !Number.isNaN(this.#column);
    const along = isPlaced ? ((way.column - this.#column) * CELL.width * framing.cell) / unit : 0;
    const across = isPlaced ? (Math.abs(way.lane - this.#lane) * CELL.lane * framing.cell) / unit : 0;
    this.#column = way.column;
    this.#lane = way.lane;
    const gone = along + across;
    if (Math.abs(gone) < 400) {
      b.strides += gone / (isPair ? PAIR_STRIDE : BLIND_STRIDE);
      b.gropes += gone / (isPair ? PAIR_GROPE_STRIDE : BLIND_GROPE_STRIDE);
    }
    const pose = isPair ? poseOfPair(b) : poseOfBlind(b);
    const shown = this.#eased(pose, isPair, wallS);
    this.#lean *= Math.exp(-wallS * 9);
    const x = at.x + (this.#lean * 10 + b.goneOff) * unit;
    const seen = isGoing ? alpha * Math.max(0, 1 - b.goneOff / FADES_AFTER) : alpha;
    this.puppet.show(shown, x, at.y, unit, false, depthOn(way.lane, 'figure'), seen);
  }

  /** Shows the figure in a pose that somebody else has chosen. */
  show(pose: Pose, x: number, y: number, unit: number, depth: number, alpha: number): void {
    this.puppet.show(pose, x, y, unit, false, depth, alpha);
  }

  /** Where the staff's tip, the pointing hand, or the mouth is on the screen; written into `into`. */
  findTip(into: { x: number; y: number }): void {
    this.puppet.find('staff', 0, STAFF_TIP, into);
  }

  findHand(into: { x: number; y: number }): void {
    this.puppet.find('lame-forearm-far', 0, 68, into);
  }

  findMouth(isPair: boolean, into: { x: number; y: number }): void {
    this.puppet.find(isPair ? 'lame-head' : 'head', 34, -34, into);
  }

  /** Where the figure's breast is on the screen. */
  get breast(): { readonly x: number; readonly y: number } {
    this.puppet.find('trunk', 0, -80, this.#point);
    return this.#point;
  }

  /** Leaves the stage: the sprites are given back. */
  leave(): void {
    this.#puppet?.destroy();
    this.#puppet = null;
  }

  destroy(): void {
    this.leave();
  }

  /** The first moments of a doing come out of the last pose of the one before. */
  #eased(pose: Pose, isPair: boolean, wallS: number): Pose {
    const b = this.#bearing;
    const key =
      b.over >= 0
        ? 'over'
        : b.doing === 'stand'
          ? b.bumps >= 0
            ? 'bump'
            : b.calls >= 0
              ? `call-${b.word}`
              : b.looks > 0
                ? 'look'
                : 'stand'
          : `${b.doing}-${b.facing}`;
    if (isPair !== this.#isPair) {
      this.#isPair = isPair;
      this.#last = null;
      this.#from = null;
    }
    if (key !== this.#key) {
      this.#key = key;
      this.#from = this.#last;
      this.#blendS = 0;
    }
    this.#blendS += wallS;
    const k = this.#blendS / BLEND_S;
    const shown = this.#from && k < 1 ? mixPoses(this.#from, pose, settle(k)) : pose;
    if (k >= 1) this.#from = null;
    this.#last = shown;
    return shown;
  }
}
