/** Builds assets/built/title-{landscape,portrait,phone}.{avif,webp}: the muster platform behind the carved stage edge. Offer the AVIF first: its skies do not band. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { readDrawing } from './drawing.ts';
import { stageEdge } from './edge.ts';
import { ROOT } from './palette.ts';

interface Picture {
  readonly name: string;
  readonly source: string;
  /** the page it is drawn on, in the scene's units; a taller page has more sky */
  readonly width: number;
  readonly height: number;
  readonly edge: number;
  readonly pixels: number;
  /** of the WebP; the AVIF's is its own scale */
  readonly quality: number;
  readonly avif: number;
}

const PICTURES: readonly Picture[] = [
  {
    name: 'title-landscape',
    source: 'landscape',
    width: 1600,
    height: 900,
    edge: 1,
    pixels: 1600,
    quality: 36,
    avif: 44,
  },
  {
    name: 'title-portrait',
    source: 'portrait',
    width: 1080,
    height: 1920,
    edge: 0.9,
    pixels: 900,
    quality: 30,
    avif: 42,
  },
  { name: 'title-phone', source: 'portrait', width: 1080, height: 2337, edge: 0.9, pixels: 780, quality: 36, avif: 42 },
];

const out = join(ROOT, 'assets/built');
mkdirSync(out, { recursive: true });
const hash = createHash('sha1');
for (const folder of ['scripts/art', 'assets/title', 'assets/sets/theatre']) {
  for (const f of readdirSync(join(ROOT, folder)).sort()) hash.update(f).update(readFileSync(join(ROOT, folder, f)));
}
const sum = hash.update(readFileSync(join(ROOT, 'assets/palette.json'))).digest('hex');
const mark = join(out, 'title.sum');
const done =
  PICTURES.every((p) => existsSync(join(out, `${p.name}.webp`)) && existsSync(join(out, `${p.name}.avif`))) &&
  existsSync(mark) &&
  readFileSync(mark, 'utf8') === sum;

for (const p of done ? [] : PICTURES) {
  const scene = readDrawing(`title/${p.source}`);
  const sky = p.height - scene.height;
  // the portrait scene is drawn beyond its box, so that a taller page has its sky
  const page =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${p.pixels}" height="${Math.round((p.pixels * p.height) / p.width)}" viewBox="0 0 ${p.width} ${p.height}">` +
    `<defs>${scene.defs}</defs><g transform="translate(0 ${sky})">${scene.inner}</g>${stageEdge(p.width, p.height, p.edge, Math.min(900, p.height * 0.66))}</svg>`;
  const pixels = await sharp(Buffer.from(page), { unlimited: true })
    .flatten({ background: '#120C0A' })
    .png()
    .toBuffer();
  const webp = await sharp(pixels).webp({ quality: p.quality, effort: 6, preset: 'photo' }).toBuffer();
  const avif = await sharp(pixels).avif({ quality: p.avif, effort: 3 }).toBuffer();
  writeFileSync(join(out, `${p.name}.webp`), webp);
  writeFileSync(join(out, `${p.name}.avif`), avif);
  console.log(`${p.name}: webp ${(webp.length / 1024).toFixed(1)} kB, avif ${(avif.length / 1024).toFixed(1)} kB`);
}
writeFileSync(mark, sum);
if (done) console.log('title: unchanged');
