/** Painting order of the road, from the sky to what flies before everybody. Lanes lie behind each other in between. */
export const ROAD_DEPTH = {
  sky: 0,
  sun: 10,
  clouds: 14,
  hills: 20,
  mist: 60,
  /** The dark of one who does not see; what the staff has felt lies over it. */
  night: 900,
  ground: 1000,
  /** Between two lanes. */
  lane: 40,
  /** On a lane: what stands behind a figure, the figure, and what stands before it. */
  behind: 8,
  figure: 14,
  before: 30,
  bank: 1300,
  near: 5000,
  words: 5150,
  effects: 5200,
  /** The dark of those who play by ear: over everything that is drawn here. */
  ear: 5800,
  glimmer: 5810,
} as const;

/** Where something stands in the painting order on a lane (fractions between two lanes). */
export function depthOn(lane: number, part: 'behind' | 'figure' | 'before' | 'slab'): number {
  const add = part === 'slab' ? 0 : ROAD_DEPTH[part];
  return ROAD_DEPTH.ground + (lane + 1) * ROAD_DEPTH.lane + add;
}
