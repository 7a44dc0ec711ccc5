import { formOf, groupByStem, nestedIn, placeholdersOf, stemOf } from './plural-keys.ts';
import type { Problem } from './problem.ts';
import type { Text, TextFile, TextGroup } from './read-texts.ts';

/**
 * Compares the languages of one namespace with English: no file, key, plural form or placeholder may be missing or
 * too many, no text empty, and every text that is put into another one there.
 */
export function checkParity(group: TextGroup): readonly Problem[] {
  const problems: Problem[] = group.missing.map((file) => ({ file, at: 'the whole file', reason: 'is missing' }));
  const english = group.files.find((file) => file.language === 'en');
  for (const file of group.files) {
    problems.push(...checkPlurals(file), ...checkEmpty(file), ...checkNested(file));
    if (english !== undefined && file !== english) problems.push(...compare(english, file));
  }
  return problems;
}

function checkEmpty({ file, texts }: TextFile): Problem[] {
  return texts.filter(({ value }) => value.trim() === '').map(({ key }) => ({ file, at: key, reason: 'is empty' }));
}

/** A text that puts in another one must name one of its own file. */
function checkNested({ file, texts }: TextFile): Problem[] {
  const known = new Set(texts.map(({ key }) => stemOf(key)));
  return texts.flatMap((text) =>
    nestedIn(text.value)
      .filter(({ key, isComposed }) => !(isComposed ? [...known].some((each) => each.startsWith(key)) : known.has(key)))
      .map(({ key }) => ({ file, at: text.key, reason: `puts in ${key}, which is no text of the file` })),
  );
}

/** A counted text needs exactly the forms that its language counts with. */
function checkPlurals({ file, language, texts }: TextFile): Problem[] {
  const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
  const problems: Problem[] = [];
  for (const [stem, forms] of groupByStem(texts)) {
    const given = forms.map(({ key }) => formOf(key)).filter((form) => form !== undefined);
    if (given.length === 0) continue;
    const missing = wanted.filter((form) => !given.includes(form));
    const strange = given.filter((form) => !(wanted as readonly string[]).includes(form));
    if (missing.length > 0) problems.push({ file, at: stem, reason: `lacks the plural ${missing.join(', ')}` });
    if (strange.length > 0)
      problems.push({ file, at: stem, reason: `has the plural ${strange.join(', ')}, which ${language} does not use` });
    if (given.length < forms.length)
      problems.push({ file, at: stem, reason: 'stands both with and without plural forms' });
    problems.push(...checkFormsAgree(file, language, stem, forms));
  }
  return problems;
}

/**
 * A form that leaves the number out is wrong wherever it serves more than one number: the Russian "one" also counts
 * 21 and 31, the English "one" only a single thing, which may be named without its number.
 */
function checkFormsAgree(file: string, language: string, stem: string, forms: readonly Text[]): Problem[] {
  const all = unite(forms);
  const isOneAlone = new Intl.PluralRules(language).select(21) !== 'one';
  return forms
    .filter(({ key, value }) => {
      const given = placeholdersOf(value);
      const lacking = [...all].filter((name) => !given.has(name));
      return lacking.some((name) => !(name === 'count' && isOneAlone && formOf(key) === 'one'));
    })
    .map(({ key }) => ({ file, at: key, reason: `lacks a placeholder of ${stem}: ${list(all)}` }));
}

function compare(english: TextFile, other: TextFile): Problem[] {
  const theirs = groupByStem(other.texts);
  const ours = groupByStem(english.texts);
  const problems: Problem[] = [];
  for (const [stem, forms] of ours) {
    const match = theirs.get(stem);
    if (match === undefined) {
      problems.push({ file: other.file, at: stem, reason: 'is missing' });
      continue;
    }
    const [wanted, given] = [unite(forms), unite(match)];
    if (list(wanted) !== list(given)) {
      problems.push({
        file: other.file,
        at: stem,
        reason: `has the placeholders {${list(given)}} instead of {${list(wanted)}}`,
      });
    }
    const [ourPlural, theirPlural] = [forms, match].map((texts) => texts.some(({ key }) => formOf(key) !== undefined));
    if (ourPlural !== theirPlural) {
      problems.push({
        file: other.file,
        at: stem,
        reason: `${ourPlural === true ? 'lacks' : 'has'} plural forms, unlike English`,
      });
    }
  }
  for (const stem of theirs.keys()) {
    if (!ours.has(stem)) problems.push({ file: other.file, at: stem, reason: 'does not exist in English' });
  }
  return problems;
}

function unite(texts: readonly Text[]): ReadonlySet<string> {
  return new Set(texts.flatMap(({ value }) => [...placeholdersOf(value)]));
}

function list(names: ReadonlySet<string>): string {
  return [...names].toSorted().join(', ');
}
