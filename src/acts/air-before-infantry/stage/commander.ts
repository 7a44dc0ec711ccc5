/** The commander on the hill: points at what is chosen, gives the order to march, and sees how it goes. */
import commanderRig from '../../../../assets/puppets/commander/rig.json' with { type: 'json' };
import { mixPoses, settle } from '../../../stage/rig/blend.ts';
import { readRig, type Pose, type RigSource } from '../../../stage/rig/rig.ts';
import type { Puppet } from '../../../stage/puppet/puppet.ts';
import { DEPTH, type Stage } from '../../../stage/stage.ts';
import {
  commanderGlad,
  commanderIdle,
  commanderOrder,
  commanderPoint,
  commanderSalute,
  commanderWorry,
} from './commander-poses.ts';
import type { ProvinceLayout } from './province-layout.ts';

export type CommanderDoing = 'idle' | 'point' | 'order' | 'worry' | 'glad' | 'salute';

/** Seconds of the doings that end by themselves. */
const LASTS: Partial<Record<CommanderDoing, number>> = { point: 2.2, order: 1.3, worry: 2, glad: 1.6 };
const SALUTE_S = 1.8;
const BLEND_S = 0.22;

export class Commander {
  readonly #puppet: Puppet;
  #layout: ProvinceLayout;
  #doing: CommanderDoing = 'idle';
  #doneS = 0;
  #blendS = BLEND_S;
  #from: Pose | null = null;
  #last: Pose;
  #elevation = 24;
  #timeS = 0;

  constructor(stage: Stage, layout: ProvinceLayout) {
    this.#layout = layout;
    this.#puppet = stage.puppets.puppet(readRig(commanderRig as unknown as RigSource), 'field');
    this.#last = commanderIdle(0);
  }

  get parts(): number {
    return this.#puppet.parts;
  }

  relayOut(layout: ProvinceLayout): void {
    this.#layout = layout;
  }

  begin(doing: CommanderDoing): void {
    if (doing === this.#doing && LASTS[doing] === undefined) return;
    if (this.#doing === 'salute') return;
    this.#from = this.#last;
    this.#blendS = 0;
    this.#doing = doing;
    this.#doneS = 0;
  }

  /** Points the baton at a place of the stage. */
  pointAt(x: number, y: number): void {
    const { commander } = this.#layout;
    const dx = Math.max(20, x - commander.x);
    const dy = commander.y - 380 * commander.size - y;
    this.#elevation = Math.max(-20, Math.min(62, (Math.atan2(dy, dx) * 180) / Math.PI));
    this.begin('point');
  }

  /** Where the hand with the baton is. */
  findHand(out: { x: number; y: number }): void {
    this.#puppet.find('held', 0, -150, out);
  }

  update(seconds: number, calm: boolean): void {
    if (!calm) this.#timeS += seconds;
    this.#doneS += seconds;
    this.#blendS += seconds;
    const lasts = LASTS[this.#doing];
    if (lasts !== undefined && this.#doneS >= lasts) this.begin('idle');
    const pose = this.#pose();
    const k = this.#from ? this.#blendS / BLEND_S : 1;
    const shown = this.#from && k < 1 ? mixPoses(this.#from, pose, settle(k)) : pose;
    if (k >= 1) this.#from = null;
    this.#last = shown;
    const { commander } = this.#layout;
    this.#puppet.show(shown, commander.x, commander.y, commander.size, false, DEPTH.host);
  }

  destroy(): void {
    this.#puppet.destroy();
  }

  #pose(): Pose {
    const t = this.#doneS;
    switch (this.#doing) {
      case 'point':
        return commanderPoint(Math.min(1, t / 0.35), this.#elevation, this.#timeS);
      case 'order':
        return commanderOrder(Math.min(1, t / 1.2));
      case 'worry':
        return commanderWorry(this.#timeS);
      case 'glad':
        return commanderGlad(t);
      case 'salute':
        return commanderSalute(Math.min(1, t / SALUTE_S));
      case 'idle':
        return commanderIdle(this.#timeS);
    }
  }
}
