/** Dev only: every frame of a built sheet under its name, on lamp-lit paper or in the dark. */
import { page } from './sheet.ts';
import type { Sheet } from './sheet.ts';

const GAP = 14;
const LABEL = 16;

/** Draws the frames whose names `keep` accepts in rows of a page `width` pixels wide, one pixel per unit times `size`. */
export async function contact(
  file: string,
  sheet: Sheet,
  keep: (name: string) => boolean,
  { width = 1600, size = 1, paper = '#E9C88C' } = {},
): Promise<void> {
  let body = '';
  let x = GAP;
  let y = GAP;
  let tallest = 0;
  for (const [name, f] of Object.entries(sheet.frames).filter(([name]) => keep(name))) {
    const k = Math.min(size, (width - 2 * GAP) / (f.frame.w / f.scale));
    const w = Math.max((f.frame.w / f.scale) * k, name.length * 6);
    const h = (f.frame.h / f.scale) * k;
    if (x + w + GAP > width) {
      x = GAP;
      y += tallest + LABEL + GAP;
      tallest = 0;
    }
    const dx = (f.spriteSourceSize.x - f.pivot.x * f.sourceSize.w) / f.scale;
    const dy = (f.spriteSourceSize.y - f.pivot.y * f.sourceSize.h) / f.scale;
    body += sheet.draw(name, `translate(${x - dx * k} ${y - dy * k}) scale(${k})`);
    body += `<circle cx="${x - dx * k}" cy="${y - dy * k}" r="1.6" fill="#f0f"/>`;
    body += `<text x="${x}" y="${y + h + 12}" font-size="10" font-family="sans-serif" fill="#7a4">${name.replace(/^.*?\//, '')}</text>`;
    x += w + GAP;
    tallest = Math.max(tallest, h);
  }
  const height = Math.ceil(y + tallest + LABEL + GAP);
  await page(file, width, height, `<rect width="${width}" height="${height}" fill="${paper}"/>${body}`, sheet.defs());
}
