/** The examinee: waits before the platform, goes up to where the rank stands, is dressed, and salutes. */
import examineeFile from '../../../assets/puppets/examinee/rig.json' with { type: 'json' };
import type { Puppet } from '../puppet/puppet.ts';
import { mixPoses, spring, type Spring } from '../rig/blend.ts';
import { HOST_STRIDE } from '../rig/poses/host.ts';
import { readRig, type Pose, type RigSource } from '../rig/rig.ts';
import type { Stage } from '../stage.ts';
import { changesAt, planAscent, shareOf, soundsOf, stretchAt, type MusterSound, type Stretch } from './ascent.ts';
import { MUSTER_DEPTH } from './depth.ts';
import { CLIMB_RUN, climbPose, raisedAfter, raisedAt, rankPose, waitPose, walkPose } from './examinee-poses.ts';
import { KITS, type MusterRank } from './kit.ts';
import type { MusterLayout } from './muster-layout.ts';
import { Rods } from './rods.ts';
import { Veil } from './veil.ts';

const RIG = readRig(examineeFile as unknown as RigSource);
/** From one stretch to the next the pose is eased over this long. */
const BLEND_MS = 140;
/** Each half of the cross-fade, where nothing may move. */
const FADE_MS = 420;
/** Who commands turns to face the camp. */
const FACES_CAMP: ReadonlySet<MusterRank> = new Set(['general', 'marshal']);

export interface ExamineeEvents {
  sound(what: MusterSound, x: number): void;
  /** The dress has been changed behind the banner; the figure's breast is at (x, y). */
  dressed(x: number, y: number): void;
  /** The hand is at the height of the salute. */
  saluted(x: number, y: number): void;
}

export class Examinee {
  readonly #events: ExamineeEvents;
  readonly #puppet: Puppet;
  readonly #rods: Rods;
  readonly #veil: Veil;
  #layout: MusterLayout;
  #plan: readonly Stretch[] = [];
  #rank: MusterRank | null = null;
  #ms = 0;
  #timeS = 0;
  #trail: Spring = { value: 0, velocity: 0 };
  #last: { pose: Pose; stretch: Stretch } | null = null;
  #from: Pose | null = null;

  constructor(stage: Stage, layout: MusterLayout, events: ExamineeEvents) {
    this.#layout = layout;
    this.#events = events;
    this.#puppet = stage.puppets.puppet(RIG, KITS.recruit.dye);
    this.#rods = new Rods(stage);
    this.#veil = new Veil(stage);
  }

  get parts(): number {
    return this.#puppet.parts;
  }

  relayOut(layout: MusterLayout): void {
    this.#layout = layout;
    if (this.#rank) this.#plan = this.#planFor(this.#rank);
    this.#last = null;
    this.#from = null;
  }

  /** Sends the figure up to a rank. */
  ascend(rank: MusterRank): void {
    this.#rank = rank;
    this.#ms = 0;
    this.#plan = this.#planFor(rank);
    this.#last = null;
    this.#from = null;
  }

  /** Back to the foot of the platform, in hemp. */
  wait(): void {
    this.#rank = null;
    this.#veil.hide();
    this.#last = null;
    this.#from = null;
  }

  /** `fresh` 0..1: how fresh the last beat of the drum is. */
  update(wallMs: number, calm: boolean, fresh: number): void {
    if (!calm) this.#timeS += wallMs / 1000;
    const rank = this.#rank;
    if (rank === null) {
      const { start, ground } = this.#layout;
      return this.#show(waitPose(this.#timeS, calm ? 0 : fresh), start, ground, null, 1);
    }
    const before = this.#ms;
    this.#ms += wallMs;
    if (calm) return this.#fade(rank, before);
    this.#sound(before);
    this.#climb(rank, before, wallMs);
  }

  destroy(): void {
    this.#puppet.destroy();
    this.#rods.destroy();
    this.#veil.destroy();
  }

  /** CSS pixels per unit of the recruit. */
  get #unit(): number {
    return this.#layout.unit * KITS.recruit.size;
  }

  #planFor(rank: MusterRank): readonly Stretch[] {
    const { steps, start, rise, stands } = this.#layout;
    const units = (x: number): number => (x - start) / this.#unit;
    return planAscent({
      edges: [units(steps[0].x), units(steps[1].x), units(steps[2].x)],
      rise: rise / this.#unit,
      stand: units(stands[rank].x),
      level: stands[rank].level,
    });
  }

  #sound(before: number): void {
    for (const { atMs, what, x } of soundsOf(this.#plan)) {
      if (atMs >= before && atMs < this.#ms) this.#events.sound(what, this.#layout.start + x * this.#unit);
    }
  }

  #climb(rank: MusterRank, before: number, wallMs: number): void {
    const stretch = stretchAt(this.#plan, this.#ms);
    const share = shareOf(stretch, this.#ms);
    const since = this.#ms - stretch.fromMs;
    const { ground, rise, unit } = this.#layout;
    const moves = stretch.does === 'walk';
    const units = moves ? stretch.x[0] + (stretch.x[1] - stretch.x[0]) * share : stretch.x[0];
    const x = this.#layout.start + units * this.#unit;
    const y = ground - stretch.level[0] * rise;
    const changed = changesAt(this.#plan);
    const isDressed = this.#ms >= changed;
    const breast = y - 400 * unit;
    if (isDressed && before < changed) this.#events.dressed(x, breast);
    if (stretch.does === 'salute') {
      const height = stretch.fromMs + stretch.ms * 0.26;
      if (this.#ms >= height && before < height) {
        this.#trail = { value: this.#trail.value, velocity: this.#trail.velocity - 220 };
        this.#events.saluted(x, breast);
      }
    }
    this.#trail = spring(this.#trail, 0, 1.1, 0.28, wallMs / 1000);
    let pose = this.#poseOf(rank, stretch, share, isDressed);
    if (!isDressed) pose = this.#eased(pose, stretch, since);
    this.#show(pose, x, y, isDressed ? rank : null, 1);
    if (stretch.does === 'change') this.#veil.show(rank, share, x, y, unit);
    else this.#veil.hide();
  }

  #poseOf(rank: MusterRank, stretch: Stretch, share: number, isDressed: boolean): Pose {
    if (isDressed) {
      const raised =
        stretch.does === 'salute' ? raisedAt(rank, share) : stretch.does === 'stay' ? raisedAfter(rank) : 0;
      return rankPose(rank, this.#timeS, raised, this.#trail.value);
    }
    if (stretch.does === 'walk') return walkPose(((stretch.x[1] - stretch.x[0]) * share) / HOST_STRIDE);
    if (stretch.does === 'climb') return climbPose(share, this.#layout.rise / this.#unit);
    return waitPose(this.#timeS);
  }

  /** The first moments of a stretch come out of the last pose of the one before. */
  #eased(pose: Pose, stretch: Stretch, since: number): Pose {
    const last = this.#last;
    if (last && last.stretch.fromMs !== stretch.fromMs) {
      const climbed = last.stretch.does === 'climb';
      this.#from = climbed
        ? { ...last.pose, x: last.pose.x - CLIMB_RUN, y: last.pose.y + this.#layout.rise / this.#unit }
        : last.pose;
    }
    this.#last = { pose, stretch };
    if (!this.#from || since > BLEND_MS) return pose;
    return mixPoses(this.#from, pose, since / BLEND_MS);
  }

  /** Where nothing may move: the recruit fades, and the rank stands on its step. */
  #fade(rank: MusterRank, before: number): void {
    const { stands, start, ground, rise, unit } = this.#layout;
    const { x, level } = stands[rank];
    this.#veil.hide();
    if (this.#ms < FADE_MS) return this.#show(waitPose(0), start, ground, null, 1 - this.#ms / FADE_MS);
    const y = ground - level * rise;
    if (before < FADE_MS) {
      this.#events.sound('roll', x);
      this.#events.dressed(x, y - 400 * unit);
    }
    this.#show(rankPose(rank, 0, raisedAfter(rank)), x, y, rank, Math.min(1, (this.#ms - FADE_MS) / FADE_MS));
  }

  #show(pose: Pose, x: number, y: number, rank: MusterRank | null, alpha: number): void {
    const kit = KITS[rank ?? 'recruit'];
    const size = this.#layout.unit * kit.size;
    this.#puppet.setDye(kit.dye);
    this.#puppet.show(pose, x, y, size, rank !== null && FACES_CAMP.has(rank), MUSTER_DEPTH.examinee, alpha);
    this.#rods.follow(this.#puppet, size, alpha);
  }
}
