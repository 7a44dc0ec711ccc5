/** The paper of the map and its two rollers. It unrolls from the middle; in calm it is simply there, or not. */
import type * as Phaser from 'phaser';
import type { Stage } from '../../../../stage/stage.ts';
import type { ScrollLayout } from './map-layout.ts';

const PAPER = 'map-scroll-paper';
const ROLLER = 'map-scroll-roller';
/** Units of the drawings. */
const TILE = 160;
const ROLLER_WIDE = 40;
const ROLLER_TILE = 80;
const KNOB = 40;
const BAND = 20;

export class MapPaper {
  readonly #paper: Phaser.GameObjects.Image;
  readonly #rollers: readonly Phaser.GameObjects.Image[];
  readonly #shade: readonly Phaser.GameObjects.Image[];
  readonly #layout: ScrollLayout;
  readonly #ratio: number;

  constructor(stage: Stage, layout: ScrollLayout, into: Phaser.GameObjects.Container) {
    this.#layout = layout;
    this.#ratio = stage.painter.ratio;
    const { box, roller, field } = layout;
    const width = box.width - roller;
    const { painter } = stage;
    const { sheet } = painter;
    painter.paint(PAPER, width, box.height, (context) => {
      const edge = field.y - box.y;
      const band = (edge * 0.8) / BAND;
      context.save();
      context.beginPath();
      context.rect(0, 1, width, box.height - 2);
      context.clip();
      for (let y = 0; y < box.height; y += TILE * 0.9)
        sheet.repeat(context, 'mountain/map-paper', 0, width, y, 0.9, (y * 3) % 100);
      context.restore();
      sheet.repeat(context, 'mountain/map-top', 0, width, 2, band);
      sheet.repeat(context, 'mountain/map-bottom', 0, width, box.height - 2, band);
      drawLanes(context, layout, width);
      curl(context, width, box.height);
    });
    const scale = roller / ROLLER_WIDE;
    const knob = KNOB * scale;
    const wide = roller * 1.3;
    painter.paint(ROLLER, wide, box.height + 2 * knob, (context) => {
      for (let y = knob - 2; y < box.height + knob; y += ROLLER_TILE * scale - 0.5) {
        context.save();
        context.beginPath();
        context.rect(0, knob - 3, wide, box.height + 6);
        context.clip();
        sheet.draw(context, 'mountain/map-roller', wide / 2, y, scale);
        context.restore();
      }
      sheet.draw(context, 'mountain/map-knob', wide / 2, knob - 2, scale);
      sheet.draw(context, 'mountain/map-knob', wide / 2, box.height + knob + 2, scale, true, Math.PI);
    });
    const add = (image: Phaser.GameObjects.Image): Phaser.GameObjects.Image => {
      into.add(image);
      return image;
    };
    const shadow = (side: number): Phaser.GameObjects.Image =>
      add(
        stage.scene.add
          .image(0, box.y + box.height / 2 + 5, 'lamp-glow')
          .setTint(0x000000)
          .setAlpha(0.4)
          .setDisplaySize(roller * 2.4, box.height * 1.2)
          .setOrigin(0.5 - side * 0.1, 0.5),
      );
    this.#shade = [shadow(-1), shadow(1)];
    this.#paper = add(stage.scene.add.image(box.x + roller / 2, box.y, PAPER).setOrigin(0, 0)).setScale(
      width / this.#paperWidth(width),
    );
    const hang = (): Phaser.GameObjects.Image =>
      add(
        stage.scene.add
          .image(0, box.y - knob, ROLLER)
          .setOrigin(0.5, 0)
          .setDisplaySize(wide, box.height + 2 * knob),
      );
    this.#rollers = [hang(), hang()];
  }

  /** Puts the rollers before what is drawn on the paper. */
  raiseRollers(into: Phaser.GameObjects.Container): void {
    for (const image of this.#rollers) into.bringToTop(image);
  }

  #paperWidth(width: number): number {
    return Math.max(1, Math.round(width * this.#ratio));
  }

  /** `open` 0 rolled up to 1 unrolled; a little more while it swings. */
  unroll(open: number): void {
    const { box, roller } = this.#layout;
    const width = box.width - roller;
    const middle = box.x + box.width / 2;
    const half = (width / 2) * Math.max(0.012, open);
    const texture = this.#paperWidth(width);
    const shown = Math.min(1, Math.max(0, open)) * texture;
    this.#paper.setCrop((texture - shown) / 2, 0, shown, Math.ceil(box.height * this.#ratio));
    for (const [n, image] of this.#rollers.entries()) image.x = middle + (n === 0 ? -half : half);
    for (const [n, image] of this.#shade.entries()) image.x = middle + (n === 0 ? -half : half);
  }
}

/** Faint ink lines between the lanes, so that a column can be read along. */
function drawLanes(context: CanvasRenderingContext2D, layout: ScrollLayout, width: number): void {
  const { box, field, cell, roller } = layout;
  context.strokeStyle = 'rgba(92, 62, 34, 0.2)';
  context.lineWidth = 1;
  for (let lane = 0; lane <= 5; lane++) {
    const y = field.y - box.y + lane * cell;
    context.beginPath();
    for (let x = roller / 2; x < width - roller / 2; x += 12)
      context.lineTo(x, y + Math.sin(x * 0.071 + lane * 2) * 0.9);
    context.stroke();
  }
}

/** Where the paper goes round the rollers it turns dark. */
function curl(context: CanvasRenderingContext2D, width: number, height: number): void {
  const reach = Math.min(46, width * 0.08);
  for (const side of [0, 1]) {
    const from = side === 0 ? 0 : width;
    const gradient = context.createLinearGradient(from, 0, side === 0 ? reach : width - reach, 0);
    gradient.addColorStop(0, 'rgba(58, 30, 16, 0.62)');
    gradient.addColorStop(1, 'rgba(58, 30, 16, 0)');
    context.fillStyle = gradient;
    context.fillRect(side === 0 ? 0 : width - reach, 0, reach, height);
  }
}
