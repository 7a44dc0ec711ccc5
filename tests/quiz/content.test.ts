import { describe, expect, it } from 'vitest';
import {
  checkItem,
  ContentError,
  findItemTextFaults,
  parseContent,
  readBank,
  readBankItems,
  readConcepts,
  type Item,
} from '../../src/quiz/index.ts';
import {
  choice,
  cloze,
  estimate,
  judgement,
  matching,
  ordering,
  samples,
  several,
  sorting,
  statement,
} from './items.ts';

const FILE = 'levels/bank/push-pull/items.json';
const IDEA = 'push-pull';

/** An item as a file has it. */
function write({ idea: _folder, ...written }: Item): Record<string, unknown> {
  return written;
}

function faultsOf(value: unknown): readonly string[] {
  const { faults } = readBankItems(FILE, IDEA, value);
  return faults.length === 0 ? [] : new ContentError(faults).message.split('\n');
}
const faultsOfOne = (item: Item, changed: Record<string, unknown>): readonly string[] =>
  faultsOf({ items: [{ ...write(item), ...changed }] });

describe('reading items', () => {
  it('takes items of every kind as they are, on the idea of their folder', () => {
    const { items, faults } = readBankItems(FILE, IDEA, { items: samples.map(write) });
    expect(faults).toEqual([]);
    expect(items).toEqual(samples.map((item) => Object.assign(structuredClone(item), { idea: IDEA })));
    for (const item of samples) expect(checkItem(item)).toEqual([]);
  });

  it.each([
    ['no list', faultsOf({}), 'items: '],
    ['a list of nothing', faultsOf(null), '(whole file): '],
    ['no JSON', faultsOf('{"items": ['), '(whole file): '],
    ['no item', faultsOf({ items: [3] }), 'items[0]: '],
    ['an unknown kind', faultsOfOne(choice, { kind: 'riddle' }), 'items[0].kind: '],
    ['an unknown tier', faultsOfOne(choice, { tier: 'admiral' }), 'items[0].tier: '],
    ['an unknown field', faultsOfOne(choice, { weight: 2 }), 'items[0].weight: '],
    ['a written idea', faultsOfOne(choice, { idea: 'push-pull' }), 'items[0].idea: '],
    ['no word on its situation', faultsOfOne(choice, { situation: undefined }), 'items[0].situation: '],
    ['an id with a space', faultsOfOne(choice, { id: 'two words' }), 'items[0].id: is no id'],
    ['too few options', faultsOfOne(choice, { options: ['bolt', 'grain'] }), 'items[0].options: needs at least 3'],
    [
      'an option twice',
      faultsOfOne(choice, { options: ['bolt', 'grain', 'bolt'] }),
      'items[0].options: names an option twice',
    ],
    ['a key that is no option', faultsOfOne(choice, { key: 'spear' }), 'items[0].key: "spear" is none of the options'],
    ['a right one that is no option', faultsOfOne(several, { key: ['wait', 'spear'] }), 'items[0].key[1]: "spear"'],
    ['a right one twice', faultsOfOne(several, { key: ['wait', 'wait'] }), 'items[0].key[1]: "wait" is there already'],
    ['a single right one', faultsOfOne(several, { key: ['wait'] }), 'items[0].key: needs at least 2'],
    ['nothing but right ones', faultsOfOne(several, { key: several.options }), 'items[0].key: leaves no wrong'],
    ['no verdict', faultsOfOne(statement, { key: { reason: 'van' } }), 'items[0].key.verdict: '],
    [
      'a reason that is no option',
      faultsOfOne(statement, { key: { verdict: true, reason: 'spear' } }),
      'items[0].key.reason: "spear"',
    ],
    ['a place too few', faultsOfOne(ordering, { key: ['a', 'b', 'c'] }), 'items[0].key: the option d has no place'],
    ['a place twice', faultsOfOne(ordering, { key: ['a', 'b', 'c', 'd', 'a'] }), 'items[0].key[4]: "a" has two places'],
    [
      'a place for nobody',
      faultsOfOne(ordering, { key: ['a', 'b', 'c', 'd', 'e'] }),
      'items[0].key[4]: "e" is none of the options',
    ],
    [
      'no partner',
      faultsOfOne(matching, { key: { product: 'need', price: 'cost' } }),
      'items[0].key.place: the option has no place',
    ],
    [
      'a partner shared',
      faultsOfOne(matching, { key: { ...matching.key, place: 'cost' } }),
      'items[0].key.place: the place "cost" is taken twice',
    ],
    [
      'a partner that is no place',
      faultsOfOne(matching, { key: { ...matching.key, place: 'spear' } }),
      'items[0].key.place: "spear" is none of the places',
    ],
    [
      'a partner for nobody',
      faultsOfOne(matching, { key: { ...matching.key, stranger: 'talk' } }),
      'items[0].key.stranger: is none of the options',
    ],
    ['no places', faultsOfOne(matching, { places: undefined }), 'items[0].places: '],
    [
      'an empty heap',
      faultsOfOne(sorting, { places: ['push', 'pull', 'both'] }),
      'items[0].places[2]: no option belongs to "both"',
    ],
    [
      'a thing without a heap',
      faultsOfOne(sorting, { options: [...sorting.options, 'sign'] }),
      'items[0].key.sign: the option has no place',
    ],
    ['an unknown rank', faultsOfOne(judgement, { key: { ...judgement.key, one: 'admiral' } }), 'items[0].key.one: '],
    [
      'a rank twice',
      faultsOfOne(judgement, { key: { ...judgement.key, one: 'low-soldier' } }),
      'items[0].key: two options show the same rank',
    ],
    [
      'no rank',
      faultsOfOne(judgement, { options: [...judgement.options.slice(1), 'six'] }),
      'items[0].key.six: the option shows no rank',
    ],
    [
      'no marshal',
      faultsOfOne(judgement, {
        options: ['one', 'two', 'four', 'five'],
        key: { one: 'general', two: 'low-soldier', four: 'common-soldier', five: 'senior-soldier' },
      }),
      'items[0].key: no option shows the marshal',
    ],
    ['other bands', faultsOfOne(estimate, { options: ['low', 'middle', 'high'] }), 'items[0].options: must be low,'],
    ['a range the wrong way', faultsOfOne(estimate, { range: { min: 2, max: 0, step: 1 } }), 'items[0].range.max: '],
    [
      'a step that leads past the end',
      faultsOfOne(estimate, { range: { min: 0, max: 2, step: 0.3 } }),
      'items[0].range.step: does not lead from min to max',
    ],
    ['no step', faultsOfOne(estimate, { range: { min: 0, max: 2, step: 0 } }), 'items[0].range.step: must be above 0'],
    [
      'a value outside',
      faultsOfOne(estimate, { key: { ...estimate.key, value: 3 } }),
      'items[0].key.value: is outside',
    ],
    [
      'near no wider than exact',
      faultsOfOne(estimate, { key: { ...estimate.key, near: 0.1 } }),
      'items[0].key.near: is not above exact',
    ],
    [
      'a value that no step reaches',
      faultsOfOne(estimate, { key: { value: 0.75, exact: 0, near: 0.3 } }),
      'items[0].key.exact: no number of the slider',
    ],
    [
      'credit at both ends',
      faultsOfOne(estimate, { key: { value: 1, exact: 0.1, near: 1 } }),
      'items[0].key.near: both ends',
    ],
    [
      'a gap without a word',
      faultsOfOne(cloze, { key: { above: 'tip' } }),
      'items[0].key.below: the gap has no option',
    ],
    [
      'a word in two gaps',
      faultsOfOne(cloze, { key: { above: 'tip', below: 'tip' } }),
      'items[0].key.below: the word "tip" is taken twice',
    ],
    [
      'a word that is no option',
      faultsOfOne(cloze, { key: { above: 'tip', below: 'spear' } }),
      'items[0].key.below: "spear" is none of the options',
    ],
    ['an id twice', faultsOf({ items: [write(choice), write(choice)] }), 'items.which: the id is taken already'],
  ])('names file, path and reason of %s', (_name, faults, expected) => {
    const wanted = `${FILE}: ${expected}`;
    expect(faults.map((fault) => fault.slice(0, wanted.length))).toContain(wanted);
  });

  it('names every fault, not only the first', () => {
    const file = { items: [Object.assign(write(choice), { tier: 1 }), Object.assign(write(ordering), { id: '' })] };
    expect(faultsOf(file)).toHaveLength(2);
    expect(faultsOfOne(matching, { key: { product: 'spear', price: 'cost' } })).toHaveLength(2);
  });

  it('checks an item by itself as well', () => {
    expect(checkItem({ ...choice, key: 'spear' })).toEqual([['key', '"spear" is none of the options']]);
    expect(checkItem({ ...choice, idea: 'Two Words' })[0]?.[0]).toBe('idea');
  });
});

describe('a bank with something wrong in it', () => {
  const good = (idea: string, ...items: readonly Item[]) => ({
    file: `levels/bank/${idea}/items.json`,
    idea,
    value: { items: items.map(write) },
  });

  it('still gives all that is right, and names the rest', () => {
    const torn = '{"items":[{"id":"half';
    const { items, faults } = readBank(
      [
        good('duck-and-grain', choice),
        { file: FILE, idea: IDEA, value: torn },
        { file: 'levels/bank/iceberg/items.json', idea: 'iceberg', value: { items: [{ id: 'odd' }, write(cloze)] } },
        good('no-such-idea', ordering),
      ],
      ['duck-and-grain', IDEA, 'iceberg'],
    );
    expect(items.map(({ id }) => id)).toEqual([choice.id, cloze.id]);
    const message = new ContentError(faults).message.split('\n');
    expect(message).toHaveLength(3);
    expect(message[0]).toMatch(/^levels\/bank\/push-pull\/items\.json: \(whole file\): .*JSON/);
    expect(message[1]).toMatch(/^levels\/bank\/iceberg\/items\.json: items\[0\]\.kind: /);
    expect(message[2]).toBe(
      'levels/bank/no-such-idea/items.json: (whole file): "no-such-idea" is no idea of levels/concepts.json',
    );
  });

  it('lets an id stand once in the whole bank: the first keeps it', () => {
    const { items, faults } = readBank([good('push-pull', choice), good('iceberg', { ...ordering, id: choice.id })]);
    expect(items.map(({ kind }) => kind)).toEqual(['single-choice']);
    expect(faults).toEqual([
      {
        file: 'levels/bank/iceberg/items.json',
        path: 'items.which',
        reason: 'the id is taken already, in levels/bank/push-pull/items.json',
      },
    ]);
  });

  it('survives any byte that is torn out of a file, and never takes half an item for a whole one', () => {
    const text = JSON.stringify({ items: samples.map(write) });
    for (let at = 0; at < text.length; at += 7) {
      const { items, faults } = readBank([{ file: FILE, idea: IDEA, value: text.slice(0, at) + text.slice(at + 1) }]);
      for (const item of items) expect(checkItem(item)).toEqual([]);
      expect(items.length + (faults.length > 0 ? samples.length : 0)).toBeGreaterThanOrEqual(samples.length);
    }
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
  it('wants the places of a matching, the unit and the bands of an estimate, the gaps of a passage', () => {
    const paths = findItemTextFaults('en.json', {}, [matching, estimate, cloze]).map(({ path }) => path);
    expect(paths).toContain('items.whose.places.talk');
    expect(paths).toContain('items.how-many.unit');
    expect(paths).toContain('items.how-many.options.low.feedback');
    expect(paths).not.toContain('items.how-many.options.low.text');
    expect(paths).toContain('items.fill-in.passage');
  });
  it.each([
    ['The {{above}} and the rest', 'lacks {{below}}'],
    ['The {{above}}, {{below}} and {{above}}', 'has {{above}} 2 times'],
    ['The {{above}}, {{below}} and {{beside}}', 'has {{beside}}, which nothing fills'],
  ])('holds a passage to its gaps: %s', (passage, reason) => {
    const words = Object.fromEntries(cloze.options.map((option) => [option, { text: 'a', feedback: 'b' }]));
    const texts = (given: string) => ({ items: { 'fill-in': { stem: 'a', passage: given, options: words } } });
    expect(findItemTextFaults('en.json', texts('{{below}}, {{above}}'), [cloze])).toEqual([]);
    expect(findItemTextFaults('en.json', texts(passage), [cloze])).toEqual([
      { file: 'en.json', path: 'items.fill-in.passage', reason },
    ]);
  });
});

describe('reading concepts', () => {
  function messageOf(read: () => unknown): string {
    try {
      read();
    } catch (error) {
      if (error instanceof ContentError) return error.message;
      throw error;
    }
    throw new Error('nothing was found wrong');
  }
  it('names a file that is no JSON', () => {
    expect(messageOf(() => parseContent('concepts.json', '{"concepts": ['))).toMatch(
      /^concepts\.json: \(whole file\): /,
    );
  });

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
    expect(messageOf(() => readConcepts('concepts.json', { concepts: [value] }))).toContain(`concepts.json: ${path}: `);
  });
  it('refuses an idea that is there twice', () => {
    expect(messageOf(() => readConcepts('concepts.json', { concepts: [concept, concept] }))).toBe(
      'concepts.json: concepts[1].id: "iceberg" is there already',
    );
  });
});
