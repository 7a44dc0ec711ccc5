import { assert, constantFrom, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAIRING_LENGTH, placeCursor, readAddress, readTyped, showCode } from '../../src/app/joining/typed-code.ts';
import { CODE_LETTERS } from '../../src/wire/joining.ts';

const code = string({ unit: constantFrom(...CODE_LETTERS), minLength: 8, maxLength: 8 });

describe('a typed code', () => {
  it.each([
    ['bcdfghjk'],
    ['BCDF-GHJK'],
    [' bcdf ghjk '],
    ['ＢＣＤＦ－ＧＨＪＫ'],
    ['ｂｃｄｆ　ｇｈｊｋ'],
    ['b.c.d.f.g.h.j.k'],
    ['https://play.example.org/join#code=BCDF-GHJK'],
    ['http://localhost:8787/join?lang=ru#code=bcdfghjk&x=1'],
  ])('%j is the same as it was given out', (typed) => {
    expect(readTyped(typed)).toEqual({ code: 'BCDFGHJK', strange: [], isWhole: true });
  });

  it('tells the letters that no code has, and what is missing', () => {
    expect(readTyped('BCOF-GHIO')).toMatchObject({ strange: ['O', 'I'], isWhole: false });
    expect(readTyped('BCDF')).toMatchObject({ strange: [], isWhole: false });
    expect(readTyped('BCDFGHJKM').isWhole).toBe(false);
    // On a Russian keyboard. A field that stayed empty would not say what it waits for.
    expect(readTyped('ввсв-2345')).toEqual({ code: 'ВВСВ2345', strange: ['В', 'С'], isWhole: false });
    expect(readTyped('')).toEqual({ code: '', strange: [], isWhole: false });
  });

  it('is shown in its two halves and read back from them, whole or not', () => {
    assert(
      property(code, integer({ min: 0, max: 8 }), (whole, letters) => {
        const begun = whole.slice(0, letters);
        expect(readTyped(showCode(begun)).code).toBe(begun);
        expect(showCode(begun).length).toBe(letters > 4 ? letters + 1 : letters);
        expect(showCode(begun).slice(0, placeCursor(letters)).replace('-', '')).toBe(begun);
      }),
    );
    expect(showCode('BCDFGHJKMN', PAIRING_LENGTH)).toBe('BCDFG-HJKMN');
  });
});

describe('an address', () => {
  it('brings a code along, or none', () => {
    expect(readAddress('#code=BCDF-GHJK')).toEqual({ code: 'BCDF-GHJK', pair: '' });
    expect(readAddress('#pair=BCDFG-HJKMN')).toEqual({ code: '', pair: 'BCDFG-HJKMN' });
    expect(readAddress('')).toEqual({ code: '', pair: '' });
    expect(readAddress('#page')).toEqual({ code: '', pair: '' });
  });
});
