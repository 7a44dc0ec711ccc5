import { parseRanges, type Range } from '../../../kernel/ranges.ts';

const share: Range = { from: 0, to: 1 };

/**
 * What can be set about a pond. The values of the game stand in `levels/duck-pond/act.json`; here are the limits,
 * chosen so that no file from outside can make a run that doesn't end or a number that overflows.
 */
export const RANGES = {
  /** Evenings in a run. */
  evenings: { from: 1, to: 10, whole: true },
  /** Seconds of an evening. */
  eveningSeconds: { from: 4, to: 120 },
  /** Seconds of the night between two evenings. */
  nightSeconds: { from: 2, to: 20 },
  /** Birds that know this pond. */
  ducks: { from: 1, to: 2000, whole: true },
  /** Birds in a flock: they pass together and share what they remember. */
  flockSize: { from: 1, to: 50, whole: true },
  /** Seconds between two passes of a flock over the pond, on average. */
  passSeconds: { from: 2, to: 60 },

  /** Effort at the start of each evening. */
  effort: { from: 0, to: 1000, whole: true },
  /** Effort that one bolt costs. */
  boltEffort: { from: 0, to: 100, whole: true },
  /** Effort that a handful of grain costs. */
  grainEffort: { from: 0, to: 100, whole: true },
  /** Effort that a coat of glue costs. */
  glueEffort: { from: 0, to: 100, whole: true },
  /** Effort that gathering one duck out of the glue costs. */
  gatherEffort: { from: 0, to: 100, whole: true },
  /** Effort that gathering one loose, feeding duck costs. */
  stalkEffort: { from: 0, to: 100, whole: true },

  /** Chance that a bolt loosed at once hits. */
  hastyHit: share,
  /** Chance that a bolt loosed with a steady hand hits. */
  steadyHit: share,
  /** Seconds of aiming until the hand is steady. */
  steadySeconds: { from: 0, to: 10 },
  /** Fear that a shot raises at its own spot, of at most 1. */
  shotFear: share,
  /** How far fear carries, in spots: it falls evenly to nothing over this way. 0: only its own spot. */
  fearReach: { from: 0, to: 8 },
  /** Share of a spot's fear that fades in a second. */
  fearFades: share,
  /** What a flock keeps in mind of a fright: added to its dread for each of its birds that was frightened, over the flock's size. */
  dreadPerFright: { from: 0, to: 4 },
  /** Most dread that a flock can be in. */
  mostDread: share,
  /** Share of a flock's dread that goes over an evening without a shot and its night. */
  dreadFades: share,
  /** Share of its dread that each peck of grain takes from a flock, over the flock's size. */
  grainSoothes: share,

  /** Chance per spot that a bird that passes comes down merely to rest. */
  restChance: share,
  /** Chance per spot that a bird that passes comes down for plenty of grain, once its flock trusts the pond. */
  grainChance: share,
  /** Share of that chance while the flock doesn't know the pond yet. */
  shyness: share,
  /** How strongly feeding ducks call: chance per spot that a bird comes down to a crowd, without end. */
  call: { from: 0, to: 1 },
  /** Fondness that one peck of grain adds to its flock, over the flock's size. */
  fondnessPerPeck: { from: 0, to: 4 },
  /** Kernels in a handful. */
  handful: { from: 1, to: 100, whole: true },
  /** Pecks after which a bird has eaten its fill. */
  appetite: { from: 1, to: 100, whole: true },
  /** Seconds between two pecks. */
  peckSeconds: { from: 0.2, to: 10 },

  /** Chance that one peck on fresh glue catches the bird. */
  glueCatch: share,
  /** Share of a strip's glue that is used up by each bird it catches. */
  glueWear: share,
  /** Most birds that one strip can hold. */
  stripRoom: { from: 1, to: 2000, whole: true },
  /** How well glue holds overnight: chance that a held bird is still there in the morning. */
  glueHold: share,
  /** Chance that a calm bird that nothing holds stays on the water overnight. */
  roost: share,
  /** Chance that a held bird tears loose at a shot at its own spot; falls with the distance as fear does. */
  tearChance: share,

  /** Spots that the host walks in a second. */
  walkSpeed: { from: 0.5, to: 20 },
  /** Seconds to gather one duck out of the glue. */
  gatherSeconds: { from: 0.1, to: 10 },
  /** Seconds to gather one loose, feeding duck. */
  stalkSeconds: { from: 0.1, to: 10 },
} as const satisfies Readonly<Record<string, Range>>;

export type ParameterName = keyof typeof RANGES;
export type PondParameters = Readonly<Record<ParameterName, number>>;

/** Checks a whole set of parameters. Throws `BadInput` for a missing, unknown or out-of-range one. */
export function parseParameters(value: unknown): PondParameters {
  return parseRanges(value, RANGES);
}
