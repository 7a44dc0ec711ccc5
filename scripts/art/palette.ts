import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The repository's own folder, whatever the working directory is. */
export const ROOT = join(import.meta.dirname, '..', '..');

interface Palette {
  readonly tokens: Readonly<Record<string, string>>;
  readonly tints: Readonly<Record<string, string>>;
}

const palette = JSON.parse(readFileSync(join(ROOT, 'assets/palette.json'), 'utf8')) as Palette;
const colours: Readonly<Record<string, string>> = { ...palette.tokens, ...palette.tints };

export function colour(name: string): string {
  const hex = colours[name];
  if (hex === undefined) throw new Error(`palette.json knows no colour called ${name}`);
  return hex;
}

/** Writes colours into a drawing: `var(--head)` by the dye first, by the palette's own name otherwise. */
export function dyed(svg: string, dye: Readonly<Record<string, string>> = {}): string {
  return svg.replace(/var\(--([a-z-]+)\)/g, (_, name: string) => colour(dye[name] ?? name));
}
