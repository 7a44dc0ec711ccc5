/** The others on the road, as the lame man sees them: small porters with lanterns, brisk, never asking anybody. */
import type * as Phaser from 'phaser';
import rivalRig from '../../../../assets/puppets/rival/rig.json' with { type: 'json' };
import { readRig, type RigSource } from '../../../stage/rig/rig.ts';
import type { Puppet } from '../../../stage/puppet/puppet.ts';
import type { Stage } from '../../../stage/stage.ts';
import type { LameView } from '../rules/views.ts';
import type { Camera } from './camera.ts';
import { depthOn } from './depth.ts';
import { findRivalWay, laneAt } from './rival-way.ts';
import { RIVAL_STRIDE, rivalStand, rivalWalk } from './rival-poses.ts';
import { CELL, project } from './road-layout.ts';

const RIG = readRig(rivalRig as unknown as RigSource);
const ADD = 1;
const SIZE = 0.8;
const DYES = ['clay', 'slate'] as const;

export class Rivals {
  readonly #stage: Stage;
  readonly #count: number;
  /** Made when they are first seen. */
  readonly #puppets: Puppet[] = [];
  readonly #glows: Phaser.GameObjects.Image[] = [];
  readonly #columns: Float32Array;
  readonly #phases: Float32Array;
  readonly #at = { x: 0, y: 0 };
  readonly #lantern = { x: 0, y: 0 };
  #lanes: Float32Array | null = null;
  #s = 0;

  constructor(stage: Stage, count: number) {
    this.#stage = stage;
    this.#count = count;
    this.#columns = new Float32Array(count).fill(Number.NaN);
    this.#phases = new Float32Array(count);
  }

  get parts(): number {
    return this.#puppets.reduce((sum, puppet) => sum + puppet.parts, 0);
  }

  /** The quickest one's column, or null before they have been seen. */
  get first(): number | null {
    const column = this.#columns[0];
    return column === undefined || Number.isNaN(column) ? null : column;
  }

  /** Finds their way over the map anew: the map was put right, or another passage begins. */
  forget(): void {
    this.#lanes = null;
    this.#columns.fill(Number.NaN);
  }

  /** `hour`: share of the light that is gone; lanterns show the better the later it is. */
  update(
    view: LameView,
    start: number,
    camera: Camera,
    hour: number,
    alpha: number,
    seconds: number,
    calm: boolean,
  ): void {
    if (this.#puppets.length === 0) this.#come();
    this.#lanes ??= findRivalWay(view, start);
    if (!calm) this.#s += seconds;
    const { framing } = camera;
    // In the near they would stand before the pair: they are drawn as people farther off.
    const unit = framing.unit * SIZE;
    for (const [n, puppet] of this.#puppets.entries()) {
      const goal = view.rivals[n] ?? 0;
      const was = this.#columns[n] as number;
      // The rules move them tick by tick: between two ticks they are eased.
      const column =
        Number.isNaN(was) || Math.abs(goal - was) > 2 ? goal : was + (goal - was) * Math.min(1, seconds * 9);
      const gone = Number.isNaN(was) ? 0 : ((column - was) * CELL.width * framing.cell) / unit;
      this.#columns[n] = column;
      this.#phases[n] = (this.#phases[n] as number) + gone / RIVAL_STRIDE;
      const lane = laneAt(this.#lanes, column) - 0.16 * n;
      project(framing, camera, column, lane, this.#at);
      const pose = seconds > 0 && gone / seconds < 12 ? rivalStand(this.#s + n) : rivalWalk(this.#phases[n] ?? 0);
      const isSeen = alpha > 0.01;
      if (!isSeen) {
        puppet.hide();
        this.#glows[n]?.setVisible(false);
        continue;
      }
      puppet.show(pose, this.#at.x, this.#at.y, unit, false, depthOn(lane, 'figure') - 2, alpha);
      puppet.find('lantern', 0, 40, this.#lantern);
      const size = unit * 240;
      this.#glows[n]
        ?.setPosition(this.#lantern.x, this.#lantern.y)
        .setDisplaySize(size, size)
        .setDepth(depthOn(lane, 'figure') - 1)
        .setAlpha(alpha * (0.12 + 0.7 * hour))
        .setVisible(true);
    }
  }

  hide(): void {
    for (const puppet of this.#puppets) puppet.hide();
    for (const glow of this.#glows) glow.setVisible(false);
  }

  /** They leave the stage for good: their sprites are given back. */
  leave(): void {
    for (const puppet of this.#puppets) puppet.destroy();
    for (const glow of this.#glows) glow.destroy();
    this.#puppets.length = this.#glows.length = 0;
  }

  destroy(): void {
    this.leave();
  }

  #come(): void {
    const { scene, puppets } = this.#stage;
    for (let n = 0; n < this.#count; n++) {
      this.#puppets.push(puppets.puppet(RIG, DYES[n % DYES.length] ?? 'clay'));
      this.#glows.push(scene.add.image(0, 0, 'lamp-glow').setBlendMode(ADD).setVisible(false));
    }
  }
}
