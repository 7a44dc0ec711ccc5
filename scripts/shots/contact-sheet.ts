import { join } from 'node:path';

import sharp from 'sharp';

const THUMB = { width: 480, height: 480 };
const GAP = 12;
const COLUMNS = 4;
const PAPER = '#2a2420';

/** Lays small copies of pictures on one sheet, row by row in the order given, so that all can be seen at once. */
export async function writeContactSheet(folder: string, names: readonly string[]): Promise<void> {
  const thumbs = await Promise.all(
    names.map((name) =>
      sharp(join(folder, `${name}.png`))
        .resize({ ...THUMB, fit: 'inside' })
        .png()
        .toBuffer({ resolveWithObject: true }),
    ),
  );
  const height = Math.max(1, ...thumbs.map(({ info }) => info.height));
  const columns = Math.min(COLUMNS, Math.max(1, thumbs.length));
  const rows = Math.max(1, Math.ceil(thumbs.length / columns));
  const sheet = sharp({
    create: {
      width: columns * (THUMB.width + GAP) + GAP,
      height: rows * (height + GAP) + GAP,
      channels: 3,
      background: PAPER,
    },
  });
  await sheet
    .composite(
      thumbs.map(({ data }, i) => ({
        input: data,
        left: GAP + (i % columns) * (THUMB.width + GAP),
        top: GAP + Math.floor(i / columns) * (height + GAP),
      })),
    )
    .png()
    .toFile(join(folder, 'index.png'));
}
