/** The big drum and its drummer: he rests, beats once for an answer, and rolls for the result. */
import type * as Phaser from 'phaser';
import drummerFile from '../../../assets/puppets/drummer/rig.json' with { type: 'json' };
import type { Puppet } from '../puppet/puppet.ts';
import { mixPoses } from '../rig/blend.ts';
import { readRig, type Pose, type RigSource } from '../rig/rig.ts';
import type { Stage } from '../stage.ts';
import { MUSTER_DEPTH } from './depth.ts';
import { drummerBeat, drummerRest, drummerRoll, ROLL_HZ, STRUCK_AT } from './drummer-poses.ts';
import type { MusterLayout } from './muster-layout.ts';

const BEAT_S = 0.62;
const WAVE_S = 0.7;
const WAVES = 3;
const RIG = readRig(drummerFile as unknown as RigSource);

export class DrumCorner {
  readonly #stage: Stage;
  readonly #puppet: Puppet;
  #layout: MusterLayout;
  #drum: Phaser.GameObjects.Image;
  #stand: Phaser.GameObjects.Image;
  readonly #waves: { image: Phaser.GameObjects.Image; leftS: number; force: number }[] = [];
  #timeS = 0;
  /** Seconds since the beat began; past the end of it when he rests. */
  #beatS = BEAT_S;
  #rollS = 0;
  #rollForS = 0;
  #strokes = 0;
  /** The skin's own swing after a stroke. */
  #swing = 0;
  #next = 0;

  constructor(stage: Stage, layout: MusterLayout) {
    this.#stage = stage;
    this.#layout = layout;
    this.#puppet = stage.puppets.puppet(RIG, 'plain');
    const { x, y, size } = layout.drum;
    this.#stand = stage.puppets.sprite('muster/drum-stand', x, layout.ground, size, MUSTER_DEPTH.drum);
    this.#drum = stage.puppets.sprite('muster/drum', x, y, size, MUSTER_DEPTH.drum + 1);
    for (let n = 0; n < WAVES; n++) {
      const image = stage.puppets.sprite('muster/wave', x, y, 1, MUSTER_DEPTH.wave).setVisible(false);
      this.#waves.push({ image, leftS: 0, force: 0 });
    }
  }

  relayOut(layout: MusterLayout): void {
    this.#layout = layout;
    const { x, y, size } = layout.drum;
    this.#stand.destroy();
    this.#drum.destroy();
    this.#stand = this.#stage.puppets.sprite('muster/drum-stand', x, layout.ground, size, MUSTER_DEPTH.drum);
    this.#drum = this.#stage.puppets.sprite('muster/drum', x, y, size, MUSTER_DEPTH.drum + 1);
  }

  /** How fresh the last beat is, 1 at the blow, 0 after half a second. */
  get fresh(): number {
    const since = this.#beatS - BEAT_S * STRUCK_AT;
    return since < 0 || since > 0.5 ? 0 : 1 - since / 0.5;
  }

  beat(): void {
    this.#beatS = 0;
    this.#strokes = 0;
  }

  /** Rolls for so many seconds, growing, and ends with one full beat. */
  roll(seconds: number): void {
    this.#rollS = 0;
    this.#rollForS = seconds;
    this.#strokes = 0;
  }

  update(wallMs: number, calm: boolean): void {
    const seconds = wallMs / 1000;
    const size = this.#layout.drum.size;
    if (!calm) this.#timeS += seconds;
    const wasRolling = this.#rollS < this.#rollForS;
    this.#rollS += seconds;
    const rolls = this.#rollS < this.#rollForS;
    if (wasRolling && !rolls) this.beat();
    const before = this.#beatS;
    this.#beatS += seconds;
    const struckAt = BEAT_S * STRUCK_AT;
    if (before < struckAt && this.#beatS >= struckAt) this.#strike(1);
    if (rolls) {
      const strokes = Math.floor(this.#rollS * ROLL_HZ);
      // In calm nothing flickers: only the last beat of the roll is seen.
      if (strokes > this.#strokes && !calm) this.#strike(0.25 + 0.35 * (this.#rollS / this.#rollForS));
      this.#strokes = strokes;
    }
    const { x, y, size: tall } = this.#layout.drummer;
    this.#puppet.show(calm ? drummerRest(0) : this.#pose(rolls), x, y, tall, true, MUSTER_DEPTH.drummer);
    this.#swing *= Math.exp(-seconds * 7);
    const shiver = calm ? 0 : this.#swing * Math.sin(this.#timeS * 62);
    const per = size / this.#stage.puppets.sheet.piece('muster/drum').scale;
    this.#drum.setScale(per * (1 + 0.035 * shiver), per * (1 - 0.03 * shiver));
    this.#ripple(seconds, calm);
  }

  destroy(): void {
    this.#puppet.destroy();
    this.#stand.destroy();
    this.#drum.destroy();
    for (const { image } of this.#waves) image.destroy();
  }

  #pose(rolls: boolean): Pose {
    if (rolls) {
      const pose = drummerRoll(this.#rollS, this.#rollS / this.#rollForS);
      return this.#rollS < 0.2 ? mixPoses(drummerRest(this.#timeS), pose, this.#rollS / 0.2) : pose;
    }
    return this.#beatS < BEAT_S ? drummerBeat(this.#beatS / BEAT_S) : drummerRest(this.#timeS);
  }

  #strike(force: number): void {
    const { x, y, size } = this.#layout.drum;
    this.#swing = Math.max(this.#swing, force);
    const wave = this.#waves[this.#next];
    if (wave) Object.assign(wave, { leftS: WAVE_S, force });
    this.#next = (this.#next + 1) % WAVES;
    if (force < 1) return;
    this.#stage.lamp.flare(x, y, size * 460, 0.2);
    this.#stage.shake(Math.min(2.4, size * 2));
  }

  #ripple(seconds: number, calm: boolean): void {
    const { x, y, size } = this.#layout.drum;
    const per = size / this.#stage.puppets.sheet.piece('muster/wave').scale;
    for (const wave of this.#waves) {
      wave.leftS = Math.max(0, wave.leftS - seconds);
      const gone = 1 - wave.leftS / WAVE_S;
      wave.image.setVisible(wave.leftS > 0);
      if (wave.leftS === 0) continue;
      // In calm the ring stands still and only fades.
      const wide = calm ? 1.6 : 1.3 + 1.5 * (1 - (1 - gone) ** 2);
      wave.image
        .setPosition(x, y)
        .setScale(per * wide)
        .setAlpha(0.55 * wave.force * (1 - gone) ** 1.6);
    }
  }
}
