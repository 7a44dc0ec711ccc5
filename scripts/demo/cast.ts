/** Who is in the demonstration's team: how able, how diligent, and what becomes of them. */
import { Chance } from './chance.ts';
import { nameOf } from './names.ts';

/**
 * What happens to somebody, whatever the dice say, so that a manager's page has one of each:
 * `plain` as the dice say; `absent` joined and never began; `stuck` loses the same way again and again; `lost` stopped
 * coming; `muddled` does not get one idea; `ready` has learnt everything and was not examined; `border` was examined
 * between two ranks; `risen` has a new rank; `forger` and `copier` each sent a result that is not theirs.
 */
export const PARTS = ['absent', 'stuck', 'ready', 'forger', 'lost', 'muddled', 'border', 'copier', 'risen'] as const;
export type Part = (typeof PARTS)[number] | 'plain';

export interface Character {
  readonly name: string;
  readonly part: Part;
  /** Ability on the scale of the examination, and what is added to it for each group of ideas (1 to 5). */
  readonly ability: number;
  readonly leanings: Readonly<Record<number, number>>;
  /** How soon the acts are understood, from 0 (never) to 1. */
  readonly cunning: number;
  /** Sessions in an ordinary week. */
  readonly zeal: number;
  /** First and last day on which they may play, counted from 0; the day of joining is the first. */
  readonly joins: number;
  readonly leaves: number;
  /** Hour of the day (UTC) around which they play, and how they play. */
  readonly hour: number;
  readonly input: 'pointer' | 'touch' | 'keyboard';
  /** Seconds for an ordinary question. */
  readonly pace: number;
  readonly chance: Chance;
}

const GROUPS = [1, 2, 3, 4, 5];

/** Draws the team. With fewer people than parts, the last parts are not played. `days` is at least 7. */
export function drawCast(players: number, days: number, seed: number): readonly Character[] {
  return Array.from({ length: players }, (_, n) => drawCharacter(n, partOf(n, players), days, seed));
}

/** The parts are spread over the list, so that neighbours are not all special. */
function partOf(n: number, players: number): Part {
  const step = Math.max(1, Math.floor(players / PARTS.length));
  return n % step === 0 ? (PARTS[n / step] ?? 'plain') : 'plain';
}

function drawCharacter(n: number, part: Part, days: number, seed: number): Character {
  const chance = new Chance(seed, `person ${n}`);
  const ability = chance.normal(0.1, 0.8);
  const isNewHire = chance.happens(0.15);
  const dropsOut = chance.happens(0.18);
  const plain: Character = {
    name: nameOf(n),
    part,
    ability,
    leanings: Object.fromEntries(GROUPS.map((group) => [group, chance.normal(0, 0.45)])),
    cunning: Math.min(1, Math.max(0, 0.5 + 0.22 * ability + chance.normal(0, 0.15))),
    zeal: Math.max(0.8, chance.normal(2.6, 1)),
    joins: isNewHire
      ? chance.whole(Math.floor(days / 3), Math.floor((days * 2) / 3))
      : chance.whole(0, Math.min(3, days - 1)),
    leaves: dropsOut ? chance.whole(Math.floor(days / 3), days - 8) : days - 1,
    // At lunch or after work, as people do.
    hour: chance.happens(0.4) ? chance.between(11.5, 13) : chance.between(17, 20),
    input: chance.pick(['pointer', 'pointer', 'touch', 'keyboard']),
    pace: chance.between(11, 30),
    chance: chance.branch('life'),
  };
  return { ...plain, ...CHANGES[part](days) };
}

/** What a part changes in somebody. */
const CHANGES: Readonly<Record<Part, (days: number) => Partial<Character>>> = {
  plain: () => ({}),
  absent: (days) => ({ joins: Math.max(0, days - 9), leaves: -1 }),
  stuck: (days) => ({ joins: Math.max(0, days - 12), leaves: days - 1, cunning: 0, ability: -0.4, zeal: 4 }),
  ready: (days) => ({ joins: 0, leaves: days - 1, ability: 2.2, leanings: {}, cunning: 0.9, zeal: 4 }),
  forger: (days) => ({ joins: 1, leaves: days - 1, zeal: 3 }),
  lost: (days) => ({ joins: 0, leaves: Math.max(1, days - 11), cunning: 0.5, zeal: 4 }),
  muddled: (days) => ({ joins: 0, leaves: days - 1, ability: 0.4, cunning: 0.8, zeal: 4 }),
  border: (days) => ({ joins: 0, leaves: days - 1, ability: -1.4, leanings: {}, cunning: 0.7, zeal: 3 }),
  copier: (days) => ({ joins: 1, leaves: days - 1, zeal: 3 }),
  risen: (days) => ({ joins: 0, leaves: days - 1, ability: 1.4, leanings: {}, cunning: 0.8, zeal: 3 }),
};
