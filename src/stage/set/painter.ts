/**
 * Paints what stands still (sky, hills, water, stage edge) once per size into canvas textures with fixed keys, from
 * gradients made here and pieces of the sheet. A layer is then one quad per frame, whatever went into it.
 */
import type * as Phaser from 'phaser';
import type { Sheet } from './sheet.ts';

export class Painter {
  readonly sheet: Sheet;
  readonly #scene: Phaser.Scene;
  /** Texture pixels per CSS pixel. */
  ratio: number;

  constructor(scene: Phaser.Scene, sheet: Sheet, ratio: number) {
    this.#scene = scene;
    this.sheet = sheet;
    this.ratio = ratio;
  }

  /**
   * Paints a texture of the given size in CSS pixels and returns its key. `ratio` overrides the screen's, for soft
   * things that need few pixels. Painting a key again replaces it: its images must be made anew.
   */
  paint(
    key: string,
    width: number,
    height: number,
    draw: (context: CanvasRenderingContext2D) => void,
    ratio = this.ratio,
  ): string {
    const { textures } = this.#scene;
    const w = Math.max(1, Math.round(width * ratio));
    const h = Math.max(1, Math.round(height * ratio));
    if (textures.exists(key)) textures.remove(key);
    const canvas = document.createElement('canvas');
    canvas.width = w;
    canvas.height = h;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error(`the texture ${key} could not be made`);
    context.scale(w / width, h / height);
    draw(context);
    // Phaser's own canvas textures go to the graphics card when they are still empty, and again when they are painted.
    textures.create(key, [canvas], w, h)?.add('__BASE', 0, 0, 0, w, h);
    return key;
  }

  /** An image of a part of a painted texture, laid where it was painted. The part is given in CSS pixels. */
  layPart(
    key: string,
    part: string,
    box: { x: number; y: number; width: number; height: number },
    depth: number,
  ): Phaser.GameObjects.Image {
    const texture = this.#scene.textures.get(key);
    const x = Math.round(box.x * this.ratio);
    const y = Math.round(box.y * this.ratio);
    const width = Math.round((box.x + box.width) * this.ratio) - x;
    const height = Math.round((box.y + box.height) * this.ratio) - y;
    texture.add(part, 0, x, y, width, height);
    return this.#scene.add
      .image(x / this.ratio, y / this.ratio, key, part)
      .setOrigin(0, 0)
      .setScale(1 / this.ratio)
      .setDepth(depth);
  }

  /** An image of a painted texture, laid at CSS pixels (x, y) from its top left corner. */
  lay(key: string, x: number, y: number, depth: number, width: number, height: number): Phaser.GameObjects.Image {
    return this.#scene.add.image(x, y, key).setOrigin(0, 0).setDisplaySize(width, height).setDepth(depth);
  }
}

/** Runs a drawing with a blur of `radius` CSS pixels where the browser can; elsewhere it stays sharp. */
export function blurred(context: CanvasRenderingContext2D, radius: number, draw: () => void): void {
  const before = context.filter;
  context.filter = `blur(${radius}px)`;
  draw();
  context.filter = before ?? 'none';
}

/** Fills the whole of a box with a gradient of stops [share, colour]. */
export function fillDown(
  context: CanvasRenderingContext2D,
  box: { x: number; y: number; width: number; height: number },
  stops: readonly (readonly [number, string])[],
): void {
  const gradient = context.createLinearGradient(0, box.y, 0, box.y + box.height);
  for (const [share, colour] of stops) gradient.addColorStop(share, colour);
  context.fillStyle = gradient;
  context.fillRect(box.x, box.y, box.width, box.height);
}

/** Fills the box with light from a point: an ellipse of the given radii, stops from its middle outwards. */
export function fillAround(
  context: CanvasRenderingContext2D,
  box: { x: number; y: number; width: number; height: number },
  lamp: { x: number; y: number; rx: number; ry: number },
  stops: readonly (readonly [number, string])[],
): void {
  context.save();
  context.beginPath();
  context.rect(box.x, box.y, box.width, box.height);
  context.clip();
  context.translate(lamp.x, lamp.y);
  context.scale(lamp.rx, lamp.ry);
  const gradient = context.createRadialGradient(0, 0, 0, 0, 0, 1);
  for (const [share, colour] of stops) gradient.addColorStop(share, colour);
  context.fillStyle = gradient;
  const reach = 4 * Math.max(box.width / lamp.rx, box.height / lamp.ry);
  context.fillRect(-reach, -reach, 2 * reach, 2 * reach);
  context.restore();
}
