import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readAllCode } from './check-code.ts';
import { checkGlyphs, type Drawn } from './check-glyphs.ts';
import { checkAsked, checkUnused } from './check-keys.ts';
import { checkParity } from './check-parity.ts';
import { checkTypography } from './check-typography.ts';
import type { Problem } from './problem.ts';
import { readFurtherTexts } from './read-further-texts.ts';
import { readTextGroups, type TextGroup } from './read-texts.ts';

/** The checks by name, so that a test can say which one failed. */
export const CHECKS = {
  parity: (_root, groups) => groups.flatMap(checkParity),
  typography: (_root, groups) => groups.flatMap(({ files }) => files.flatMap(checkTypography)),
  code: (root) => readAllCode(root, 'src').problems,
  unused: (root, groups) => {
    const code = readAllCode(root, 'src');
    return groups
      .filter(({ namespace }) => namespace === 'shell' || namespace.startsWith('part/'))
      .flatMap(({ files }) => files.filter(({ language }) => language === 'en'))
      .flatMap((file) => checkUnused(file, code));
  },
  asked: (root, groups) =>
    groups
      .filter(({ namespace }) => existsSync(join(root, 'src/acts', namespace)))
      .flatMap(({ namespace, files }) => {
        const code = readAllCode(root, `src/acts/${namespace}`);
        return files.filter(({ language }) => language === 'en').flatMap((file) => checkAsked(file, code));
      }),
  glyphs: (root, groups) => {
    const drawn = readDrawn(root);
    const all = [...groups, ...readFurtherTexts(root)];
    return all.flatMap(({ files }) => files.flatMap((file) => checkGlyphs(file, drawn)));
  },
} satisfies Record<string, (root: string, groups: readonly TextGroup[]) => readonly Problem[]>;

/** Runs every check. The fonts must have been built (`scripts/fonts/build.ts`). */
export function checkAllTexts(root: string): readonly Problem[] {
  const groups = readTextGroups(root);
  return Object.values(CHECKS).flatMap((check) => check(root, groups));
}

function readDrawn(root: string): Drawn {
  const file = join(root, 'assets', 'built', 'fonts', 'drawn.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Drawn) : {};
}
