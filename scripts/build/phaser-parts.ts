/**
 * Which parts of Phaser the page carries: images and containers, a camera, and WebGL to draw them with. Everything
 * else that Phaser's modules ask for (filters, shapes, tweens, loaders, pointers, the canvas renderer …) is left out.
 * Paths are those of Phaser's `src`, without `.js`.
 */

/**
 * What the entry asks for, in the order of Phaser's own `phaser-core.js`: its modules need each other in circles, and
 * another order breaks them. An empty name means that the module is only run, because it registers itself.
 */
export const PARTS: readonly (readonly [name: string, path: string])[] = [
  ['', 'cameras/2d/CameraManager'],
  ['', 'events/EventEmitter'],
  ['Game', 'core/Game'],
  ['', 'gameobjects/DisplayList'],
  ['', 'gameobjects/GameObjectCreator'],
  ['', 'gameobjects/GameObjectFactory'],
  ['', 'gameobjects/UpdateList'],
  ['', 'gameobjects/container/ContainerFactory'],
  ['', 'gameobjects/image/ImageFactory'],
  ['Scale', 'scale/const/SCALE_MODE_CONST'],
  ['Scene', 'scene/Scene'],
  ['Scenes', 'scene'],
];

/** Modules that Phaser names in its lists but makes nothing of until a game asks: asking for one of them throws. */
export const LEFT_OUT: readonly RegExp[] = [
  /^filters\/(?!Controller$)/,
  /^gameobjects\/components\/PathFollower$/,
  /^input\/(Pointer|keyboard|mouse|touch)/,
  /^renderer\/snapshot\//,
  /^renderer\/webgl\/renderNodes\/BatchHandler(PointLight|Strip|TileSprite|Tri)$/,
  /^renderer\/webgl\/renderNodes\/(DrawLine|DynamicTextureHandler|FillPath|StrokePath)$/,
  /^renderer\/webgl\/renderNodes\/filters\//,
  /^renderer\/webgl\/renderNodes\/submitter\/(?!SubmitterQuad$)/,
  /^renderer\/webgl\/renderNodes\/texturer\/TexturerTileSprite$/,
  /^renderer\/webgl\/renderNodes\/transformer\/Transformer(Stamp|Tile|TileSprite)$/,
  /^textures\/DynamicTexture$/,
  /^textures\/parsers\/(?!index$|Image$)/,
];

/** One of a camera's effects, at rest. The camera asks all of them in every frame. */
const AT_REST = `function AtRest () {}
AtRest.prototype.isRunning = false;
AtRest.prototype.update = AtRest.prototype.preRender = AtRest.prototype.reset = function () {};
AtRest.prototype.postRenderWebGL = function () { return false; };
module.exports = AtRest;`;

/** Modules that every game makes use of at its start, put in place by as little as that needs. */
const STAND_INS: Readonly<Record<string, string>> = {
  'animations/AnimationManager': 'module.exports = function AnimationManager () {};',
  'input/InputManager': 'module.exports = function InputManager () {};',
  // A pattern that dynamic textures are stamped with; the texture manager makes one, and puts it away.
  'gameobjects/tilesprite/TileSprite': `module.exports = function TileSprite () {};
module.exports.prototype.setOrigin = function () { return this; };
module.exports.prototype.destroy = function () {};`,
  // The game's settings seed its random numbers, which nothing here draws: the kernel has its own.
  'math/index': `exports.RandomDataGenerator = require('./random-data-generator/RandomDataGenerator');`,
  'renderer/index': `exports.Events = require('./events');`,
  ...Object.fromEntries(
    ['Fade', 'Flash', 'Pan', 'RotateTo', 'Shake', 'Zoom'].map((effect) => [`cameras/2d/effects/${effect}`, AT_REST]),
  ),
};

/** What stands in for a module of Phaser, or null for one that is carried as it is. */
export function replacePart(path: string): string | null {
  const standIn = STAND_INS[path];
  if (standIn !== undefined) return standIn;
  if (!LEFT_OUT.some((each) => each.test(path))) return null;
  const reason = JSON.stringify(`phaser-parts.ts leaves out ${path}`);
  return `module.exports = function LeftOut () { throw new Error(${reason}); };`;
}

/** Every path that the lists above speak of by name, so that a test can see whether Phaser has them. */
export const NAMED: readonly string[] = [...PARTS.map(([, path]) => path), ...Object.keys(STAND_INS)];
