/**
 * The numbers under the towns: walls as they are, what a plan would leave of them, coins that a held town pays. All plates
 * lie in one texture, which goes to the graphics card again only when a number has changed.
 */
import type * as Phaser from 'phaser';
import { DEPTH, type Stage } from '../../../stage/stage.ts';
import type { ProvinceLayout } from './province-layout.ts';

/** What a plate says. */
export interface PlateText {
  /** The walls as they stand: `62`, or `50–74` when they are not known. Empty for a held town. */
  readonly now: string;
  /** What would be left of them; empty when nothing is planned. */
  readonly after: string;
  /** The chance of an assault that is looked at, in per cent; empty when there is none. */
  readonly chance: string;
  /** How high the ladders were of an assault that fell here this week or the last; empty if none did. */
  readonly short: string;
  /** Coins a week. */
  readonly worth: number;
  /** Coins on its string, 1 to 3. */
  readonly coins: 1 | 2 | 3;
  readonly isHeld: boolean;
  readonly isKnown: boolean;
  readonly isChosen: boolean;
}

const KEY = 'province-plates';
const COLUMNS = 5;
/** A small coin at a plate's lower edge, and what the texture keeps free for it, against the plate's height. */
const PIP = 0.56;
const BELOW = 0.36;
const INK = '#2a1512';
const PAPER = '#f8f0de';

export class Plates {
  readonly #stage: Stage;
  readonly #images: Phaser.GameObjects.Image[] = [];
  readonly #written: string[];
  readonly #context: CanvasRenderingContext2D;
  readonly #wide: number;
  readonly #high: number;
  readonly #ratio: number;
  readonly #face: string;
  #isDirty = false;

  constructor(stage: Stage, layout: ProvinceLayout) {
    this.#stage = stage;
    const { towns } = layout;
    const { painter } = stage;
    this.#ratio = painter.ratio;
    this.#wide = Math.ceil(Math.max(...towns.map(({ button }) => button.width), 1) * 1.02);
    this.#high = Math.ceil(Math.max(...towns.map(({ plate }) => plate.height), 1) * (1 + 2 * BELOW)) + 2;
    this.#written = towns.map(() => '');
    const style = getComputedStyle(document.documentElement).getPropertyValue('--font-title').trim();
    this.#face = style === '' ? 'Georgia, serif' : style;
    const rows = Math.ceil(towns.length / COLUMNS);
    let context: CanvasRenderingContext2D | null = null;
    painter.paint(KEY, COLUMNS * this.#wide, Math.max(1, rows) * this.#high, (given) => {
      context = given;
    });
    if (context === null) throw new Error('the plates could not be made');
    this.#context = context;
    const texture = stage.scene.textures.get(KEY);
    for (const [town, { plate }] of towns.entries()) {
      const x = Math.round((town % COLUMNS) * this.#wide * this.#ratio);
      const y = Math.round(Math.floor(town / COLUMNS) * this.#high * this.#ratio);
      const width = Math.floor(this.#wide * this.#ratio);
      const height = Math.floor(this.#high * this.#ratio);
      texture.add(`plate-${town}`, 0, x, y, width, height);
      this.#images.push(
        stage.scene.add
          .image(plate.x, plate.y, KEY, `plate-${town}`)
          .setScale(1 / this.#ratio)
          .setDepth(DEPTH.host - 80),
      );
    }
  }

  /** Writes a plate anew if it says something else now. */
  write(town: number, text: PlateText, height: number, width: number): void {
    const key = `${text.now}|${text.after}|${text.short}|${text.chance}|${text.worth}|${text.isHeld}|${text.isKnown}|${text.isChosen}`;
    if (this.#written[town] === key) return;
    this.#written[town] = key;
    this.#isDirty = true;
    const context = this.#context;
    const x = (town % COLUMNS) * this.#wide;
    const y = Math.floor(town / COLUMNS) * this.#high;
    context.save();
    context.clearRect(x, y, this.#wide, this.#high);
    context.translate(x + this.#wide / 2, y + this.#high / 2);
    drawPlate(context, this.#stage, text, height, Math.min(width, this.#wide - 2), this.#face);
    context.restore();
  }

  fade(town: number, alpha: number): void {
    const image = this.#images[town];
    if (image && image.alpha !== alpha) image.setAlpha(alpha);
  }

  /** Hands what was written to the graphics card. */
  flush(): void {
    if (!this.#isDirty) return;
    this.#isDirty = false;
    this.#stage.scene.textures.get(KEY).source[0]?.update();
  }

  destroy(): void {
    for (const image of this.#images) image.destroy();
  }
}

function drawPlate(
  context: CanvasRenderingContext2D,
  stage: Stage,
  text: PlateText,
  height: number,
  most: number,
  face: string,
): void {
  const { sheet } = stage.painter;
  const size = height * 0.8;
  context.font = `700 ${size}px ${face}`;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const coin = height * 0.84;
  const pip = height * PIP;
  const parts = listParts(
    context,
    text,
    text.after === '' || fits(context, `${text.now}›${text.after}`, most - height),
  );
  const gap = size * 0.16;
  const words = parts.reduce((sum, part) => sum + part.wide + gap, -gap);
  // Coins hang at the left as long as there is room: where there is none, small ones hang from the plate's lower edge.
  const wantCoins = text.isHeld || text.short !== '' ? 1 : text.coins;
  const coinStep = coin * 0.46;
  const coinsWide = coin * 0.9 + coinStep * (wantCoins - 1) + gap;
  const hasCoins = words + coinsWide + height * 0.7 <= most;
  const hasPips = !hasCoins && text.short === '' && !text.isHeld;
  const wide = Math.min(most, words + (hasCoins ? coinsWide : 0) + height * 0.64);
  const scale = Math.min(1, (most - height * 0.3) / Math.max(1, words + (hasCoins ? coinsWide : 0)));
  const high = height - 1;
  context.beginPath();
  context.roundRect(-wide / 2, -high / 2, wide, high, high * 0.34);
  context.fillStyle = text.isHeld ? '#8a2318' : text.isKnown ? PAPER : '#e3d7bd';
  context.fill();
  context.lineWidth = text.isChosen ? Math.max(1.6, height * 0.12) : 1;
  context.strokeStyle = text.isChosen ? '#b3321f' : text.isHeld ? '#f0c46a' : 'rgba(74, 36, 22, 0.75)';
  context.stroke();
  if (hasPips)
    for (let n = 0; n < wantCoins; n++)
      sheet.draw(context, 'province/coin-1', (n - (wantCoins - 1) / 2) * pip * 0.94, high / 2 + pip * 0.12, pip / 34);
  let at = (-(words + (hasCoins ? coinsWide : 0)) / 2) * scale;
  if (hasCoins) {
    if (text.short !== '') drawLadder(context, at + coin * 0.4, high * 0.36, high * 0.62);
    else
      for (let n = 0; n < wantCoins; n++)
        sheet.draw(context, 'province/coin-1', at + coin * 0.45 + n * coinStep, 0, coin / 34);
    at += coinsWide;
  }
  for (const { words: said, colour, wide: across } of parts) {
    context.fillStyle = colour;
    context.save();
    context.translate(at, size * 0.06);
    context.scale(scale, 1);
    context.fillText(said, 0, 0);
    context.restore();
    at += (across + gap) * scale;
  }
}

/** A ladder in strokes of ink: the cut one is too fine at this size. */
function drawLadder(context: CanvasRenderingContext2D, x: number, foot: number, tall: number): void {
  const half = tall * 0.24;
  context.beginPath();
  for (const side of [-1, 1]) {
    context.moveTo(x + side * half, foot);
    context.lineTo(x + side * half * 0.8, foot - tall);
  }
  for (const rung of [0.2, 0.5, 0.8]) {
    context.moveTo(x - half, foot - tall * rung);
    context.lineTo(x + half, foot - tall * rung);
  }
  context.lineWidth = Math.max(1.1, tall * 0.11);
  context.strokeStyle = '#b3321f';
  context.stroke();
}

interface Part {
  readonly words: string;
  readonly colour: string;
  readonly wide: number;
}

/** What is written, from left to right; where there is little room only what would be left of the walls. */
function listParts(context: CanvasRenderingContext2D, text: PlateText, hasRoom: boolean): readonly Part[] {
  const parts: Part[] = [];
  const say = (words: string, colour: string): void => {
    if (words !== '') parts.push({ words, colour, wide: context.measureText(words).width });
  };
  if (text.isHeld) say(`+${text.worth}`, '#fff3cf');
  else {
    // Why they fell: the ladders were lower than the walls.
    if (text.short !== '') say(`${text.short} <`, '#b3321f');
    if (hasRoom) say(text.now, text.after === '' ? INK : '#8b6a55');
    if (text.after !== '') say(`›${text.after}`, '#1d5a45');
    say(text.chance, '#b3321f');
  }
  return parts;
}

function fits(context: CanvasRenderingContext2D, words: string, room: number): boolean {
  return context.measureText(words).width <= room * 1.1;
}
