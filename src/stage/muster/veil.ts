/** The great banner that swings before a figure while its dress is changed, in the colour and with the mark of the tier. */
import type * as Phaser from 'phaser';
import type { Stage } from '../stage.ts';
import { CHANGED_AT } from './ascent.ts';
import { MUSTER_DEPTH } from './depth.ts';
import type { MusterRank } from './kit.ts';

const NAMES: Readonly<Record<MusterRank, string>> = {
  'low-soldier': 'muster/veil-soldier',
  'common-soldier': 'muster/veil-soldier',
  'senior-soldier': 'muster/veil-soldier',
  general: 'muster/veil-general',
  marshal: 'muster/veil-marshal',
};
/** Units of the puppet for one unit of the banner's drawing, and how high above the figure's feet it is hung. */
const LARGE = 1.3;
const HUNG_AT = 800;
/** Shares of the change at which it hangs before the figure, and at which it swings away. */
const THERE = CHANGED_AT - 0.1;
const AWAY = CHANGED_AT + 0.12;
const FROM = 1.5;

export class Veil {
  readonly #stage: Stage;
  #image: Phaser.GameObjects.Image | null = null;
  #name = '';

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** Hangs at `share` (0..1) of the change before a figure that stands at (x, y); `unit` is CSS pixels per unit. */
  show(rank: MusterRank, share: number, x: number, y: number, unit: number): void {
    if (share <= 0 || share >= 1) return this.hide();
    const name = NAMES[rank];
    if (!this.#image || this.#name !== name) {
      this.#image?.destroy();
      this.#image = this.#stage.puppets.sprite(name, 0, 0, 1, MUSTER_DEPTH.veil);
      this.#name = name;
    }
    const k = (unit * LARGE) / this.#stage.puppets.sheet.piece(name).scale;
    this.#image
      .setVisible(true)
      .setPosition(x, y - HUNG_AT * unit)
      .setScale(k)
      .setRotation(swingAt(share))
      .setAlpha(Math.min(1, share / 0.1, (1 - share) / 0.12));
  }

  hide(): void {
    this.#image?.setVisible(false);
  }

  destroy(): void {
    this.#image?.destroy();
    this.#image = null;
  }
}

/** The angle of the banner, in radians: it falls like a pendulum, hangs with a shiver, and is pulled up on the far side. */
export function swingAt(share: number): number {
  if (share < THERE) {
    const t = share / THERE;
    return FROM * (1 - t * t * (2.1 - 1.1 * t));
  }
  if (share < AWAY) {
    const t = (share - THERE) / (AWAY - THERE);
    return -0.05 * Math.sin(Math.PI * 2 * t) * (1 - t);
  }
  const t = (share - AWAY) / (1 - AWAY);
  return -FROM * t * t * (1.6 - 0.6 * t);
}
