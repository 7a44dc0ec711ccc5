/**
 * `npm run names:check`: judges the words of visitors' names, each alone and all 200 × 200 pairs of every language. Each
 * fault is one line; the exit code is 1 when there is any.
 */
import { NAME_WORDS } from '../../src/app/claim/visitor-name.ts';
import { NAME_LANGUAGES } from '../../src/wire/kiosk.ts';
import { checkNames } from './check-names.ts';

/** A bad word makes two hundred bad pairs: so many of one kind are told. */
const TOLD = 5;

const faults = checkNames(process.cwd());
const told = new Map<string, number>();
for (const { language, name, reason } of faults) {
  const count = (told.get(language + reason) ?? 0) + 1;
  told.set(language + reason, count);
  if (count <= TOLD) console.error(`levels/kiosk-names/${language}.json: ${name}: ${reason}`);
}
const pairs = NAME_LANGUAGES.reduce(
  (sum, each) => sum + NAME_WORDS[each].first.length * NAME_WORDS[each].second.length,
  0,
);
console.log(faults.length === 0 ? `${pairs} names, and nothing against any.` : `${faults.length} faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;
