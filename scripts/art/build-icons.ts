/** Writes the page's own marks into public/ from assets/title/emblem.svg. They are checked in; run this when the emblem changes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { ROOT, colour } from './palette.ts';

const emblem = readFileSync(join(ROOT, 'assets/title/emblem.svg'), 'utf8');
// the scrolls are too fine for a tab
const small = emblem.replace(/<g id="cloud-scrolls"[\s\S]*?<\/g>\n?/, '');
if (small === emblem) throw new Error('emblem.svg has no #cloud-scrolls');

const to = (name: string): string => join(ROOT, 'public', name);
writeFileSync(to('emblem.svg'), emblem);
writeFileSync(to('favicon.svg'), small);

/** A square icon; `margin` (0…1) keeps the emblem inside the circle that some systems cut out. */
async function icon(name: string, size: number, margin: number, ground: string | null): Promise<void> {
  const inner = Math.round(size * (1 - margin));
  const mark = await sharp(Buffer.from(size < 256 ? small : emblem), { density: 144 })
    .resize(inner, inner)
    .png()
    .toBuffer();
  const background = ground ?? { r: 0, g: 0, b: 0, alpha: 0 };
  await sharp({ create: { width: size, height: size, channels: 4, background } })
    .composite([{ input: mark }])
    .png({ palette: true, quality: 90, effort: 10 })
    .toFile(to(name));
}

await icon('icon-192.png', 192, 0, null);
await icon('icon-512.png', 512, 0, null);
await icon('icon-maskable-512.png', 512, 0.28, colour('night'));
await icon('apple-touch-icon.png', 180, 0.16, colour('night'));
