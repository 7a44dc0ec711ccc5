import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../scripts/bots/content.ts';

const APP = join(ROOT, 'src/app');
/** Everybody's: what stands here is meant to be built upon. */
const SHARED = new Set(['styles', 'ui']);

/** The classes that a style sheet speaks of by themselves, as `.scroll {` does and `.campaign .scroll {` does not. */
function readClasses(styles: string): readonly string[] {
  const rules = styles.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/(?:^|[{}])\s*([^{}@;]+)\{/g);
  return [...rules].flatMap(([, selectors = '']) =>
    selectors.split(',').flatMap((selector) => /^\.([\w-]+)$/.exec(selector.trim())?.[1] ?? []),
  );
}

it('a screen styles no class of another one: a style sheet that has once been fetched stays', () => {
  const screens = readdirSync(APP, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !SHARED.has(entry.name),
  );
  const owners = new Map<string, Set<string>>();
  for (const { name: screen } of screens)
    for (const file of readdirSync(join(APP, screen)).filter((each) => each.endsWith('.css')))
      for (const each of readClasses(readFileSync(join(APP, screen, file), 'utf8')))
        owners.set(each, (owners.get(each) ?? new Set()).add(screen));
  expect(owners.size).toBeGreaterThan(100);
  expect(Object.fromEntries([...owners].filter(([, of]) => of.size > 1))).toEqual({});
});
