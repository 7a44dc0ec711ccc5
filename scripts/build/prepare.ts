/**
 * Makes everything under `assets/built/` that the page loads: pictures from SVG, fonts from the texts, the reveal's
 * thousand runs from the rules. Each maker keeps what is current, so a second call takes a moment.
 */
import { spawnSync } from 'node:child_process';

const MAKERS: readonly (readonly [what: string, script: string])[] = [
  ['pictures', 'scripts/art/build-atlas.ts'],
  ['the title picture', 'scripts/art/build-title.ts'],
  ['the muster’s still pictures', 'scripts/art/build-muster.ts'],
  ['fonts', 'scripts/fonts/build.ts'],
  ['the reveal', 'scripts/bake.ts'],
];

for (const [what, script] of MAKERS) {
  const began = performance.now();
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', script], { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`${what}: ${script} failed`);
    process.exit(1);
  }
  console.log(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
