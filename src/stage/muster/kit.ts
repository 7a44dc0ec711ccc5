/** What the examinee wears and carries: undyed hemp before the examination, and the dress of the rank after it. */

export type MusterRank = 'low-soldier' | 'common-soldier' | 'senior-soldier' | 'general' | 'marshal';

export const MUSTER_RANKS: readonly MusterRank[] = [
  'low-soldier',
  'common-soldier',
  'senior-soldier',
  'general',
  'marshal',
];

export type Dress = 'recruit' | MusterRank;

export interface Kit {
  /** Names of the pieces of the rig that are worn; every other piece is left in the chest. */
  readonly pieces: readonly string[];
  /** The dye of tunic and trousers. */
  readonly dye: 'hemp' | 'jade';
  /** Tall against the others: who stands higher is also taller. */
  readonly size: number;
}

const TUNIC = [
  'torso:tunic',
  'skirt:tunic-skirt',
  'upper-arm:tunic-arm',
  'upper-arm-far:tunic-arm',
  'forearm:tunic-forearm',
  'forearm-far:tunic-forearm',
  'thigh:thigh',
  'thigh-far:thigh',
  'head:face',
] as const;
const BARE = ['shin:shin-bare', 'shin-far:shin-bare', 'foot:sandal', 'foot-far:sandal'] as const;
const SHOD = ['shin:shin', 'shin-far:shin', 'foot:shoe', 'foot-far:shoe'] as const;
const FISTS = ['hand:fist', 'hand-far:fist'] as const;

/** Each rank keeps what the rank below it was given and gets more, up to the general; then all of it is changed. */
export const KITS: Readonly<Record<Dress, Kit>> = {
  recruit: { pieces: [...TUNIC, ...BARE, ...FISTS, 'head:band'], dye: 'hemp', size: 0.94 },
  'low-soldier': { pieces: [...TUNIC, ...BARE, ...FISTS, 'head:band', 'held-far:staff'], dye: 'jade', size: 0.94 },
  'common-soldier': { pieces: [...TUNIC, ...SHOD, ...FISTS, 'head:cap', 'held-far:spear'], dye: 'jade', size: 0.96 },
  'senior-soldier': {
    pieces: [
      ...TUNIC,
      ...SHOD,
      ...FISTS,
      'head:helm',
      'held-far:spear',
      'torso:cuirass',
      'torso:pauldron',
      'shield:shield',
    ],
    dye: 'jade',
    size: 0.98,
  },
  general: {
    pieces: [
      'torso:armour',
      'torso:pauldron',
      'torso:flag-1',
      'torso:flag-2',
      'torso:flag-3',
      'torso:flag-4',
      'skirt:armour-skirt',
      'flap:apron',
      'upper-arm:armour-arm',
      'upper-arm-far:armour-arm',
      'forearm:armour-forearm',
      'forearm-far:armour-forearm',
      'thigh:thigh',
      'thigh-far:thigh',
      'shin:shin',
      'shin-far:shin',
      'foot:boot',
      'foot-far:boot',
      'hand:fist',
      'hand-far:palm',
      'held:sword',
      'head:face',
      'head:feather-1',
      'head:feather-2',
      'head:winged-helmet',
    ],
    dye: 'jade',
    size: 1,
  },
  marshal: {
    pieces: [
      'torso:robe-trunk',
      'skirt:robe',
      'upper-arm:robe-arm',
      'upper-arm-far:robe-arm',
      'forearm:robe-forearm-short',
      'forearm-far:robe-forearm',
      'foot:boot',
      'foot-far:boot',
      ...FISTS,
      'held-far:baton',
      'head:face-old',
      'head:crown',
      'beard:beard',
    ],
    dye: 'jade',
    size: 1.03,
  },
};

const SHOWN = new Map<Dress, Readonly<Record<string, boolean>>>();

/** What a pose shows of a figure in this dress. */
export function shownIn(dress: Dress): Readonly<Record<string, boolean>> {
  let shown = SHOWN.get(dress);
  if (!shown) {
    const all = new Set(Object.values(KITS).flatMap((kit) => kit.pieces));
    const worn = new Set(KITS[dress].pieces);
    shown = Object.fromEntries([...all].map((piece) => [piece, worn.has(piece)]));
    SHOWN.set(dress, shown);
  }
  return shown;
}
