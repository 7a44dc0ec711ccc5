import type { Population } from './examinee.ts';

const TYPICAL: Population = { mean: 0, sd: 1, truth: { kind: 'as-believed' }, behaviour: { kind: 'model' } };

/** Everything that is simulated, by name: first as the model has it, then as it may be in life. */
export const SCENES = {
  /** Answers obey the model, and the parameters are those that the engine believes. */
  model: TYPICAL,
  /** Every parameter of every item is wrong on its own by up to 30 %: discriminations, guessing; difficulties by ±0.3. */
  wrongParameters: { ...TYPICAL, truth: { kind: 'off', by: 0.3 } },
  /** All items discriminate 30 % less than believed. */
  flatter: { ...TYPICAL, truth: { kind: 'shifted', flatter: 0.7, harder: 0 } },
  /** All items discriminate half as much as believed. */
  halfFlat: { ...TYPICAL, truth: { kind: 'shifted', flatter: 0.5, harder: 0 } },
  /** All items discriminate 30 % more than believed. */
  steeper: { ...TYPICAL, truth: { kind: 'shifted', flatter: 1.3, harder: 0 } },
  /** All items are harder than believed by 0.3 of the unit of ability. */
  harder: { ...TYPICAL, truth: { kind: 'shifted', flatter: 1, harder: 0.3 } },
  /** One in ten answers everything without looking. */
  guessers: { ...TYPICAL, behaviour: { kind: 'guessers', share: 0.1 } },
  /** From the seventh answer on, one in three is given without looking. */
  hurried: { ...TYPICAL, behaviour: { kind: 'hurried', after: 6, chance: 1 / 3 } },
  /** One group of ideas is answered as by somebody less able by 1.5. */
  unknownGroup: { ...TYPICAL, behaviour: { kind: 'unknown-group', less: 1.5 } },
  /** The players are better than the prior thinks. */
  abler: { ...TYPICAL, mean: 0.5 },
  /** The players differ more than the prior thinks. */
  wider: { ...TYPICAL, sd: 1.5 },
} as const satisfies Readonly<Record<string, Population>>;

export type Scene = keyof typeof SCENES;
export const SCENE_NAMES = Object.keys(SCENES) as readonly Scene[];
