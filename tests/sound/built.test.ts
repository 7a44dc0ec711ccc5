import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listActs } from '../../scripts/bots/content.ts';
import { actsOf, filesOf, firstLoadOf, whatIsStale } from '../../scripts/sound/check.ts';
import { BUILT, HOUSE, MOST_BYTES } from '../../scripts/sound/places.ts';
import { urlsOf } from '../../src/sound/files.ts';
import { manifest } from '../../src/sound/manifest.ts';

const FORMATS = ['webm', 'm4a'] as const;
const packs = Object.entries(manifest.effects);
const sprites = packs.flatMap(([pack, { sprites: spans, files }]) =>
  Object.entries(spans).map(([name, span]) => [name, pack, span, files] as const),
);

describe('the built sound', () => {
  it('is what its recipes say', () => {
    expect(whatIsStale()).toEqual([]);
  });

  it.each(FORMATS.flatMap((format) => actsOf(manifest).map((act) => [format, act] as const)))(
    'is small as %s for one who plays %s first',
    (format, act) => {
      const files = [...filesOf(manifest, format, HOUSE), ...filesOf(manifest, format, act)];
      const bytes = files.reduce((sum, file) => sum + readFileSync(join(BUILT, file.name)).length, 0);
      expect(bytes).toBe(firstLoadOf(manifest, act, format));
      expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
    },
  );

  it('has packs of acts that there are, and every file in one', () => {
    for (const act of actsOf(manifest)) expect(listActs()).toContain(act);
    const inPacks = [HOUSE, ...actsOf(manifest)].flatMap((pack) => filesOf(manifest, 'webm', pack));
    expect(inPacks.map(({ name }) => name).toSorted()).toEqual(
      filesOf(manifest, 'webm')
        .map(({ name }) => name)
        .toSorted(),
    );
  });

  it.each(sprites)('has the whole of %s inside the sprite of the %s', (_, __, [start, length], files) => {
    for (const format of FORMATS) expect((start + length) / 1000).toBeLessThanOrEqual(files[format].seconds);
    expect(length).toBeGreaterThan(60);
  });

  it.each(packs)('keeps its effects at least 100 ms apart in the sprite of the %s', (_, { sprites: spans }) => {
    const inOrder = Object.values(spans).toSorted((a, b) => a[0] - b[0]);
    let end = -100;
    for (const [start, length] of inOrder) {
      expect(start - end).toBeGreaterThanOrEqual(100);
      end = start + length;
    }
  });

  it.each(Object.entries(manifest.loops))(
    'has the whole turn of %s inside its file, with room at both ends',
    (_, loop) => {
      expect(loop.lead).toBeGreaterThanOrEqual(0.1);
      for (const format of FORMATS)
        expect(loop.files[format].seconds - loop.lead - loop.length).toBeGreaterThanOrEqual(0.1);
    },
  );

  it('has no name in two sprites', () => {
    const names = sprites.map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is what the page asks for', () => {
    for (const { files } of [...Object.values(manifest.effects), ...Object.values(manifest.loops)]) {
      const urls = urlsOf(files);
      for (const format of FORMATS) expect(urls[format].split('/').at(-1)).toBe(files[format].name);
    }
    const { files } = manifest.loops.title;
    expect(() => urlsOf({ ...files, m4a: { ...files.m4a, name: 'gone.m4a' } })).toThrow('gone.m4a');
  });
});
