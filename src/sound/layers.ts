/** Every layer of music or place. They share one tempo and one scale, so any of them may sound with any other. */
export const LAYERS = [
  /** The road before and between the acts. */
  'title',
  /** Wind, small waves, crickets: the pond itself. */
  'pond-night',
  /** The calm. Fades as fear grows. */
  'pond-flute',
  /** The flock grows. */
  'pond-strings',
  /** Fear. */
  'pond-drum',
] as const;

export type LayerId = (typeof LAYERS)[number];

export const isLayer = (id: string): id is LayerId => (LAYERS as readonly string[]).includes(id);
