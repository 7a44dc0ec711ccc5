/** The lame man alone on his stone: he reads, calls, watches the rivals go by, and sinks with the sun. */
import lameRig from '../../../../assets/puppets/lame/rig.json' with { type: 'json' };
import { mixPoses, settle } from '../../../stage/rig/blend.ts';
import { readRig, type Pose, type RigSource } from '../../../stage/rig/rig.ts';
import type { Puppet } from '../../../stage/puppet/puppet.ts';
import type { Stage } from '../../../stage/stage.ts';
import type { Direction } from '../rules/intents.ts';
import { depthOn } from './depth.ts';
import { lameCall, lameRead, lameSit, lameSlump, lameWatch } from './lame-poses.ts';

const RIG = readRig(lameRig as unknown as RigSource);
const CALLS_S = 0.7;
const WATCHES_S = 3.2;
const READS_S = 0.9;
const SLUMPS_S = 1.6;
const BLEND_S = 0.18;

type Doing = 'read' | 'call' | 'watch' | 'slump' | 'sit';

export class LameFigure {
  readonly #stage: Stage;
  /** Made while he is on the stage; the pair has a figure of its own. */
  #puppet: Puppet | null = null;
  #doing: Doing = 'sit';
  #word: Direction = 'ahead';
  #doneS = 0;
  #idleS = 0;
  #s = 0;
  #last: Pose | null = null;
  #from: Pose | null = null;
  #blendS = BLEND_S;

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

  begin(): void {
    this.#start('sit');
    this.#last = null;
    this.#from = null;
  }

  call(word: Direction): void {
    this.#word = word;
    this.#start('call');
  }

  /** A rival is at a market. */
  watch(): void {
    if (this.#doing !== 'call') this.#start('watch');
  }

  end(): void {
    this.#start('slump');
  }

  /** `x`, `y`: the ground under the stone; `unit` CSS pixels per unit of the figure; `hasStone` as in `show`. */
  update(
    x: number,
    y: number,
    unit: number,
    lane: number,
    alpha: number,
    seconds: number,
    calm: boolean,
    hasStone: boolean,
  ): void {
    if (!calm) this.#s += seconds;
    this.#doneS += seconds;
    this.#blendS += seconds;
    const isDone =
      (this.#doing === 'call' && this.#doneS >= CALLS_S) || (this.#doing === 'watch' && this.#doneS >= WATCHES_S);
    if (isDone) this.#start('read');
    this.#idleS = this.#doing === 'sit' ? this.#idleS + seconds : 0;
    if (this.#idleS > 2.5) this.#start('read');
    if (this.#doing === 'read' && this.#doneS > 7) this.#start('sit');
    const pose = this.#pose();
    const k = this.#blendS / BLEND_S;
    const shown = this.#from && k < 1 ? mixPoses(this.#from, pose, settle(k)) : pose;
    if (k >= 1) this.#from = null;
    this.show(shown, x, y, unit, depthOn(lane, 'figure'), alpha, hasStone);
  }

  /** Where the hand is that points; written into `into`. */
  findHand(into: { x: number; y: number }): void {
    this.puppet.find('lame-forearm-far', 0, 68, into);
  }

  /** Shows him in a pose that somebody else has chosen; `hasStone` false when the stone stays behind. */
  show(pose: Pose, x: number, y: number, unit: number, depth: number, alpha: number, hasStone: boolean): void {
    const shown = hasStone ? pose : { ...pose, shown: { ...pose.shown, stone: false } };
    this.#last = pose;
    this.puppet.show(shown, x, y, unit, false, depth, alpha);
  }

  hide(): void {
    this.#puppet?.hide();
  }

  /** Leaves the stage: his sprites are given back. */
  leave(): void {
    this.#puppet?.destroy();
    this.#puppet = null;
  }

  destroy(): void {
    this.leave();
  }

  #start(doing: Doing): void {
    this.#from = this.#last;
    this.#blendS = 0;
    this.#doing = doing;
    this.#doneS = 0;
  }

  #pose(): Pose {
    switch (this.#doing) {
      case 'call':
        return lameCall(Math.min(1, this.#doneS / CALLS_S), this.#word, this.#s);
      case 'watch':
        return lameWatch(Math.min(1, this.#doneS / WATCHES_S), this.#s);
      case 'slump':
        return lameSlump(Math.min(1, this.#doneS / SLUMPS_S), this.#s);
      case 'read':
        return lameRead(Math.min(1, this.#doneS / READS_S), this.#s);
      case 'sit':
      default:
        return lameSit(this.#s);
    }
  }
}
