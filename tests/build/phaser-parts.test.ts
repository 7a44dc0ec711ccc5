/** The lists of what is carried of Phaser speak of modules that Phaser has, and the scenes use nothing that is left out. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';

import { PHASER_SOURCES } from '../../scripts/build/phaser-core.ts';
import { LEFT_OUT, NAMED, PARTS, replacePart } from '../../scripts/build/phaser-parts.ts';

const ROOT = join(import.meta.dirname, '..', '..');

function readAll(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
}

const modules = readAll(PHASER_SOURCES)
  .filter((file) => file.endsWith('.js'))
  .map((file) => file.slice(0, -'.js'.length));

describe('the lists', () => {
  it.each(NAMED)('name a module that Phaser has: %s', (path) => {
    expect(modules.includes(path) || modules.includes(`${path}/index`)).toBe(true);
  });

  it.each(LEFT_OUT.map((pattern) => [String(pattern), pattern] as const))('leave out something: %s', (_, pattern) => {
    expect(modules.some((path) => pattern.test(path))).toBe(true);
  });

  it('carry whole what the entry asks for', () => {
    for (const [, path] of PARTS) expect(replacePart(path)).toBeNull();
  });

  it('let nobody make what is left out', () => {
    const module = { exports: (): void => undefined };
    runInNewContext(replacePart('filters/Glow') ?? '', { module });
    expect(module.exports).toThrow('phaser-parts.ts leaves out filters/Glow');
  });
});

describe('the scenes', () => {
  const code = ['src/stage', 'src/acts']
    .flatMap((folder) => readAll(join(ROOT, folder)).map((file) => join(ROOT, folder, file)))
    .filter((file) => file.endsWith('.ts') && existsSync(file))
    .map((file) => readFileSync(file, 'utf8'));

  /** `scene.add.<kind>(` or `this.#scene.add.<kind>(`. */
  const made = new Set(
    code.flatMap((text) => [...text.matchAll(/scene\.add\s*\.(\w+)\(/gi)].map(([, kind]) => kind ?? '')),
  );

  it('make only what a factory is carried for', () => {
    expect([...made].toSorted()).toEqual(['container', 'image']);
    for (const kind of made) {
      const factory = `gameobjects/${kind}/${kind[0]?.toUpperCase()}${kind.slice(1)}Factory`;
      expect(PARTS.map(([, path]) => path)).toContain(factory);
    }
  });

  it('use no plugin of a scene that is not carried', () => {
    const asked = code.flatMap((text) => text.match(/scene\.(?:anims|input|lights|load|time|tweens)\b/gi) ?? []);
    expect(asked).toEqual([]);
  });
});
