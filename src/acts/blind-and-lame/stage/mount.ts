/**
 * The turn from the lame man's passage to the one together, as a small play without words: he sinks on his stone, the
 * blind man comes, kneels before it, takes him up, and they rise while the sun climbs back.
 */
import type * as Phaser from 'phaser';
import type { Stage } from '../../../stage/stage.ts';
import type { CommonView } from '../rules/views.ts';
import { LANES } from '../rules/places.ts';
import { BLIND_STRIDE, blindWalk } from './blind-poses.ts';
import { depthOn } from './depth.ts';
import { between } from '../../../stage/rig/curves.ts';
import type { LameFigure } from './lame-figure.ts';
import { lameSit, SEAT } from './lame-poses.ts';
import { ASTRIDE, blindOffer, lameClimb, pairRise, RISE_RUN, riseShare } from './mount-poses.ts';
import { pairStand } from './pair-poses.ts';
import type { RoadLayout } from './road-layout.ts';
import type { Walker } from './walker.ts';

/** When each scene of it begins, in shares of the pause between two passages. */
const SITS_UP = 0.16;
const KNEELS = 0.36;
const CLIMBS = 0.48;
const RISES = 0.66;
const STANDS = 0.86;
/** Where he kneels, in units of the figures from the stone; and where he comes from. */
const BESIDE = 128;
const FROM = 560;

/** Share of the pause between two passages that is gone, or −1 when this is not the turn in which he is taken up. */
export function mountShare(view: CommonView, now: number): number {
  if (!view.isBetween || view.passage !== 'lame') return -1;
  return Math.min(1, Math.max(0, (now - view.partBegan) / Math.max(1, view.partEnds - view.partBegan)));
}

export class Mount {
  readonly #stage: Stage;
  readonly #walker: Walker;
  readonly #lame: LameFigure;
  #stone: Phaser.GameObjects.Image | null = null;
  #stonePer = 1;
  #s = 0;

  constructor(stage: Stage, walker: Walker, lame: LameFigure) {
    this.#stage = stage;
    this.#walker = walker;
    this.#lame = lame;
  }

  /** Shows both men at a share of the turn. Returns false while the lame man is still to be shown as he sits by himself. */
  update({ stone }: RoadLayout, share: number, seconds: number, calm: boolean): boolean {
    if (!calm) this.#s += seconds;
    const s = this.#s;
    const { x, y, unit } = stone;
    const ground = y + 16 * unit;
    const depth = depthOn(LANES, 'figure');
    const beside = x + BESIDE * unit;
    this.#showStone(x, y, unit, depth - 1);
    if (calm) {
      // Nothing moves: one picture goes over into the other.
      const k = between(share, 0.3, 0.6);
      this.#lame.show(lameSit(s), x, y, unit, depth, 1 - k, false);
      this.#walker.show(pairStand(s), beside, ground, unit, depth + 1, k);
      return true;
    }
    const comes = between(share, 0.02, KNEELS);
    if (share < KNEELS) {
      const way = FROM * (1 - comes);
      this.#walker.show(
        blindWalk(-way / BLIND_STRIDE),
        beside - way * unit,
        ground,
        unit,
        depth + 1,
        Math.min(1, share * 14),
      );
    } else if (share < RISES) {
      const k = Math.min(1, (share - KNEELS) / (CLIMBS - KNEELS));
      this.#walker.show(blindOffer(k, s), beside, ground, unit, depth + 1, 1);
    } else {
      const t = Math.min(1, (share - RISES) / (STANDS - RISES));
      const pose = t < 1 ? pairRise(t, s) : pairStand(s);
      this.#walker.show(pose, beside + RISE_RUN * riseShare(t) * unit, ground, unit, depth + 1, 1);
    }
    if (share < SITS_UP) return false;
    if (share < CLIMBS) this.#lame.show(lameSit(s), x, y, unit, depth, 1, false);
    else if (share < RISES) {
      const t = (share - CLIMBS) / (RISES - CLIMBS);
      const k = between(t, 0.24, 1);
      const overX = beside + ASTRIDE[0] * unit;
      const overY = ground + ASTRIDE[1] * unit;
      const arc = 46 * unit * Math.sin(Math.PI * k);
      // Until he has pushed himself off he is behind the other, then on his back.
      this.#lame.show(
        lameClimb(t, s),
        x + (overX - x) * k,
        y + (overY - y) * k - arc,
        unit,
        depth + (k > 0.3 ? 2 : 0),
        1,
        false,
      );
    } else this.#lame.hide();
    return true;
  }

  hide(): void {
    this.#stone?.destroy();
    this.#stone = null;
  }

  destroy(): void {
    this.hide();
  }

  /** The stone by itself: he leaves it behind. */
  #showStone(x: number, y: number, unit: number, depth: number): void {
    if (!this.#stone) {
      const { puppets } = this.#stage;
      this.#stone = puppets.sprite('lame/stone', 0, 0, 1, 0);
      this.#stonePer = 1 / puppets.sheet.piece('lame/stone').scale;
    }
    this.#stone
      .setPosition(x, y + (SEAT[1] + 8) * unit)
      .setScale(unit * this.#stonePer)
      .setDepth(depth)
      .setVisible(true);
  }
}
