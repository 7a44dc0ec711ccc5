/**
 * `npx tsx scripts/content/guess.ts [--language en] [--items 12]`: lets the blind guessers loose on the bank as far as
 * it is written, and names for each one that beats chance the items that let it, so that a writer can mend them.
 * The exit code is 1 when a guesser beats chance, two items are alike, or the verdicts are not balanced.
 */

import { readOptions, refuseOption } from '../options/read-options.ts';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { judgeBank, type LanguageGuesses } from './guess/judge-bank.ts';
import { readBankOnDisk } from './read-bank.ts';

const { values } = readOptions({
  options: { language: { type: 'string' }, items: { type: 'string', default: '12' } },
});
const languages = LANGUAGES.filter((language) => values.language === undefined || values.language === language);
if (languages.length === 0) refuseOption(`no such language: ${values.language}; there are: ${LANGUAGES.join(', ')}`);

const bank = readBankOnDisk(process.cwd());
const guesses = languages.map((language) => judgeBank(bank, language));
for (const guess of guesses) print(guess, Number(values.items));
process.exitCode = guesses.every(({ problems }) => problems.length === 0) ? 0 : 1;

function print({ language, scopes, alike, problems }: LanguageGuesses, most: number): void {
  console.log(`\n== ${language}`);
  for (const { scope, verdicts } of scopes) {
    const [first] = verdicts;
    if (first === undefined || first.tasks === 0) continue;
    console.log(
      `\n${scope}: ${first.tasks} picks, chance ${percent(first.chance)}, limit ${first.limit.toFixed(2)} SE`,
    );
    for (const { guesser, mean, z, beatsChance, gains } of verdicts.toSorted((a, b) => b.z - a.z)) {
      console.log(
        `  ${beatsChance ? 'BEATS' : '     '} ${guesser.padEnd(26)} ${percent(mean)}  ${z.toFixed(2).padStart(6)} SE`,
      );
      if (!beatsChance && z < first.limit * 0.7) continue;
      for (const { item, option, gain } of gains.slice(0, most))
        console.log(`          ${item}: ${option} (+${percent(gain).trim()})`);
    }
  }
  if (alike.length > 0) console.log('\nAlike:');
  for (const { first, second, shared, of } of alike)
    console.log(`  ${first} ~ ${second}: ${percent(shared)} of the ${of}`);
  console.log(problems.length === 0 ? '\nNothing can be guessed.' : `\n${problems.join('\n')}`);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`.padStart(7);
}
