/** Everything that a blind guesser could live on, over the whole bank and in each kind by itself. */
import type { Language } from '../../../src/i18n/languages.ts';
import type { Item, ItemKind } from '../../../src/quiz/index.ts';
import type { BankOnDisk } from '../read-bank.ts';
import { findAlike, type Pair } from './alike.ts';
import { CHOOSING } from './choosing.ts';
import { judgeSliders } from './sliders.ts';
import { judgeGuessers, type Verdict } from './judge.ts';
import { findStandingOut } from './stand-out.ts';
import { listTasks } from './tasks.ts';

/** What was found in one language. */
export interface LanguageGuesses {
  readonly language: Language;
  /** The guessers on all picks together, and on those of one kind. */
  readonly scopes: readonly { readonly scope: string; readonly verdicts: readonly Verdict[] }[];
  readonly alike: readonly Pair[];
  /** What must be mended, a line each. */
  readonly problems: readonly string[];
}

/** So many of the items that give a habit away are named; `scripts/content/guess.ts` lists more. */
const MOST_NAMED = 5;
const PLACING: readonly ItemKind[] = ['matching', 'sorting'];

/**
 * Judges the bank in one language. The first family of tests takes all choosing kinds together; each kind is then
 * tested by itself, because one kind's habit must not hide behind another's.
 */
export function judgeBank({ items, texts }: Pick<BankOnDisk, 'items' | 'texts'>, language: Language): LanguageGuesses {
  const tasks = items.flatMap((item) => listTasks(item, language, texts[language]));
  const scopes = [
    { scope: 'all that is chosen', tasks: tasks.filter(({ kind }) => CHOOSING.includes(kind)) },
    ...[...CHOOSING, ...PLACING].map((kind) => ({ scope: kind, tasks: tasks.filter((task) => task.kind === kind) })),
  ].map(({ scope, tasks: own }) => ({ scope, verdicts: judgeGuessers(own) }));
  const alike = findAlike(items, language, texts[language]);
  return {
    language,
    scopes,
    alike,
    problems: [
      ...scopes.flatMap(({ scope, verdicts }) => verdicts.flatMap((verdict) => complain(language, scope, verdict))),
      ...alike.map(({ first, second }) => `${language}: ${first} and ${second} are alike`),
      ...findStandingOut(items, language, texts[language]),
      ...complainOfVerdicts(items),
      ...complainOfEstimates(items),
    ],
  };
}

function complain(
  language: Language,
  scope: string,
  { guesser, mean, chance, z, limit, beatsChance, gains }: Verdict,
): string[] {
  if (!beatsChance) return [];
  const [given, blind] = [mean, chance].map((share) => (100 * share).toFixed(1));
  return [
    `${language}: ${scope}: “${guesser}” earns ${given} % where chance earns ${blind} % (${z.toFixed(2)} standard errors, limit ${limit.toFixed(2)}), most in ${gains
      .slice(0, MOST_NAMED)
      .map(({ item }) => item)
      .join(', ')}`,
  ];
}

/** True and false must be as likely as a coin's sides: within 2.58 standard errors (99 %, two-sided). */
function complainOfVerdicts(items: readonly Item[]): readonly string[] {
  const verdicts = items.flatMap((item) => (item.kind === 'true-false-reason' ? [item.key.verdict] : []));
  const truths = verdicts.filter(Boolean).length;
  const error = Math.sqrt(verdicts.length) / 2;
  if (Math.abs(truths - verdicts.length / 2) <= 2.58 * error) return [];
  return [`${truths} of ${verdicts.length} statements are true: the verdict can be guessed`];
}

function complainOfEstimates(items: readonly Item[]): readonly string[] {
  return judgeSliders(items)
    .filter(({ beatsChance }) => beatsChance)
    .map(({ place, mean, chance, z }) => {
      const [given, blind] = [mean, chance].map((share) => (100 * share).toFixed(1));
      return `estimates: the ${place} of the range earns ${given} % where chance earns ${blind} % (${z.toFixed(2)} standard errors)`;
    });
}
