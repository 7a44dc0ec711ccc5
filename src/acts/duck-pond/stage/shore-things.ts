/** What lies at the spots: heaps of grain, strips of glue, the light of what is pointed at, the aim, and fear. */
import type * as Phaser from 'phaser';
import type { Pointing } from '../../../stage/act-stage.ts';
import { spring, type Spring } from '../../../stage/rig/blend.ts';
import { DEPTH, type Stage } from '../../../stage/stage.ts';
import { SPOTS } from '../rules/intents.ts';
import type { PondView } from '../rules/state.ts';
import { spotBox, spotX, type PondLayout } from './pond-layout.ts';

interface SpotThings {
  readonly grain: readonly Phaser.GameObjects.Image[];
  readonly glue: Phaser.GameObjects.Image;
  readonly ring: Phaser.GameObjects.Image;
  readonly glow: Phaser.GameObjects.Image;
  readonly fear: Phaser.GameObjects.Image;
  /** Heap and strip swell to their size instead of jumping. */
  heap: Spring;
  strip: Spring;
  light: number;
  pressMs: number;
}

export class ShoreThings {
  readonly #spots: SpotThings[] = [];
  readonly #reticle: Phaser.GameObjects.Image;
  readonly #layout: PondLayout;
  #pointing: Pointing = { hovered: null, focused: null, scanned: null };
  #aimX = 0;
  #aimLight = 0;
  #timeMs = 0;

  constructor(stage: Stage, layout: PondLayout) {
    this.#layout = layout;
    const { puppets, scene } = stage;
    const k = layout.duckSize;
    const wide = layout.pitch / 170;
    for (let at = 0; at < SPOTS; at++) {
      const x = spotX(layout, at);
      const y = this.#groundY();
      const ring = puppets.sprite('pond/spot', x, y, wide * 0.9, DEPTH.shore + 20);
      const glow = scene.add
        .image(x, y, 'lamp-glow')
        .setBlendMode(1)
        .setDepth(DEPTH.shore + 10)
        .setDisplaySize(layout.pitch * 1.25, layout.pitch * 0.62);
      const glue = puppets.sprite('pond/glue-1', x, y, wide * 0.82, DEPTH.shore + 30);
      const heaps = [1, 2, 3].map((n) =>
        puppets
          .sprite(`pond/grain-${n}`, x, y + 4 * k, Math.max(k * 1.3, wide * 0.78), DEPTH.shore + 40 + n)
          .setVisible(false),
      );
      const fear = puppets.sprite(
        'pond/ripple',
        x,
        layout.sandTop - (layout.sandTop - layout.waterTop) * 0.4,
        wide * 1.1,
        DEPTH.water + 6,
      );
      this.#spots.push({
        grain: heaps,
        glue,
        ring,
        glow,
        fear,
        heap: { value: 0, velocity: 0 },
        strip: { value: 0, velocity: 0 },
        light: 0,
        pressMs: 0,
      });
    }
    this.#reticle = puppets.sprite('pond/reticle', 0, 0, 0.5, DEPTH.marks).setVisible(false);
  }

  #groundY(): number {
    const { frontRow, backRow } = this.#layout;
    return frontRow - (frontRow - backRow) * 0.36;
  }

  /** Where grain and glue lie at a spot. */
  ground(at: number): { x: number; y: number } {
    return { x: spotX(this.#layout, at), y: this.#groundY() };
  }

  point(pointing: Pointing): void {
    this.#pointing = pointing;
  }

  /** Answers a press at once. */
  press(at: number): void {
    const spot = this.#spots[at];
    if (spot) spot.pressMs = 260;
  }

  /** `steadiness` 0 to 1 closes the ring of the aim. */
  update(view: PondView, steadiness: number, wallMs: number, calm: boolean): void {
    this.#timeMs += wallMs;
    const seconds = Math.min(0.05, wallMs / 1000);
    const t = this.#timeMs / 1000;
    for (let at = 0; at < SPOTS; at++) {
      const spot = this.#spots[at];
      if (!spot) continue;
      this.#drawGrain(spot, view.grain[at] as number, view.parameters.handful, seconds);
      this.#drawGlue(spot, view.glue[at] as number, seconds, t + at, calm);
      this.#drawLight(spot, at, wallMs, t, calm);
      const fear = view.fear[at] as number;
      const pulse = calm ? 0.5 : (t * 1.4 + at * 0.3) % 1;
      spot.fear.setAlpha(fear < 0.03 ? 0 : fear * 0.75 * (1 - pulse));
      spot.fear.setScale((this.#layout.pitch / 170) * (0.6 + 0.8 * pulse));
    }
    this.#drawAim(view, steadiness, wallMs, t, calm);
  }

  destroy(): void {
    for (const { grain, glue, ring, glow, fear } of this.#spots)
      for (const image of [...grain, glue, ring, glow, fear]) image.destroy();
    this.#reticle.destroy();
  }

  #drawGrain(spot: SpotThings, kernels: number, handful: number, seconds: number): void {
    const share = Math.min(1, kernels / Math.max(1, 2.4 * handful));
    spot.heap = spring(spot.heap, share, 2.4, 0.6, seconds);
    const heap = Math.max(0, spot.heap.value);
    const level = heap < 0.02 ? 0 : heap < 0.3 ? 1 : heap < 0.66 ? 2 : 3;
    for (const [n, image] of spot.grain.entries()) {
      const isShown = level === n + 1;
      if (image.visible !== isShown) image.setVisible(isShown);
    }
  }

  #drawGlue(spot: SpotThings, strength: number, seconds: number, t: number, calm: boolean): void {
    spot.strip = spring(spot.strip, strength, 2.2, 0.55, seconds);
    const shown = Math.max(0, spot.strip.value);
    spot.glue.setVisible(shown > 0.02);
    if (shown <= 0.02) return;
    const wide = (this.#layout.pitch / 170) * 0.82;
    const breathes = calm ? 0 : Math.sin(t * 1.1) * 0.012;
    spot.glue.setScale(
      wide * (0.45 + 0.55 * Math.min(1.06, shown)) + breathes,
      wide * (0.55 + 0.5 * Math.min(1.04, shown)),
    );
    spot.glue.setAlpha(0.5 + 0.5 * Math.min(1, shown * 1.6));
  }

  #drawLight(spot: SpotThings, at: number, wallMs: number, t: number, calm: boolean): void {
    const id = `spot-${at}`;
    const { hovered, focused, scanned } = this.#pointing;
    const strong = focused === id || scanned === id;
    const goal = strong ? 1 : hovered === id ? 0.62 : 0;
    spot.light += (goal - spot.light) * Math.min(1, wallMs / 70);
    spot.pressMs = Math.max(0, spot.pressMs - wallMs);
    const flash = spot.pressMs / 260;
    const light = Math.min(1, spot.light + flash);
    spot.ring.setVisible(light > 0.02);
    spot.glow.setVisible(light > 0.02);
    if (light <= 0.02) return;
    const wide = (this.#layout.pitch / 170) * 0.9;
    spot.ring.setAlpha(light).setScale(wide * (1 + (calm ? 0 : 0.03 * Math.sin(t * 3.2)) + 0.12 * flash));
    spot.glow.setAlpha(0.3 * light + 0.3 * flash);
  }

  #drawAim(view: PondView, steadiness: number, wallMs: number, t: number, calm: boolean): void {
    const at = view.aimAt;
    this.#aimLight += ((at >= 0 ? 1 : 0) - this.#aimLight) * Math.min(1, wallMs / 80);
    this.#reticle.setVisible(this.#aimLight > 0.03);
    if (at >= 0) {
      const goal = spotX(this.#layout, at);
      this.#aimX = this.#aimLight < 0.2 ? goal : this.#aimX + (goal - this.#aimX) * Math.min(1, wallMs / 60);
    }
    if (this.#aimLight <= 0.03) return;
    const box = spotBox(this.#layout, 0);
    const sway = calm ? 0 : (1 - steadiness) * 7;
    const y = box.y + box.height * 0.34;
    const size = (this.#layout.pitch / 170) * (0.66 - 0.3 * steadiness);
    this.#reticle.setPosition(this.#aimX + Math.sin(t * 2.9) * sway, y + Math.cos(t * 2.3) * sway * 0.7);
    this.#reticle.setScale(Math.max(0.2, size)).setAlpha(this.#aimLight * (0.62 + 0.38 * steadiness));
    this.#reticle.rotation = (1 - steadiness) * 0.8;
  }
}
