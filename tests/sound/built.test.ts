import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf, whatIsStale } from '../../scripts/sound/check.ts';
import { BUILT, MOST_BYTES } from '../../scripts/sound/places.ts';
import { EFFECT_URLS, LAYER_URLS } from '../../src/sound/files.ts';
import { manifest, type PackId } from '../../src/sound/manifest.ts';

const FORMATS = ['webm', 'm4a'] as const;
const packs = Object.entries(manifest.effects);
const sprites = packs.flatMap(([pack, { sprites: spans }]) =>
  Object.entries(spans).map(([name, span]) => [name, pack, span] as const),
);

describe('the built sound', () => {
  it('is what its recipes say', () => {
    expect(whatIsStale()).toEqual([]);
  });

  it.each(FORMATS)('is small as %s', (format) => {
    const bytes = filesOf(manifest, format).reduce((sum, file) => sum + readFileSync(join(BUILT, file.name)).length, 0);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  });

  it.each(sprites)('has the whole of %s inside the sprite of the %s', (_, pack, [start, length]) => {
    for (const format of FORMATS) {
      expect((start + length) / 1000).toBeLessThanOrEqual(manifest.effects[pack as PackId].files[format].seconds);
    }
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
    const asked = [...Object.values(EFFECT_URLS), ...Object.values(LAYER_URLS)]
      .flatMap((urls) => Object.values(urls))
      .map((url) => url.split('/').at(-1));
    const built = FORMATS.flatMap((format) => filesOf(manifest, format).map((file) => file.name));
    expect(new Set(asked)).toEqual(new Set(built));
  });
});
