/** The flags of the answers: one is planted for each, undyed and all alike, so that none of them says how it was. */
import type * as Phaser from 'phaser';
import { settle } from '../rig/blend.ts';
import type { Stage } from '../stage.ts';
import { MUSTER_DEPTH } from './depth.ts';
import type { MusterLayout } from './muster-layout.ts';

const PLANT_S = 0.75;
/** The flag is thrown a little after the stick has come down. */
const LATE_S = 0.08;

interface Flag {
  readonly image: Phaser.GameObjects.Image;
  ageS: number;
}

export class Flags {
  readonly #stage: Stage;
  #layout: MusterLayout;
  readonly #flags: Flag[] = [];
  #timeS = 0;

  constructor(stage: Stage, layout: MusterLayout) {
    this.#stage = stage;
    this.#layout = layout;
  }

  /** Flags that stand or are on their way. */
  get count(): number {
    return this.#flags.length;
  }

  relayOut(layout: MusterLayout): void {
    this.#layout = layout;
  }

  /** Brings their number to `count`; `thrown` lets the new ones come flying, else they stand already. */
  set(count: number, thrown: boolean): void {
    const most = Math.max(0, Math.min(count, this.#layout.flags.length));
    while (this.#flags.length > most) this.#flags.pop()?.image.destroy();
    while (this.#flags.length < most) {
      const image = this.#stage.puppets.sprite('muster/flag', 0, 0, 1, MUSTER_DEPTH.flags).setVisible(false);
      this.#flags.push({ image, ageS: thrown ? -LATE_S : PLANT_S });
    }
  }

  update(wallMs: number, calm: boolean): void {
    const seconds = wallMs / 1000;
    if (!calm) this.#timeS += seconds;
    const piece = this.#stage.puppets.sheet.piece('muster/flag');
    for (const [n, flag] of this.#flags.entries()) {
      const place = this.#layout.flags[n];
      if (!place) continue;
      flag.ageS += seconds;
      const { image } = flag;
      image.setVisible(flag.ageS > 0);
      const t = Math.min(1, Math.max(0, flag.ageS / PLANT_S));
      const k = place.size / piece.scale;
      const wind = calm ? 0 : Math.sin(this.#timeS * 2.6 + n * 1.7);
      if (calm) image.setPosition(place.x, place.y).setRotation(0).setAlpha(t);
      else {
        // It falls from above, bites into the ground, and swings until it stands.
        const fall = Math.min(1, t / 0.3);
        const swing = t <= 0.3 ? -0.34 : -0.34 * (1 - settle((t - 0.3) / 0.7));
        image
          .setPosition(place.x - (1 - fall) * place.size * 60, place.y - (1 - fall * fall) * place.size * 210)
          .setRotation(swing + 0.02 * wind)
          .setAlpha(Math.min(1, t * 8));
      }
      image.setScale(k * (1 + 0.05 * wind), k);
    }
  }

  destroy(): void {
    for (const { image } of this.#flags) image.destroy();
    this.#flags.length = 0;
  }
}
