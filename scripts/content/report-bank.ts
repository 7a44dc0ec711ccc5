/** What the bank has on every idea, and what it still lacks. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { LANGUAGES, type Language } from '../../src/i18n/languages.ts';
import { TIERS, type ContentFault, type Item, type ItemKind, type Tier } from '../../src/quiz/index.ts';
import { readActFile } from '../bots/content.ts';
import { judgeBank } from './guess/judge-bank.ts';
import type { BankOnDisk } from './read-bank.ts';

/** One idea's part of the report. */
export interface IdeaReport {
  readonly id: string;
  /** The acts whose `act.json` names the idea. */
  readonly acts: readonly string[];
  /** Number of items. */
  readonly items: number;
  /** Number of items of each kind; kinds without any are left out. */
  readonly kinds: Readonly<Partial<Record<ItemKind, number>>>;
  readonly tiers: Readonly<Record<Tier, number>>;
  /** Number of items whose words are all there, by language. */
  readonly languages: Readonly<Record<Language, number>>;
  /** What must be written or mended, a sentence each. */
  readonly missing: readonly string[];
}

/** The whole report. */
export interface BankReport {
  readonly ok: boolean;
  readonly ideas: readonly IdeaReport[];
}

/** What an idea needs, and the bank as a whole. */
export const NEEDED = { items: 4, kinds: 2, inAll: 240 } as const;

/** Ideas of the acts that there are, by act. */
export function readIdeasOfActs(root: string): ReadonlyMap<string, readonly string[]> {
  const acts = readdirSync(join(root, 'levels')).filter((act) => existsSync(join(root, 'levels', act, 'act.json')));
  return new Map(acts.toSorted().map((act) => [act, readActFile(act).ideas]));
}

/** Reports on every idea of `levels/concepts.json`, in the order of that file. */
export function reportIdeas(bank: BankOnDisk, acts: ReadonlyMap<string, readonly string[]>): readonly IdeaReport[] {
  return bank.concepts.map(({ id }) => {
    const items = bank.items.filter((item) => item.idea === id);
    const tiers = TIERS.map((tier) => [tier, items.filter((item) => item.tier === tier).length]);
    const languages = LANGUAGES.map((language) => [language, countWorded(items, bank.textFaults[language])]);
    return {
      id,
      acts: [...acts].filter(([, ideas]) => ideas.includes(id)).map(([act]) => act),
      items: items.length,
      kinds: countKinds(items),
      tiers: Object.fromEntries(tiers) as IdeaReport['tiers'],
      languages: Object.fromEntries(languages) as IdeaReport['languages'],
      missing: listMissing(id, items, bank),
    };
  });
}

/** What is wrong with the bank as a whole: too few items, a structure that cannot be read, what can be guessed. */
export function listProblems(bank: BankOnDisk): readonly string[] {
  const few = bank.items.length < NEEDED.inAll ? [`${bank.items.length} items in all, not ${NEEDED.inAll}`] : [];
  const guesses = LANGUAGES.flatMap((language) => judgeBank(bank, language).problems);
  return [...few, ...bank.faults.map(writeFault), ...new Set(guesses)];
}

function listMissing(id: string, items: readonly Item[], { faults, textFaults }: BankOnDisk): readonly string[] {
  const missing: string[] = [];
  if (items.length < NEEDED.items) missing.push(`${items.length} of ${NEEDED.items} items`);
  const kinds = Object.keys(countKinds(items)).length;
  if (kinds < NEEDED.kinds) missing.push(`${kinds} of ${NEEDED.kinds} kinds`);
  if (!items.some(({ situation }) => situation)) missing.push('a situation with a customer or a colleague');
  const isOwn = ({ file }: ContentFault): boolean => file.startsWith(`levels/bank/${id}/`);
  missing.push(...faults.filter(isOwn).map(writeFault));
  for (const language of LANGUAGES) {
    const wrong = textFaults[language].filter(isOwn);
    missing.push(...wrong.map(writeFault));
    if (wrong.length === 0 && items.length === 0) missing.push(`${language}: no texts`);
  }
  return missing;
}

function countWorded(items: readonly Item[], faults: readonly ContentFault[]): number {
  return items.filter(({ id, idea }) =>
    faults.every(
      ({ file, path }) =>
        !file.startsWith(`levels/bank/${idea}/`) ||
        (path.startsWith('items.') && !`${path}.`.startsWith(`items.${id}.`)),
    ),
  ).length;
}

function countKinds(items: readonly Item[]): IdeaReport['kinds'] {
  const kinds: Partial<Record<ItemKind, number>> = {};
  for (const { kind } of items) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return kinds;
}

function writeFault({ file, path, reason }: ContentFault): string {
  return `${file}: ${path === '' ? 'the whole file' : path}: ${reason}`;
}
