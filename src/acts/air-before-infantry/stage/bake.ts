/**
 * Figures that are seen small and often are painted once, moment by moment, into one texture: then each of them is a single
 * sprite. Their parts come from the sheet, their moments from the same poses that move the large ones.
 */
import type * as Phaser from 'phaser';
import { frameOf, type Pose, type Rig } from '../../../stage/rig/rig.ts';
import { solve, solved, STRIDE } from '../../../stage/rig/solve.ts';
import type { Stage } from '../../../stage/stage.ts';

/** A part of a figure's own space, in units. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A painted flipbook. */
export interface Book {
  readonly key: string;
  readonly moments: number;
  /** 1 over texture pixels per unit. */
  readonly per: number;
  readonly originX: number;
  readonly originY: number;
}

const COLUMNS = 8;

/** Paints a book of moments; `size` is CSS pixels per unit at which it will be seen at most. */
export function bakeBook(
  stage: Stage,
  key: string,
  rig: Rig,
  dye: string,
  poses: readonly Pose[],
  frame: Frame,
  size: number,
): Book {
  const wide = Math.ceil(frame.width * size) + 2;
  const high = Math.ceil(frame.height * size) + 2;
  const { painter, scene } = stage;
  const rows = Math.ceil(poses.length / COLUMNS);
  const at = solved(rig);
  painter.paint(key, COLUMNS * wide, rows * high, (context) => {
    for (const [n, pose] of poses.entries()) {
      context.save();
      context.beginPath();
      context.rect((n % COLUMNS) * wide, Math.floor(n / COLUMNS) * high, wide, high);
      context.clip();
      context.translate((n % COLUMNS) * wide + 1 - frame.x * size, Math.floor(n / COLUMNS) * high + 1 - frame.y * size);
      drawPose(context, stage, rig, dye, pose, at, size);
      context.restore();
    }
  });
  const { ratio } = painter;
  const texture = scene.textures.get(key);
  const width = Math.floor(wide * ratio);
  const height = Math.floor(high * ratio);
  for (let n = 0; n < poses.length; n++)
    texture.add(
      String(n),
      0,
      Math.round((n % COLUMNS) * wide * ratio),
      Math.round(Math.floor(n / COLUMNS) * high * ratio),
      width,
      height,
    );
  return {
    key,
    moments: poses.length,
    per: 1 / (size * ratio),
    originX: ((1 - frame.x * size) * ratio) / width,
    originY: ((1 - frame.y * size) * ratio) / height,
  };
}

/** Draws a figure with its ground point at (0, 0). */
function drawPose(
  context: CanvasRenderingContext2D,
  stage: Stage,
  rig: Rig,
  dye: string,
  pose: Pose,
  at: Float32Array,
  size: number,
): void {
  solve(rig, pose, at);
  for (const index of rig.order) {
    const part = rig.parts[index];
    const o = index * STRIDE;
    if (!part || part.frame === '' || at[o + 5] !== 1) continue;
    context.save();
    context.translate((at[o] ?? 0) * size, (at[o + 1] ?? 0) * size);
    context.rotate(at[o + 2] ?? 0);
    context.scale(at[o + 3] ?? 1, at[o + 4] ?? 1);
    stage.painter.sheet.draw(context, frameOf(part, dye), 0, 0, size);
    context.restore();
  }
}

/** Shows one moment of a book on a sprite. `size` is CSS pixels per unit; `flip` turns it to face −x. */
export function showMoment(
  image: Phaser.GameObjects.Image,
  book: Book,
  moment: number,
  x: number,
  y: number,
  size: number,
  flip: boolean,
): void {
  const name = NAMES[moment % book.moments] as string;
  if (image.texture.key !== book.key || image.frame.name !== name) {
    image.setTexture(book.key, name);
    image.setOrigin(book.originX, book.originY);
  }
  image.x = x;
  image.y = y;
  const k = size * book.per;
  image.scaleX = flip ? -k : k;
  image.scaleY = k;
  if (!image.visible) image.setVisible(true);
}

const NAMES: readonly string[] = Array.from({ length: 64 }, (_, n) => String(n));
