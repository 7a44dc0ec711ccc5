import { describe, expect, it } from 'vitest';
import { ContentError, findItemTextFaults, parseContent, readConcepts, readItems } from '../../src/quiz/index.ts';
import { choice, judgement, ordering, samples } from './items.ts';

const FILE = 'levels/some-act/items.json';

function faultsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ContentError) return error.message.split('\n');
    throw error;
  }
  throw new Error('nothing was found wrong');
}
const readOne = (item: unknown) => () => readItems(FILE, { items: [item] });

describe('reading items', () => {
  it('takes items of every kind as they are', () => {
    expect(readItems(FILE, { items: samples })).toEqual(samples);
  });

  it.each([
    ['no list', () => readItems(FILE, {}), `${FILE}: items: `],
    ['a list of nothing', () => readItems(FILE, null), `${FILE}: (whole file): `],
    ['an unknown kind', readOne({ ...choice, kind: 'riddle' }), `${FILE}: items[0].kind: `],
    ['an unknown tier', readOne({ ...choice, tier: 'admiral' }), `${FILE}: items[0].tier: `],
    ['an unknown field', readOne({ ...choice, weight: 2 }), `${FILE}: items[0].weight: `],
    ['an id with a space', readOne({ ...choice, id: 'two words' }), `${FILE}: items[0].id: is no id`],
    [
      'too few options',
      readOne({ ...choice, options: ['bolt', 'grain'] }),
      `${FILE}: items[0].options: needs at least 3`,
    ],
    [
      'an option twice',
      readOne({ ...choice, options: ['bolt', 'grain', 'bolt'] }),
      `${FILE}: items[0].options: names an option twice`,
    ],
    [
      'a key that is no option',
      readOne({ ...choice, key: 'spear' }),
      `${FILE}: items[0].key: "spear" is none of the options`,
    ],
    [
      'a place too few',
      readOne({ ...ordering, key: ['a', 'b', 'c'] }),
      `${FILE}: items[0].key: the option d has no place`,
    ],
    [
      'a place twice',
      readOne({ ...ordering, key: ['a', 'b', 'c', 'd', 'a'] }),
      `${FILE}: items[0].key[4]: "a" has two places`,
    ],
    [
      'a place for nobody',
      readOne({ ...ordering, key: ['a', 'b', 'c', 'd', 'e'] }),
      `${FILE}: items[0].key[4]: "e" is none of the options`,
    ],
    [
      'an unknown rank',
      readOne({ ...judgement, key: { ...judgement.key, one: 'admiral' } }),
      `${FILE}: items[0].key.one: `,
    ],
    [
      'a rank twice',
      readOne({ ...judgement, key: { ...judgement.key, one: 'low-soldier' } }),
      `${FILE}: items[0].key: two options show the same rank`,
    ],
    [
      'no rank',
      readOne({ ...judgement, options: [...judgement.options.slice(1), 'six'] }),
      `${FILE}: items[0].key.six: the option shows no rank`,
    ],
    [
      'no marshal',
      readOne({
        ...judgement,
        options: ['one', 'two', 'four', 'five'],
        key: { one: 'general', two: 'low-soldier', four: 'common-soldier', five: 'senior-soldier' },
      }),
      `${FILE}: items[0].key: no option shows the marshal`,
    ],
    [
      'an id twice',
      () => readItems(FILE, { items: [choice, choice] }),
      `${FILE}: items[1].id: "which" is there already`,
    ],
    [
      'an idea of another act',
      () => readItems(FILE, { items: [choice] }, ['iceberg']),
      `${FILE}: items[0].idea: "duck-and-grain" is no idea of this act`,
    ],
  ])('names file, path and reason of %s', (_name, read, expected) => {
    const faults = faultsOf(read);
    expect(faults.map((fault) => fault.slice(0, expected.length))).toContain(expected);
  });

  it('names every fault, not only the first', () => {
    expect(
      faultsOf(() =>
        readItems(FILE, {
          items: [
            { ...choice, tier: 1 },
            { ...ordering, id: '' },
          ],
        }),
      ),
    ).toHaveLength(2);
  });

  it('names a file that is no JSON', () => {
    expect(faultsOf(() => parseContent(FILE, '{"items": ['))[0]).toMatch(
      /^levels\/some-act\/items\.json: \(whole file\): /,
    );
  });
});

describe('the texts of items', () => {
  const options = Object.fromEntries(choice.options.map((option) => [option, { text: 'a', feedback: 'b' }]));
  it('finds none missing and none too many', () => {
    expect(findItemTextFaults('en.json', { items: { which: { stem: 'a', options } } }, [choice])).toEqual([]);
  });
  it('names each one missing, empty or left over', () => {
    const texts = { items: { which: { options: { ...options, bolt: { text: '' }, old: { text: 'x' } } } } };
    expect(findItemTextFaults('en.json', texts, [choice]).map(({ path, reason }) => `${path}: ${reason}`)).toEqual([
      'items.which.stem: the text is missing',
      'items.which.options.bolt.text: the text is missing',
      'items.which.options.bolt.feedback: the text is missing',
      'items.which.options.old.text: belongs to no item or option',
    ]);
  });
  it('takes a file without items for one that lacks them all', () => {
    expect(findItemTextFaults('en.json', [], [choice])).toHaveLength(1 + 2 * choice.options.length);
  });
});

describe('reading concepts', () => {
  const concept = {
    id: 'iceberg',
    kind: 'core',
    group: 1,
    terms: { en: 'a', 'zh-Hans': 'b', 'zh-Hant': 'c', ru: 'd' },
  };
  it.each([
    ['a group', { ...concept, group: 6 }, 'concepts[0].group'],
    ['a kind', { ...concept, kind: 'both' }, 'concepts[0].kind'],
    ['a term', { ...concept, terms: { ...concept.terms, ru: '' } }, 'concepts[0].terms.ru'],
    ['a language', { ...concept, terms: { en: 'a' } }, 'concepts[0].terms.zh-Hans'],
  ])('names file, path and reason of %s that is wrong', (_name, value, path) => {
    expect(faultsOf(() => readConcepts('concepts.json', { concepts: [value] }))[0]).toContain(
      `concepts.json: ${path}: `,
    );
  });
  it('refuses an idea that is there twice', () => {
    expect(faultsOf(() => readConcepts('concepts.json', { concepts: [concept, concept] }))).toEqual([
      'concepts.json: concepts[1].id: "iceberg" is there already',
    ]);
  });
});
