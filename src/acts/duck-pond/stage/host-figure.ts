/**
 * The hunter who becomes a host: one puppet, and what he does now. Doings are poses over time; each goes over into
 * the next by a short settle, so that nothing snaps, and he answers a press before the rules do.
 */
import hostRig from '../../../../assets/puppets/host/rig.json' with { type: 'json' };
import { mixPoses, settle } from '../../../stage/rig/blend.ts';
import {
  hostAim,
  hostDismay,
  hostGather,
  hostKneel,
  hostLaugh,
  hostLoose,
  hostPaint,
  hostSalute,
  hostStand,
  hostThrow,
  hostWalk,
  HOST_STRIDE,
  type Held,
} from '../../../stage/rig/poses/host.ts';
import { readRig, type Pose, type RigSource } from '../../../stage/rig/rig.ts';
import type { Puppet } from '../../../stage/puppet/puppet.ts';
import { DEPTH, type Stage } from '../../../stage/stage.ts';
import { SPOTS, type Tool } from '../rules/intents.ts';
import { TICKS_PER_SECOND, type PondView } from '../rules/state.ts';
import { spotX, type PondLayout } from './pond-layout.ts';

export type Doing =
  | 'stand'
  | 'walk'
  | 'kneel'
  | 'throw'
  | 'aim'
  | 'loose'
  | 'paint'
  | 'gather'
  | 'salute'
  | 'laugh'
  | 'dismay';

/** Seconds of the doings that end by themselves. */
const LASTS: Partial<Record<Doing, number>> = {
  throw: 0.7,
  loose: 0.42,
  paint: 1.1,
  salute: 1.8,
  laugh: 1.4,
  dismay: 1.5,
  gather: 0.7,
};
const BLEND_S = 0.2;
/** The grain leaves the hand at this share of the throw. */
export const THROW_AT = 0.55;

export class HostFigure {
  readonly #puppet: Puppet;
  #layout: PondLayout;
  #doing: Doing = 'stand';
  #doneS = 0;
  #blendS = BLEND_S;
  #from: Pose | null = null;
  #last: Pose;
  #x = 0;
  #isPlaced = false;
  #flip = false;
  #stride = 0;
  #elevation = 20;
  #facesAt: number | null = null;
  #timeS = 0;
  #idleS = 0;
  #hasCaught = false;

  constructor(stage: Stage, layout: PondLayout) {
    this.#layout = layout;
    this.#puppet = stage.puppets.puppet(readRig(hostRig as unknown as RigSource), 'plain');
    this.#last = hostStand(0);
  }

  get x(): number {
    return this.#x;
  }

  get doing(): Doing {
    return this.#doing;
  }

  relayOut(layout: PondLayout): void {
    this.#layout = layout;
    this.#isPlaced = false;
  }

  /** Begins a doing; he turns towards `at` (a spot) if one is given. */
  begin(doing: Doing, at: number | null = null): void {
    if (at !== null) this.#facesAt = at;
    this.#idleS = 0;
    if (doing === this.#doing && LASTS[doing] === undefined) return;
    this.#from = this.#last;
    this.#blendS = 0;
    this.#doing = doing;
    this.#doneS = 0;
  }

  /** Where a part of him is, in CSS pixels. */
  find(part: string, px: number, py: number, out: { x: number; y: number }): void {
    this.#puppet.find(part, px, py, out);
  }

  update(view: PondView, seconds: number): void {
    this.#timeS += seconds;
    this.#doneS += seconds;
    this.#blendS += seconds;
    this.#idleS += seconds;
    this.#hasCaught ||= view.tally.taken > 0;
    this.#walk(view, seconds);
    this.#decide(view);
    const pose = this.#pose(view);
    const k = this.#from ? this.#blendS / BLEND_S : 1;
    const shown = this.#from && k < 1 ? mixPoses(this.#from, pose, settle(k)) : pose;
    if (k >= 1) this.#from = null;
    this.#last = shown;
    const { hostFeet, hostSize } = this.#layout;
    this.#puppet.show(shown, this.#x, hostFeet, hostSize, this.#flip, DEPTH.host);
  }

  destroy(): void {
    this.#puppet.destroy();
  }

  #walk(view: PondView, seconds: number): void {
    const goal = this.#placeBeside(view.hostAt);
    if (!this.#isPlaced) {
      this.#isPlaced = true;
      this.#x = goal;
    }
    const way = goal - this.#x;
    const most = view.parameters.walkSpeed * this.#layout.pitch * 1.25 * seconds;
    const step = Math.max(-most, Math.min(most, way * Math.min(1, seconds * 12)));
    this.#x += step;
    const walks = Math.abs(step) > this.#layout.pitch * 0.25 * seconds && Math.abs(way) > 3;
    if (walks) {
      // The feet stay where they are put: the legs turn by the way gone, not by the clock.
      this.#stride += Math.abs(step) / (HOST_STRIDE * this.#layout.hostSize);
      this.#flip = step < 0;
      if (this.#doing !== 'walk' && this.#interruptible()) this.begin('walk');
    } else if (this.#doing === 'walk') this.begin(view.gatherDuck >= 0 ? 'gather' : 'stand');
    if (!walks) {
      const faces = view.aimAt >= 0 ? view.aimAt : this.#facesAt;
      if (faces !== null) {
        const side = spotX(this.#layout, faces) - this.#x;
        if (Math.abs(side) > 6) this.#flip = side < 0;
      }
    }
  }

  /** He stands beside what he works at, not on it: on the outer side, or the inner one where the stage ends before him. */
  #placeBeside(spot: number): number {
    const { opening, hostSize } = this.#layout;
    const reach = (spot > (SPOTS - 1) / 2 ? 1 : -1) * 118 * hostSize;
    const outer = spotX(this.#layout, spot) + reach;
    const room = 70 * hostSize;
    const fits = outer >= opening.x + room && outer <= opening.x + opening.width - room;
    return fits ? outer : outer - 2 * reach;
  }

  #interruptible(): boolean {
    return (
      this.#doing === 'stand' ||
      this.#doing === 'kneel' ||
      this.#doing === 'gather' ||
      this.#doing === 'paint' ||
      this.#doing === 'aim'
    );
  }

  #decide(view: PondView): void {
    const lasts = LASTS[this.#doing];
    const isDone = lasts !== undefined && this.#doneS >= lasts;
    if (view.isOver) {
      if (this.#doing !== 'salute' && this.#doing !== 'dismay' && (isDone || lasts === undefined)) this.begin('salute');
      return;
    }
    if (lasts !== undefined && !isDone) return;
    if (this.#doing === 'walk') return;
    if (view.aimAt >= 0) {
      if (this.#doing !== 'aim') this.begin('aim', view.aimAt);
    } else if (view.gatherDuck >= 0) {
      if (this.#doing !== 'gather' || isDone) this.begin('gather', view.gatherAt);
    } else if (isDone || this.#doing === 'aim' || this.#doing === 'gather')
      this.begin(view.tool === 'grain' ? 'kneel' : 'stand');
    else if (this.#doing === 'kneel' && (view.tool !== 'grain' || this.#idleS > 5)) this.begin('stand');
  }

  #pose(view: PondView): Pose {
    const t = this.#doneS;
    const share = Math.min(1, t / (LASTS[this.#doing] ?? 1));
    switch (this.#doing) {
      case 'walk':
        return hostWalk(this.#stride % 1, this.#held(view.tool));
      case 'kneel':
        return hostKneel(this.#timeS);
      case 'throw':
        return hostThrow(share);
      case 'aim':
        this.#elevation += (this.#aimElevation(view) - this.#elevation) * 0.2;
        return hostAim(this.#elevation, (view.tick - view.aimSince) / TICKS_PER_SECOND);
      case 'loose':
        return hostLoose(share, this.#elevation);
      case 'paint':
        return hostPaint(t);
      case 'gather':
        return hostGather(share, this.#hasCaught);
      case 'salute':
        return hostSalute(share);
      case 'laugh':
        return hostLaugh(t);
      case 'dismay':
        return hostDismay(share);
      case 'stand':
      default:
        return hostStand(this.#timeS, this.#held(view.tool));
    }
  }

  #held(tool: Tool): readonly Held[] {
    if (tool === 'grain') return HOLDS_BOWL;
    if (tool === 'glue') return HOLDS_POT;
    if (tool === 'hand') return this.#hasCaught ? HOLDS_FULL : HOLDS_BASKET;
    return HOLDS_BOW;
  }

  /** Birds on the water lie below the eye: he aims a little down, and up for those far off. */
  #aimElevation(view: PondView): number {
    const far = Math.abs(spotX(this.#layout, view.aimAt) - this.#x) / this.#layout.pitch;
    return -8 + Math.min(12, far * 3);
  }
}

const HOLDS_BOWL: readonly Held[] = ['bowl'];
const HOLDS_POT: readonly Held[] = ['glue-pot'];
const HOLDS_BASKET: readonly Held[] = ['basket'];
const HOLDS_FULL: readonly Held[] = ['basket', 'basket-ducks'];
const HOLDS_BOW: readonly Held[] = ['crossbow', 'string-slack'];
