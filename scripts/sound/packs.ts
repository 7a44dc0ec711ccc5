/** Finds the packs of sounds: every file of `assets/sound/packs/` that exports one. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Effects } from '../../assets/sound/effects/effect.ts';
import type { Loops } from '../../assets/sound/loops/loop.ts';
import type { Pack } from '../../assets/sound/packs/pack.ts';
import { HOUSE, RECIPES } from './places.ts';

const FOLDER = join(RECIPES, 'packs');

async function readPacks(): Promise<Readonly<Record<string, Pack>>> {
  const names = readdirSync(FOLDER)
    .flatMap((file) => (file.endsWith('.ts') && file !== 'pack.ts' ? [file.slice(0, -'.ts'.length)] : []))
    // The house first, the acts by name, on every system.
    .toSorted((a, b) => Number(b === HOUSE) - Number(a === HOUSE) || (a < b ? -1 : 1));
  const found = await Promise.all(
    names.map(async (name) => {
      const { pack } = (await import(pathToFileURL(join(FOLDER, `${name}.ts`)).href)) as { readonly pack: Pack };
      return [name, pack] as const;
    }),
  );
  return Object.fromEntries(found);
}

export const packs = await readPacks();

/** Every effect and every loop of every pack. */
export const effects: Effects = Object.assign({}, ...Object.values(packs).map((pack) => pack.effects)) as Effects;
export const loops: Loops = Object.assign({}, ...Object.values(packs).map((pack) => pack.loops)) as Loops;
