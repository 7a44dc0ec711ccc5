/** What is seen of a page: the pixels of its text's ground, and those of the ring around what has the focus. */
import type { Page } from 'playwright-core';
import sharp from 'sharp';

import { contrastOf, type Rgb } from '../../accessibility/colour.ts';
import type { Box, Stop } from './tab-walk.ts';

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Three bytes a pixel. */
  readonly data: Buffer;
  at(x: number, y: number): Rgb;
}

async function shoot(page: Page, clip?: Box): Promise<Pixels> {
  const picture = await page.screenshot({ animations: 'disabled', ...(clip ? { clip } : {}) });
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return {
    width: info.width,
    height: info.height,
    data,
    at: (x, y) => {
      const from = (y * info.width + x) * 3;
      return [data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0];
    },
  };
}

/** A line of text on the page, in CSS pixels from the page's top left. */
interface Line extends Box {
  readonly words: string;
  readonly ink: Rgb;
  /** 0 to 1: what of the ink is left by its own and its parents' opacity. */
  readonly cover: number;
  readonly isLarge: boolean;
}

/** A line that is hard to read. */
export interface Faint {
  readonly words: string;
  readonly contrast: number;
}

/** Share of a line's ground that may be worse: the specks of a drawing do not hide a letter. */
const SPECKS = 0.05;
/** Of all three channels together: where the picture changes by more, there was ink. */
const INK = 24;
/** Pixels around the ink that are ground too. */
const NEAR = 2;

/**
 * Text in the window that stands out too little (WCAG 2.2, 1.4.3: 4.5, large text 3). The ink is that of the style sheet;
 * the ground is what a picture of the page without its letters shows around them, with art, shadows and all.
 */
export async function findFaint(page: Page): Promise<readonly Faint[]> {
  await page.evaluate(endTransitions);
  const lines = await page.evaluate(listLines);
  const shown = await shoot(page);
  await page.evaluate(hideText, true);
  const bare = await shoot(page);
  await page.evaluate(hideText, false);
  const faint: Faint[] = [];
  for (const line of lines) {
    const contrast = contrastOfLine(line, shown, bare);
    if (contrast < (line.isLarge ? 3 : 4.5))
      faint.push({ words: line.words, contrast: Math.round(contrast * 100) / 100 });
  }
  return faint;
}

function contrastOfLine(line: Line, shown: Pixels, bare: Pixels): number {
  const [left, top] = [Math.max(0, Math.floor(line.x)), Math.max(0, Math.floor(line.y))];
  const right = Math.min(bare.width, Math.ceil(line.x + line.width));
  const bottom = Math.min(bare.height, Math.ceil(line.y + line.height));
  const isInk = (x: number, y: number): boolean => {
    const from = (y * bare.width + x) * 3;
    let change = 0;
    for (let n = from; n < from + 3; n++) change += Math.abs((shown.data[n] ?? 0) - (bare.data[n] ?? 0));
    return change > INK;
  };
  const isGround = new Uint8Array((right - left) * (bottom - top));
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      if (!isInk(x, y)) continue;
      for (let near = Math.max(left, x - NEAR); near <= Math.min(right - 1, x + NEAR); near++)
        isGround[(y - top) * (right - left) + near - left] = 1;
    }
  const contrasts: number[] = [];
  // Most of a ground is of a few colours: each is worked out once.
  const known = new Map<number, number>();
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      if (isGround[(y - top) * (right - left) + x - left] === 0) continue;
      const ground = bare.at(x, y);
      const name = (ground[0] << 16) | (ground[1] << 8) | ground[2];
      let contrast = known.get(name);
      if (contrast === undefined) {
        const ink = line.ink.map((channel, n) => channel * line.cover + (ground[n] ?? 0) * (1 - line.cover));
        contrast = contrastOf(ink as unknown as Rgb, ground);
        known.set(name, contrast);
      }
      contrasts.push(contrast);
    }
  // Words without any ink cannot be read at all.
  if (contrasts.length === 0) return 1;
  contrasts.sort((a, b) => a - b);
  return contrasts[Math.floor(contrasts.length * SPECKS)] ?? 1;
}

/** In the page: every line of text that can be seen, but for what cannot be used now. */
function listLines(): Line[] {
  const lines: Line[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const probe = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const modal = document.querySelector('dialog[open]');
  const isMoving = (element: Element): boolean => {
    for (let each: Element | null = element; each !== null; each = each.parentElement)
      if (each.getAnimations().length > 0) return true;
    return false;
  };
  /** Words that let the pointer through are found behind what they stand on. */
  const isClear = (element: Element, at: Element): boolean =>
    getComputedStyle(element).pointerEvents === 'none' && !(at instanceof HTMLParagraphElement);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const element = text.parentElement;
    const words = text.textContent?.trim() ?? '';
    if (element === null || probe === null || words === '' || element.matches('script, style, option, title')) continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (element.closest('[aria-disabled="true"], :disabled, .skip:not(:focus), .unseen, .theatre-unseen') !== null)
      continue;
    if (modal !== null && !modal.contains(element)) continue;
    // What comes or goes is looked at when it is there.
    if (isMoving(element)) continue;
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    let cover = 1;
    for (let each: Element | null = element; each !== null; each = each.parentElement)
      cover *= Number(getComputedStyle(each).opacity);
    if (cover < 0.05) continue;
    const colour = element instanceof SVGElement ? style.fill : style.color;
    probe.clearRect(0, 0, 1, 1);
    probe.fillStyle = colour;
    probe.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 255] = probe.getImageData(0, 0, 1, 1).data;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) {
      if (box.width < 3 || box.height < 3) continue;
      // What is scrolled away or lies under something else is not there to be read.
      const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      const isBelow = at !== null && !at.contains(element) && !element.contains(at) && !isClear(element, at);
      if (at === null || isBelow) continue;
      // The middle of the line, where letters are; its edges may lie over whatever is beside.
      const trim = box.height * 0.2;
      lines.push({
        words: words.slice(0, 60),
        x: box.x,
        y: box.y + trim,
        width: box.width,
        height: box.height - 2 * trim,
        ink: [red, green, blue],
        cover: cover * (alpha / 255),
        isLarge: size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700),
      });
    }
  }
  return lines;
}

/** In the page: what a change of style has set going, be it for a millisecond, would be moving, and not be looked at. */
async function endTransitions(): Promise<void> {
  const going = document.getAnimations().filter((each) => each instanceof CSSTransition);
  await Promise.allSettled(going.map((each) => each.finished));
}

/** In the page: takes all letters away and leaves what is behind them, or brings them back. */
function hideText(hide: boolean): void {
  const holder = window as unknown as { bareSheet?: CSSStyleSheet };
  holder.bareSheet ??= new CSSStyleSheet();
  holder.bareSheet.replaceSync(
    hide
      ? `* { color: transparent !important; -webkit-text-fill-color: transparent !important; transition: none !important }
         text, tspan { fill: transparent !important }`
      : '',
  );
  const { bareSheet } = holder;
  document.adoptedStyleSheets = [...document.adoptedStyleSheets.filter((each) => each !== bareSheet), bareSheet];
}

/** How wide a ring must be at least, in CSS pixels, and how strongly it must change what was there (WCAG 2.2, 2.4.13). */
const RING = 2;
const RING_CONTRAST = 3;
/** The corners of a round thing are cut: its outline is π/4 of the box's. */
const ROUND = Math.PI / 4;

/** How many times as large as it must be the ring around a stop is: 1 is enough. The stop has the focus, and has it after. */
export async function measureRing(page: Page, { box, around }: Stop): Promise<number> {
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const x = Math.max(0, Math.floor(around.x - 10));
  const y = Math.max(0, Math.floor(around.y - 10));
  const clip: Box = {
    x,
    y,
    width: Math.min(width, Math.ceil(around.x + around.width + 10)) - x,
    height: Math.min(height, Math.ceil(around.y + around.height + 10)) - y,
  };
  const focused = await shoot(page, clip);
  await page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    (window as unknown as { had: HTMLElement }).had = element;
    element.blur();
  });
  const left = await shoot(page, clip);
  await page.evaluate(() => (window as unknown as { had: HTMLElement }).had.focus({ preventScroll: true }));
  let changed = 0;
  for (let row = 0; row < focused.height; row++)
    for (let column = 0; column < focused.width; column++)
      if (contrastOf(focused.at(column, row), left.at(column, row)) >= RING_CONTRAST) changed++;
  return changed / (RING * 2 * (box.width + box.height) * ROUND);
}
