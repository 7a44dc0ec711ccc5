import { readFileSync } from 'node:fs';
import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGift, splitGift } from '../../scripts/items/gift/read.ts';
import { escapeGift, writeGift } from '../../scripts/items/gift/write.ts';
import { bankOf } from './bank-of.ts';

const SETTING = { idea: 'push-pull', tier: 'soldier' } as const;

/** GIFT as Moodle's export writes it: comments, categories, formats, weights, a spare answer in a matching. */
const FROM_MOODLE = String.raw`// question: 0  name: Switch category to $course$/top/Sales
$CATEGORY: $course$/top/Sales

// question: 12  name: First visit
::First visit::[html]<p>Ada opens a bakery.<br>What does she do <b>first</b>?</p>{
	=[html]Counts who walks past#<p>Right\: look, then scatter.</p>
	~[html]Prints leaflets#Grain on the wrong bank.
	~[html]Rings the list#A shot \= a fright.
}

// question: 13  name: Which two
::Which two::Which two of these are pull?{
	~%50%A tasting#It draws.
	~%50%A good name#It draws, slowly.
	~%-50%A bonus to the dealer#It pushes.
	~%-50%A full cellar#It pushes back.
}

// question: 14  name: Who does it
::Who does it::Match the desk and its work.{
	=Reads the market -> staff
	=Holds the ground -> infantry
	=Opens the sky -> air force
	= -> navy
}

// question: 15  name: Half a credit
::Half a credit::An old lady asks for a smaller loaf. You{
	=bake one, and ask who else would like it
	~%75%bake one for her
	~%50%cut a large one in two
	~%25%say when the small ones come
	~say there is none
}

// question: 16  name: Broken
::Broken::This one is {=not closed

::Essay::Tell us of your day {}

::True::The pull is the dealer’s{F}

::Number::How many{#5:1}
`;

describe('GIFT', () => {
  it('reads what Moodle writes, and says what it leaves out', () => {
    const { items, losses } = readGift(FROM_MOODLE, SETTING);
    expect(items.map(({ item }) => [item.id, item.kind])).toEqual([
      ['first-visit', 'single-choice'],
      ['which-two', 'multiple-response'],
      ['who-does-it', 'matching'],
      ['half-a-credit', 'graded-judgement'],
    ]);
    const [first, second, third, fourth] = items;
    expect(first?.texts.stem).toBe('Ada opens a bakery. What does she do first ?');
    expect(first?.item.key).toBe('counts-who');
    expect(first?.texts.options['counts-who']?.feedback).toBe('Right: look, then scatter.');
    expect(second?.item.key).toEqual(['a-tasting', 'a-good']);
    expect(third?.item.kind === 'matching' && third.item.places).toHaveLength(4);
    expect(Object.values(fourth?.item.key ?? {})).toEqual([
      'marshal',
      'general',
      'senior-soldier',
      'common-soldier',
      'low-soldier',
    ]);
    const out = losses.filter(({ what }) => what === 'left out').map(({ item, reason }) => `${item}: ${reason}`);
    expect(out).toHaveLength(4);
    expect(out.join('\n')).toMatch(/question 5 \(Broken\): is no GIFT/);
    expect(out.join('\n')).toMatch(/Essay: an essay/);
    expect(out.join('\n')).toMatch(/True: a bare true or false/);
    expect(out.join('\n')).toMatch(/Number: a number to be typed/);
  });

  it('says of one that it cannot read which it is, where, and what is most often wrong there', () => {
    const { losses } = readGift(
      '::Lamps:: What feeds the pond? {\n=A fair #Grain: many come\n~A call #A shot\n}',
      SETTING,
    );
    expect(losses).toHaveLength(1);
    expect(losses[0]?.item).toBe('question 1 (Lamps)');
    expect(losses[0]?.reason).toMatch(/^is no GIFT: .* In: =A fair #Grain: many come \(.*need a backslash.*blank line/);
  });

  it('reads every question of the examples that the parser’s authors give', () => {
    const readme = readFileSync(new URL('../../node_modules/gift-pegjs/README.md', import.meta.url), 'utf8');
    const example = /let sampleQuestion = `([^`]*)`/.exec(readme)?.[1] ?? '';
    const blocks = splitGift(example);
    const { items, losses } = readGift(example, SETTING);
    expect(blocks.length).toBeGreaterThan(3);
    expect(items.length + losses.filter(({ what }) => what === 'left out').length).toBe(blocks.length);
    expect(losses.filter(({ reason }) => reason.startsWith('is no GIFT'))).toEqual([]);
  });

  it('carries the bank out and in again: same kinds, same words, same keys', () => {
    const bank = bankOf('en');
    const { text, losses } = writeGift(bank);
    const out = new Set(losses.filter(({ what }) => what === 'left out').map(({ item }) => item));
    const carried = bank.filter(({ item }) => !out.has(item.id) && item.kind !== 'estimate');
    const back = new Map(readGift(text, SETTING).items.map((worded) => [worded.item.id, worded]));
    expect(carried.length).toBeGreaterThan(100);
    for (const { item, texts } of carried) {
      const again = back.get(item.id);
      expect(again?.item.kind, item.id).toBe(item.kind);
      expect(again?.texts.stem).toBe(texts.stem);
      expect(Object.values(again?.texts.options ?? {}).map((option) => option.text)).toEqual(
        item.options.map((option) => texts.options[option]?.text),
      );
    }
  });

  it('carries the ranks of a judgement as shares of the credit', () => {
    const judgements = bankOf('en').filter(({ item }) => item.kind === 'graded-judgement');
    const back = readGift(writeGift(judgements).text, SETTING).items;
    expect(back.map(({ item }) => Object.values(item.key))).toEqual(
      judgements.map(({ item }) => item.options.map((option) => (item.key as Record<string, string>)[option])),
    );
  });

  it('lets any text through', () => {
    const words = string({ unit: 'grapheme', minLength: 1 }).map((text) => `a ${text.replace(/\s+/g, ' ')} b`);
    assert(
      property(words, (text) => {
        const file = `::t::${escapeGift(text)}{\n=${escapeGift(`1 ${text}`)}\n~two\n~three\n}`;
        const [made] = readGift(file, SETTING).items;
        expect(made?.texts.stem).toBe(text.replace(/\s+/g, ' ').trim());
      }),
    );
  });
});
