/**
 * `music`  obeys the volume of the music and sounds in the middle.
 * `place`  tells where one is: it comes from a side, and obeys the volume of the effects, so that a play by ear can be
 *          played without music.
 */
type LayerKind = 'music' | 'place';

/** Every layer of music or place. They share one tempo and one scale, so any of them may sound with any other. */
export const LAYERS = {
  /** The road before and between the acts. */
  title: 'music',
  /** Wind, small waves, crickets: the pond itself. It tells nothing, and goes with the music. */
  'pond-night': 'music',
  /** The calm. Fades as fear grows. */
  'pond-flute': 'music',
  /** The flock grows. */
  'pond-strings': 'music',
  /** Fear. */
  'pond-drum': 'music',
  /** A river. */
  'road-water': 'place',
  /** Wind over a ravine. */
  'road-wind': 'place',
  /** A market: voices, and somebody plays. */
  'road-market': 'place',
  /** Walking. */
  'road-strings': 'music',
} as const satisfies Readonly<Record<string, LayerKind>>;

export type LayerId = keyof typeof LAYERS;

export const isLayer = (id: string): id is LayerId => Object.hasOwn(LAYERS, id);

/** Whether a layer comes from a side. */
export const isPlace = (id: LayerId): boolean => LAYERS[id] === 'place';
