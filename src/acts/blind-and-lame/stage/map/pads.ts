/**
 * The rosettes: four leaves for the steps, four for the calls. A leaf is where the button of its control stands; it is
 * lit by whatever points at it, and swells when it is pressed.
 */
import type * as Phaser from 'phaser';
import type { Control } from '../../../../kernel/act.ts';
import type { Pointing } from '../../../../stage/act-stage.ts';
import type { Box } from '../../../../stage/layout/stage-layout.ts';
import { spring, type Spring } from '../../../../stage/rig/blend.ts';
import type { Stage } from '../../../../stage/stage.ts';
import { layOutMap, leafBox, type Rosette } from './map-layout.ts';
import { rescale } from './rescale.ts';
import { seatsOf, type SeatView } from './seats.ts';

/** Before the gathered curtain at the sides, behind its halves. */
const DEPTH = 6999.5;
/** From the rosette's middle to the tip of a leaf, in units of the drawing. */
const REACH = 114;
const PRESS_MS = 200;
const FADE_MS = 260;
const WAYS = ['up', 'right', 'down', 'left'] as const;
type Way = (typeof WAYS)[number];
const TURN: Readonly<Record<Way, number>> = { up: 0, right: Math.PI / 2, down: Math.PI, left: -Math.PI / 2 };
const GROUPS = ['walk', 'call'] as const;
type Group = (typeof GROUPS)[number];

interface Leaf {
  readonly way: Way;
  readonly plain: Phaser.GameObjects.Image;
  readonly lit: Phaser.GameObjects.Image;
  /** The control that it presses; null while nothing lies that way. */
  id: string | null;
  isEnabled: boolean;
  pressMs: number;
  swell: Spring;
  light: number;
}

interface Drawn {
  readonly rosette: Rosette;
  readonly leaves: readonly Leaf[];
  readonly all: Phaser.GameObjects.Container;
}

export class Pads {
  readonly #stage: Stage;
  readonly #hands: number;
  #rosettes: Partial<Record<Group, Drawn>> = {};
  #controls: readonly Control[] = [];
  readonly #ways = new Map<string, Way>();
  #pointing: Pointing = { hovered: null, focused: null, scanned: null };
  readonly #pressed = new Map<string, number>();
  #seen = 1;

  constructor(stage: Stage, view: SeatView) {
    this.#stage = stage;
    this.#hands = seatsOf(view).length;
    this.#make();
  }

  /** What can be acted on now: leaves are there for what is offered, and bright for what is enabled. */
  offer(controls: readonly Control[], view: SeatView): void {
    this.#controls = controls;
    this.#ways.clear();
    for (const seat of seatsOf(view)) {
      for (const way of WAYS) {
        const id = seat[way];
        if (id !== undefined) this.#ways.set(id, way);
      }
    }
    this.#assign();
  }

  /** `isAway`: nothing can be pressed now, and the picture has the room. */
  update(wallMs: number, calm: boolean, isAway: boolean): void {
    const step = wallMs / FADE_MS;
    this.#seen = Math.max(0, Math.min(1, this.#seen + (isAway ? -step : step)));
    for (const group of GROUPS) {
      const drawn = this.#rosettes[group];
      if (!drawn?.all.visible) continue;
      drawn.all.setAlpha(this.#seen);
      for (const leaf of drawn.leaves) this.#draw(leaf, drawn.rosette, wallMs, calm);
    }
  }

  /** The box of a control's button, or null for one that has no leaf. */
  place(id: string): Box | null {
    const way = this.#ways.get(id);
    const drawn = this.#rosettes[id.startsWith('call-') ? 'call' : 'walk'];
    return way === undefined || !drawn ? null : leafBox(drawn.rosette, way);
  }

  point(pointing: Pointing): void {
    this.#pointing = pointing;
  }

  /** Answers a press at once. */
  press(id: string): void {
    this.#pressed.set(id, PRESS_MS);
  }

  resize(): void {
    this.#clear();
    this.#make();
    this.#assign();
  }

  destroy(): void {
    this.#clear();
  }

  #make(): void {
    const stage = this.#stage;
    // The pads do not depend on how long the road is.
    const layout = layOutMap(stage.layout, 2, this.#hands);
    for (const group of GROUPS) {
      const rosette = group === 'walk' ? layout.steps : layout.calls;
      const { box } = rosette;
      const all = stage.scene.add.container(box.x + box.width / 2, box.y + box.height / 2).setDepth(DEPTH);
      all.setVisible(false);
      const size = box.width / 2 / REACH;
      const make = (name: string): Phaser.GameObjects.Image => {
        const image = stage.puppets.sprite(`mountain/pad-${name}`, 0, 0, size, 0);
        all.add(image);
        return image;
      };
      const leaves = WAYS.map((way): Leaf => {
        const plain = make(group).setRotation(TURN[way]);
        const lit = make(`${group}-lit`).setRotation(TURN[way]).setAlpha(0);
        return {
          way,
          plain,
          lit,
          id: null,
          isEnabled: false,
          pressMs: 0,
          swell: { value: size, velocity: 0 },
          light: 0,
        };
      });
      make(`${group}-hub`);
      this.#rosettes[group] = { rosette, leaves, all };
    }
  }

  #assign(): void {
    for (const group of GROUPS) {
      const drawn = this.#rosettes[group];
      if (!drawn) continue;
      const offered = this.#controls.filter((control) => control.group === group);
      drawn.all.setVisible(offered.length > 0);
      for (const leaf of drawn.leaves) {
        const control = offered.find((each) => this.#ways.get(each.id) === leaf.way);
        leaf.id = control?.id ?? null;
        leaf.isEnabled = control?.enabled ?? false;
      }
    }
  }

  #draw(leaf: Leaf, rosette: Rosette, wallMs: number, calm: boolean): void {
    const { id } = leaf;
    const pressed = id === null ? undefined : this.#pressed.get(id);
    if (id !== null && pressed !== undefined) {
      leaf.pressMs = pressed;
      this.#pressed.delete(id);
    }
    leaf.pressMs = Math.max(0, leaf.pressMs - wallMs);
    const { hovered, focused, scanned } = this.#pointing;
    const isPointed = id !== null && (id === hovered || id === focused || id === scanned);
    const isDown = leaf.pressMs > 0;
    const goal = isDown ? 1 : isPointed ? 0.72 : 0;
    leaf.light += (goal - leaf.light) * Math.min(1, wallMs / (goal > leaf.light ? 45 : 150));
    leaf.lit.setAlpha(leaf.isEnabled ? leaf.light : leaf.light * 0.4);
    leaf.plain.setAlpha(id === null ? 0.25 : leaf.isEnabled ? 0.96 : 0.55);
    const full = rosette.box.width / 2 / REACH;
    leaf.swell = calm
      ? { value: full, velocity: 0 }
      : spring(leaf.swell, isDown ? full * 1.1 : full, 5, 0.5, Math.min(0.05, wallMs / 1000));
    // The sprite's scale is that of its raster; only the ratio to its full size matters here.
    const by = leaf.swell.value / full;
    rescale(leaf.plain, by);
    rescale(leaf.lit, by);
  }

  #clear(): void {
    for (const group of GROUPS) this.#rosettes[group]?.all.destroy(true);
    this.#rosettes = {};
  }
}
