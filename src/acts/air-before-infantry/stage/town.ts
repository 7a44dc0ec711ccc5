/** One town: its far wall, its roofs, the paper wall in front, its flag, the mist about walls nobody has seen. */
import type * as Phaser from 'phaser';
import { DEPTH, type Stage } from '../../../stage/stage.ts';
import { Picture } from './picture.ts';
import type { TownPlace } from './province-layout.ts';
import type { TownLook } from './town-look.ts';
import { FULL_WALLS, findBack, findWall, TOWN_UNITS, type TownKind, type WallPiece } from './wall-pieces.ts';

/** Walls of a held town are left this high: its gate stands open. */
const HELD_WALLS = 30;
/** Seconds in which most of a change of height is done. */
const FALL_S = 0.16;
const GROW_S = 0.42;
/** How clearly the part of a wall is seen that an order would tear off. */
const GOING = 0.46;
const FLAG_HZ = 3.2;
/** How dense the mist is about unknown walls, and how wide against a small town. */
const VEILED = 0.66;
const VEIL: Readonly<Record<TownKind, number>> = { small: 0.8, medium: 1.06, large: 1.36 };

export class Town {
  readonly place: TownPlace;
  readonly kind: TownKind;
  readonly #stage: Stage;
  readonly #back: Picture | null;
  readonly #roofs: Picture;
  readonly #front: Picture;
  #flag: Picture | null;
  readonly #depth: number;
  readonly #isPlain: boolean;
  #veil: Phaser.GameObjects.Image | null = null;
  #left: Picture | null = null;
  #glow: Phaser.GameObjects.Image | null = null;
  readonly #piece: WallPiece = { name: '', stretch: 1 };
  #walls = -1;
  #rest = -1;
  #veilAlpha = -1;
  #shown = 1;
  #isHeld = false;
  #rose = 0;

  constructor(stage: Stage, place: TownPlace, kind: TownKind, isPlain: boolean) {
    this.#stage = stage;
    this.place = place;
    this.kind = kind;
    const { x, y, size } = place;
    this.#depth = depthAt(y);
    const put = (name: string, step: number): Picture => {
      const picture = new Picture(stage, name, this.#depth + step);
      picture.image.setPosition(x, y);
      picture.size(size);
      return picture;
    };
    this.#back = isPlain ? null : put(findBack(kind, 100), -0.3);
    this.#roofs = put(`province/roofs-${kind}`, -0.2);
    this.#front = put(`province/wall-${kind}-5`, 0.1);
    this.#flag = isPlain ? null : put('province/flag-rival-1', -0.25);
    this.#isPlain = isPlain;
  }

  /** Where the top of its wall is now, in CSS pixels. */
  get top(): number {
    return this.place.y + this.#deep() - (Math.max(0, this.#walls) / 100) * FULL_WALLS * this.place.size;
  }

  /** Where a wall of so many points ends. */
  heightAt(walls: number): number {
    return this.place.y + this.#deep() - (walls / 100) * FULL_WALLS * this.place.size;
  }

  /** The foot of its wall, in the middle. */
  get foot(): number {
    return this.place.y + this.#deep();
  }

  /** Draws it. `dim` 0..1 takes light from it; `atOnce` leaves out the way from the old height to the new one. */
  update(look: TownLook, dim: number, timeS: number, seconds: number, calm: boolean, atOnce: boolean): void {
    const { size } = this.place;
    const goal = look.isHeld ? HELD_WALLS : look.now.most;
    const rest = look.isHeld ? HELD_WALLS : Math.min(goal, look.after.most);
    this.#walls =
      atOnce || calm || this.#walls < 0 ? goal : ease(this.#walls, goal, goal < this.#walls ? FALL_S : GROW_S, seconds);
    this.#rest = atOnce || calm || this.#rest < 0 ? rest : ease(this.#rest, rest, 0.1, seconds);
    this.#drawWalls(look.isTorn || look.isHeld, size);
    this.#drawVeil(look, seconds, timeS, calm);
    this.#drawFlag(look.isHeld, timeS, seconds, calm, atOnce);
    const shown = 1 - dim;
    if (Math.abs(shown - this.#shown) > 0.004) this.#shade(shown);
  }

  destroy(): void {
    for (const picture of [this.#back, this.#roofs, this.#front, this.#flag, this.#left]) picture?.destroy();
    this.#veil?.destroy();
    this.#glow?.destroy();
  }

  #deep(): number {
    return TOWN_UNITS[this.kind].deep * this.place.size;
  }

  #drawWalls(isTorn: boolean, size: number): void {
    // Where there are many towns, a few points more or less of all of them are told by the plates alone.
    const isGoing = this.#walls - this.#rest > (this.#isPlain ? 6 : 0.8);
    const solid = isGoing ? this.#rest : this.#walls;
    findWall(this.kind, solid, isTorn || isGoing, this.#piece);
    this.#front.visible = this.#piece.name !== '';
    if (this.#piece.name !== '') {
      this.#front.show(this.#piece.name);
      this.#front.size(size, size * this.#piece.stretch);
    }
    this.#back?.show(findBack(this.kind, solid));
    if (!isGoing) {
      if (this.#left) this.#left.visible = false;
      return;
    }
    // The part that would be torn off is still seen, as paper before the lamp.
    this.#left ??= new Picture(this.#stage, this.#front.name, this.#depth);
    findWall(this.kind, this.#walls, true, this.#piece);
    this.#left.visible = this.#piece.name !== '';
    if (this.#piece.name === '') return;
    this.#left.show(this.#piece.name);
    this.#left.image.setPosition(this.place.x, this.place.y).setAlpha(GOING);
    this.#left.size(size, size * this.#piece.stretch);
  }

  #drawVeil(look: TownLook, seconds: number, timeS: number, calm: boolean): void {
    const goal = look.isKnown || look.isHeld ? 0 : VEILED;
    this.#veilAlpha = this.#veilAlpha < 0 ? goal : ease(this.#veilAlpha, goal, 0.3, seconds);
    if (this.#veilAlpha < 0.02) {
      if (this.#veil?.visible === true) this.#veil.setVisible(false);
      return;
    }
    const { x, size } = this.place;
    const wide = size * VEIL[this.kind];
    if (!this.#veil) {
      this.#veil = this.#stage.puppets.sprite('province/veil', x, 0, wide, this.#depth + 0.3);
      this.#veil.scaleY *= 0.72;
    }
    const lift = 1 - this.#veilAlpha / VEILED;
    const sway = calm ? 0 : Math.sin(timeS * 0.5 + x * 0.03) * 4 * size;
    // Mist lies where the wall's top may be: from the lowest estimate up.
    const y = this.heightAt((look.now.least + look.now.most) / 2) + 15 * size - lift * 40 * size;
    this.#veil
      .setVisible(true)
      .setPosition(x + sway, y)
      .setAlpha(this.#veilAlpha);
  }

  #drawFlag(isHeld: boolean, timeS: number, seconds: number, calm: boolean, atOnce: boolean): void {
    const { x, y, size } = this.place;
    if (isHeld !== this.#isHeld) {
      this.#isHeld = isHeld;
      this.#rose = atOnce ? 1 : 0;
      this.#roofs.show(isHeld ? `province/roofs-${this.kind}-held` : `province/roofs-${this.kind}`);
    }
    this.#rose = !isHeld ? 0 : calm ? 1 : ease(this.#rose, 1, 0.2, seconds);
    const beat = calm ? 0 : Math.floor((timeS * FLAG_HZ + x * 0.11) % 3);
    if (!isHeld && this.#isPlain) {
      if (this.#flag) this.#flag.visible = false;
      return;
    }
    const flag = (this.#flag ??= new Picture(this.#stage, 'province/flag-own-1', this.#depth - 0.25));
    flag.visible = true;
    flag.show(isHeld ? (OWN[beat] as string) : (RIVAL[beat] as string));
    const { high } = TOWN_UNITS[this.kind];
    const rise = isHeld ? this.#rose : 1;
    const k = size * (isHeld ? 0.9 : 0.58);
    flag.size(k, k * Math.max(0.02, rise));
    flag.image.setPosition(
      x + (isHeld ? 0 : -TOWN_UNITS[this.kind].wide * 0.36 * size),
      y - high * size * (isHeld ? 1.16 : 0.86),
    );
    if (isHeld) {
      this.#glow ??= this.#stage.scene.add
        .image(x, y - 20 * size, 'lamp-glow')
        .setBlendMode(1)
        .setDepth(this.#depth - 0.5);
      const wide = TOWN_UNITS[this.kind].wide * size * 3.4;
      const breath = calm ? 0 : 0.04 * Math.sin(timeS * 1.3 + x);
      this.#glow.setDisplaySize(wide, wide * 0.78).setAlpha((0.52 + breath) * Math.min(1, this.#rose * 1.4));
      this.#glow.setVisible(true);
    } else if (this.#glow?.visible === true) this.#glow.setVisible(false);
  }

  /** Takes light away from the whole town, or gives it back. */
  #shade(shown: number): void {
    this.#shown = shown;
    const level = Math.round(255 * shown);
    const tint = (level << 16) | (Math.round(level * 0.99) << 8) | Math.round(level * 0.97);
    this.#front.image.setTint(tint);
    this.#roofs.image.setTint(tint);
    this.#back?.image.setTint(tint);
    this.#flag?.image.setTint(tint);
  }
}

/** Painting order of what stands on the ground at a height of the screen. */
export function depthAt(y: number): number {
  return DEPTH.shore + Math.min(1900, y * 0.9);
}

const OWN = [1, 2, 3].map((n) => `province/flag-own-${n}`);
const RIVAL = [1, 2, 3].map((n) => `province/flag-rival-${n}`);

function ease(value: number, goal: number, takesS: number, seconds: number): number {
  const next = goal + (value - goal) * Math.exp(-seconds / takesS);
  return Math.abs(next - goal) < 0.02 ? goal : next;
}
