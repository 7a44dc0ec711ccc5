/**
 * Builds Phaser from its own sources with only what the theatre uses (`phaser-parts.ts`). The published bundle cannot be
 * tree-shaken: an unused import costs 283 kB of Brotli. `vite dev` keeps the whole Phaser.
 * When a scene needs another part of Phaser, add it there: a missing factory fails only when it is called.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { PARTS, replacePart } from './phaser-parts.ts';

/** Where Phaser's own sources are. */
export const PHASER_SOURCES = join(dirname(createRequire(import.meta.url).resolve('phaser/package.json')), 'src');
const ENTRY = '\0phaser-core.cjs';

function writeEntry(): string {
  const lines = PARTS.map(([name, path]) => {
    const from = `require(${JSON.stringify(join(PHASER_SOURCES, path))})`;
    return name === '' ? `${from};` : `exports.${name} = ${from};`;
  });
  return `${lines.join('\n')}\nObject.assign(exports, require(${JSON.stringify(join(PHASER_SOURCES, 'const'))}));\n`;
}

/**
 * Phaser asks `typeof FLAG` for what its webpack build would have defined. There is no canvas renderer: where WebGL is
 * missing the page never fetches the stage (`src/app/play/can-draw.ts`).
 */
function setFlags(code: string): string {
  return code
    .replace(/typeof WEBGL_RENDERER\b/g, 'true')
    .replace(/typeof (CANVAS_RENDERER|FEATURE_SOUND|WEBGL_DEBUG|PLUGIN_FBINSTANT|PLUGIN_CAMERA3D)\b/g, 'false');
}

/** The path of one of Phaser's modules in its sources, without its ending; null for any other module. */
function pathInPhaser(id: string): string | null {
  return id.startsWith(PHASER_SOURCES)
    ? id
        .slice(PHASER_SOURCES.length + 1)
        .replaceAll('\\', '/')
        .replace(/\.js$/, '')
    : null;
}

/** The Vite plugin; for `vite build` only. */
export function phaserCore(): Plugin {
  return {
    name: 'phaser-core',
    apply: 'build',
    enforce: 'pre',
    config: () => ({ define: { global: 'globalThis' } }),
    resolveId: (id) => (id === 'phaser' ? ENTRY : null),
    load(id) {
      if (id === ENTRY) return writeEntry();
      const path = pathInPhaser(id);
      return path === null ? null : replacePart(path);
    },
    transform: (code, id) => (pathInPhaser(id) === null ? null : { code: setFlags(code), map: null }),
  };
}
