/**
 * Builds Phaser from its own sources with only what the theatre uses. The published bundle cannot be tree-shaken
 * (an unused import costs 283 kB of Brotli); this core costs about 156 kB. `vite dev` keeps the whole Phaser.
 * When a scene needs another part of Phaser, add its path here: a missing factory fails only when it is called.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const SOURCES = join(dirname(createRequire(import.meta.url).resolve('phaser/package.json')), 'src');
const ENTRY = '\0phaser-core.cjs';

/**
 * In the order of Phaser's own `phaser-core.js`: its modules need each other in circles, and another order breaks them.
 * An empty name means that the module is only run, because it registers itself.
 */
const PARTS: readonly (readonly [name: string, path: string])[] = [
  ['', 'polyfills/requestVideoFrame'],
  ['', 'animations'],
  ['BlendModes', 'renderer/BlendModes'],
  ['', 'cache'],
  ['', 'cameras/2d'],
  ['Core', 'core'],
  ['Class', 'utils/Class'],
  ['', 'data'],
  ['', 'display/mask'],
  ['Events', 'events'],
  ['Game', 'core/Game'],
  ['', 'gameobjects/DisplayList'],
  ['', 'gameobjects/GameObjectCreator'],
  ['', 'gameobjects/GameObjectFactory'],
  ['', 'gameobjects/UpdateList'],
  ['', 'gameobjects/components'],
  ['', 'gameobjects/BuildGameObject'],
  ['', 'gameobjects/BuildGameObjectAnimation'],
  ['', 'gameobjects/GameObject'],
  ['', 'gameobjects/graphics/Graphics'],
  ['', 'gameobjects/image/Image'],
  ['', 'gameobjects/container/ContainerFactory'],
  ['', 'gameobjects/tilesprite/TileSpriteFactory'],
  ['', 'gameobjects/graphics/GraphicsFactory'],
  ['', 'gameobjects/image/ImageFactory'],
  ['', 'loader/filetypes/AtlasJSONFile'],
  ['', 'loader/filetypes/ImageFile'],
  ['', 'loader/LoaderPlugin'],
  ['', 'plugins'],
  ['', 'renderer'],
  ['Scale', 'scale'],
  ['ScaleModes', 'renderer/ScaleModes'],
  ['Scene', 'scene/Scene'],
  ['Scenes', 'scene'],
  ['Textures', 'textures'],
  ['', 'time'],
  ['TintModes', 'renderer/TintModes'],
  ['', 'tweens'],
];

function writeEntry(): string {
  const lines = PARTS.map(([name, path]) => {
    const from = `require(${JSON.stringify(join(SOURCES, path))})`;
    return name === '' ? `${from};` : `exports.${name} = ${from};`;
  });
  return `${lines.join('\n')}\nObject.assign(exports, require(${JSON.stringify(join(SOURCES, 'const'))}));\n`;
}

/** Phaser asks `typeof FLAG` for what its webpack build would have defined. */
function setFlags(code: string): string {
  return code
    .replace(/typeof (WEBGL_RENDERER|CANVAS_RENDERER)\b/g, 'true')
    .replace(/typeof (FEATURE_SOUND|WEBGL_DEBUG|PLUGIN_FBINSTANT|PLUGIN_CAMERA3D)\b/g, 'false');
}

/** The Vite plugin; for `vite build` only. */
export function phaserCore(): Plugin {
  return {
    name: 'phaser-core',
    apply: 'build',
    enforce: 'pre',
    config: () => ({ define: { global: 'globalThis' } }),
    resolveId: (id) => (id === 'phaser' ? ENTRY : null),
    load: (id) => (id === ENTRY ? writeEntry() : null),
    transform: (code, id) => (id.startsWith(SOURCES) ? { code: setFlags(code), map: null } : null),
  };
}
