/**
 * Everything painted that has no edges (skies, mist, dark, pools of light), in one texture. A batch holds few textures:
 * with nine of them and more, some renderers draw turned sprites in pieces.
 */
import type * as Phaser from 'phaser';
import { css, rgb } from '../../../stage/light/colour.ts';
import { fillAround, fillDown } from '../../../stage/set/painter.ts';
import type { Stage } from '../../../stage/stage.ts';
import { paintLast, paintLate, paintSky, paintTerrace, paintVale } from './paint-sky.ts';
import type { RoadLayout } from './road-layout.ts';
import { scatter } from './scatter.ts';

const KEY = 'road-soft';
/** Pixels painted beyond a thing's own edge, so that its neighbours do not shine into it. */
const RIM = 3;
/** The sky's pixels against the screen's. */
const SKY_RATIO = 0.5;

export type SoftThing =
  | 'sky'
  | 'late'
  | 'last'
  | 'vale'
  | 'night'
  | 'pool'
  | 'dark'
  | 'deep'
  | 'rod'
  | 'indigo'
  | 'iris'
  | 'stars'
  | 'terrace';

/** Pixels, and units of the set, after which a terrace repeats. */
export const TERRACE = 560;

interface Patch {
  readonly name: SoftThing;
  readonly width: number;
  readonly height: number;
  draw(context: CanvasRenderingContext2D, width: number, height: number): void;
}

/** Paints all of them for a layout. Painting again replaces them: their images must be made anew. */
export function paintSoftThings({ painter, scene }: Stage, layout: RoadLayout): void {
  const { opening, sun } = layout;
  const skyWidth = Math.round(opening.width * SKY_RATIO);
  const skyHeight = Math.round(opening.height * SKY_RATIO);
  const patches: readonly Patch[] = [
    {
      name: 'sky',
      width: skyWidth,
      height: skyHeight,
      draw: (context, width, height) =>
        paintSky(
          context,
          { x: 0, y: 0, width, height },
          (sun.x - opening.x) * SKY_RATIO,
          (sun.low - opening.y - sun.radius * 1.6) * SKY_RATIO,
        ),
    },
    { name: 'vale', width: 256, height: 256, draw: paintVale },
    { name: 'late', width: 64, height: 128, draw: paintLate },
    { name: 'last', width: 16, height: 128, draw: paintLast },
    { name: 'night', width: 16, height: 128, draw: paintNight },
    { name: 'indigo', width: 16, height: 128, draw: paintIndigo },
    { name: 'deep', width: 16, height: 64, draw: paintDeep },
    { name: 'dark', width: 16, height: 16, draw: paintDark },
    { name: 'rod', width: 8, height: 128, draw: paintRod },
    { name: 'iris', width: 256, height: 256, draw: paintIris },
    {
      name: 'terrace',
      width: TERRACE,
      height: 72,
      draw: (context, width, height) => paintRepeated(context, width, height, paintTerrace),
    },
    { name: 'stars', width: 512, height: 256, draw: paintStars },
    { name: 'pool', width: 128, height: 128, draw: paintPool },
  ];
  const across = patches.reduce((sum, patch) => sum + patch.width + 2 * RIM, 0);
  const down = Math.max(...patches.map((patch) => patch.height)) + 2 * RIM;
  painter.paint(
    KEY,
    across,
    down,
    (context) => {
      let x = 0;
      for (const patch of patches) {
        context.save();
        context.beginPath();
        context.rect(x, 0, patch.width + 2 * RIM, patch.height + 2 * RIM);
        context.clip();
        context.translate(x, 0);
        patch.draw(context, patch.width + 2 * RIM, patch.height + 2 * RIM);
        context.restore();
        x += patch.width + 2 * RIM;
      }
    },
    1,
  );
  const texture = scene.textures.get(KEY);
  let x = 0;
  for (const { name, width, height } of patches) {
    texture.add(name, 0, x + RIM, RIM, width, height);
    x += width + 2 * RIM;
  }
}

/** What makes an image of one of them that repeats, for a strip; sized by the strip. */
export function makeSoft({ scene }: Stage, name: SoftThing, depth: number): Phaser.GameObjects.Image {
  return scene.add.image(0, 0, KEY, name).setOrigin(0, 0).setDepth(depth);
}

/** An image of one of them, from (x, y) and of the given size in CSS pixels. */
export function laySoft(
  { scene }: Stage,
  name: SoftThing,
  x: number,
  y: number,
  width: number,
  height: number,
  depth: number,
): Phaser.GameObjects.Image {
  return scene.add.image(x, y, KEY, name).setOrigin(0, 0).setDisplaySize(width, height).setDepth(depth);
}

function paintNight(context: CanvasRenderingContext2D, width: number, height: number): void {
  fillDown(context, { x: 0, y: 0, width, height }, [
    [0, css(rgb('#070B1C'))],
    [0.5, css(rgb('#0C1028'))],
    [0.8, css(rgb('#0A0B1A'))],
    [1, css(rgb('#06060E'))],
  ]);
}

/** The night of two players: blue enough to be seen beside the map's evening. */
function paintIndigo(context: CanvasRenderingContext2D, width: number, height: number): void {
  fillDown(context, { x: 0, y: 0, width, height }, [
    [0, css(rgb('#222C5C'))],
    [0.5, css(rgb('#1A2450'))],
    [0.85, css(rgb('#141A3C'))],
    [1, css(rgb('#0E1129'))],
  ]);
}

/** Deep water, from where the riverside's drawing ends. */
function paintDeep(context: CanvasRenderingContext2D, width: number, height: number): void {
  fillDown(context, { x: 0, y: 0, width, height }, [
    [0, css(rgb('#1E4258'))],
    [0.5, css(rgb('#14283C'))],
    [1, css(rgb('#0C1420'))],
  ]);
}

function paintDark(context: CanvasRenderingContext2D, width: number, height: number): void {
  context.fillStyle = '#160c0a';
  context.fillRect(0, 0, width, height);
}

/** Paints what repeats across so that its rim goes on where it ends on the other side. */
function paintRepeated(context: CanvasRenderingContext2D, width: number, height: number, paint: Patch['draw']): void {
  const period = width - 2 * RIM;
  for (const n of [-1, 0, 1]) {
    context.save();
    context.translate(RIM + n * period, RIM);
    context.beginPath();
    context.rect(0, 0, period, height);
    context.clip();
    paint(context, period, height - 2 * RIM);
    context.restore();
  }
}

/** Dark with a round hole of a quarter of its side, softly edged. */
function paintIris(context: CanvasRenderingContext2D, width: number, height: number): void {
  const middle = { x: width / 2, y: height / 2, rx: width / 2, ry: height / 2 };
  const dark = rgb('#160c0a');
  fillAround(context, { x: 0, y: 0, width, height }, middle, [
    [0, css(dark, 0)],
    [0.19, css(dark, 0)],
    [0.25, css(dark, 0.5)],
    [0.32, css(dark, 1)],
    [1, css(dark, 1)],
  ]);
}

/** A night sky's stars, fewer and smaller towards the horizon. */
function paintStars(context: CanvasRenderingContext2D, width: number, height: number): void {
  for (let n = 0; n < 110; n++) {
    const y = height * scatter(n * 5 + 11) * scatter(n * 3 + 7);
    const x = width * scatter(n * 7 + 1);
    const size = 0.6 + 0.9 * scatter(n * 11) ** 3;
    context.fillStyle = css(rgb(n % 5 === 0 ? '#FFE3B0' : '#F4F1FF'), 0.75 + 0.25 * scatter(n * 13));
    context.beginPath();
    context.arc(x, y, size, 0, Math.PI * 2);
    context.fill();
  }
}

function paintRod(context: CanvasRenderingContext2D, width: number, height: number): void {
  const fade = context.createLinearGradient(0, 0, 0, height);
  fade.addColorStop(0, 'rgba(30, 16, 12, 0.62)');
  fade.addColorStop(0.4, 'rgba(30, 16, 12, 0.34)');
  fade.addColorStop(0.96, 'rgba(30, 16, 12, 0)');
  context.fillStyle = fade;
  context.fillRect(width / 2 - 1.5, 0, 3, height);
}

function paintPool(context: CanvasRenderingContext2D, width: number, height: number): void {
  fillAround(
    context,
    { x: 0, y: 0, width, height },
    { x: width / 2, y: height / 2, rx: width / 2 - RIM, ry: height / 2 - RIM },
    [
      [0, css(rgb('#FFC066'), 0.66)],
      [0.3, css(rgb('#E08A34'), 0.4)],
      [0.6, css(rgb('#9A4420'), 0.16)],
      [1, css(rgb('#5A1C10'), 0)],
    ],
  );
}
