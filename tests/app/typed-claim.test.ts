import { expect, it } from 'vitest';
import { readClaim, showClaim } from '../../src/app/claim/typed-claim.ts';

it.each([
  ['abcde-fghjk', 'ABCDEFGHJK'],
  ['ａｂｃｄｅ　ｆｇｈｊｋ', 'ABCDEFGHJK'],
  ['https://play.example.org/claim#ABCDEFGHJK', 'ABCDEFGHJK'],
  ['play.example.org/claim?lang=ru#abcdefghjk', 'ABCDEFGHJK'],
  ['oOiIlL0011', '0011110011'],
])('reads %s', (typed, code) => {
  expect(readClaim(typed)).toEqual({ code, strange: [], isWhole: true });
});

it('says what is missing, too much, or of no code', () => {
  expect(readClaim('ABCDE-FGHJ')).toMatchObject({ isWhole: false });
  expect(readClaim('ABCDE-FGHJK-M')).toEqual({ code: 'ABCDEFGHJK', strange: [], isWhole: false });
  expect(readClaim('UBCDEFGHJU')).toEqual({ code: 'UBCDEFGHJU', strange: ['U'], isWhole: false });
  expect(readClaim('АБВГД-23456')).toMatchObject({ strange: ['А', 'Б', 'В', 'Г', 'Д'], isWhole: false });
  expect(readClaim('')).toEqual({ code: '', strange: [], isWhole: false });
});

it('shows a code in two halves, as far as it has come', () => {
  expect(['ABC', 'ABCDE', 'ABCDEF', 'ABCDEFGHJK'].map(showClaim)).toEqual(['ABC', 'ABCDE', 'ABCDE-F', 'ABCDE-FGHJK']);
});
