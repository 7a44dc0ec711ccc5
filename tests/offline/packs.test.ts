import { expect, test } from 'vitest';

import { packOf, packOfSource } from '../../scripts/build/offline/packs.ts';

const ACTS = ['duck-pond', 'blind-and-lame'];
const of = (source: string): string | null => packOfSource(source, ACTS);

test('what an act is made of belongs to the act', () => {
  for (const source of [
    'src/acts/duck-pond/stage/index.ts',
    'levels/duck-pond/act.json',
    'assets/built/duck-pond.avif',
    'assets/sound/built/effects-duck-pond.webm',
  ])
    expect(of(source), source).toBe('act:duck-pond');
});

test('what is said, and the letters it is written in, belong to the language', () => {
  expect(of('virtual:language/ru')).toBe('language:ru');
  expect(of('virtual:bank/texts/bank-3-zh-Hans')).toBe('language:zh-Hans');
  expect(of('virtual:parts/offline-zh-Hant')).toBe('language:zh-Hant');
  expect(of('levels/duck-pond/en.json')).toBe('language:en');
  expect(of('assets/built/fonts/noto-sans-tc-400-shell.woff2')).toBe('language:zh-Hant');
  expect(of('assets/built/fonts/bank-zh-Hans.css')).toBe('language:zh-Hans');
});

test('the music is one part; everything else is the house', () => {
  expect(of('assets/sound/built/pond-drum.webm')).toBe('sound');
  for (const source of [
    'assets/sound/built/effects-house.webm',
    'assets/built/theatre.avif',
    'assets/built/fonts/alegreya-700-shell.woff2',
    'src/app/reveal/reveal.tsx',
    'virtual:bank/items',
    'virtual:bank/texts',
    'levels/concepts.json',
  ])
    expect(of(source), source).toBe('house');
});

test('the managers’ pages are not carried', () => {
  for (const source of ['src/team/team.tsx', 'virtual:parts/team-ru', 'assets/built/fonts/part-team-zh-Hans.css'])
    expect(of(source), source).toBeNull();
  expect(of('assets/built/fonts/noto-sans-sc-400-part-team.woff2')).toBeNull();
  // Names that people have typed are read there, and nowhere else.
  expect(of('assets/built/fonts/typed-zh-Hans.css')).toBeNull();
  expect(of('node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-84-400-normal.woff2')).toBeNull();
});

test('what only a kiosk needs is a part of its own, in all languages', () => {
  for (const source of [
    'src/kiosk/outer/outer.tsx',
    'virtual:parts/kiosk-zh-Hans',
    'virtual:parts/organiser-ru',
    'assets/built/fonts/part-kiosk-zh-Hant.css',
    'assets/built/fonts/noto-sans-tc-400-part-organiser-1.woff2',
    'assets/built/fonts/noto-sans-sc-700-visitors.woff2',
  ])
    expect(of(source), source).toBe('kiosk');
  expect(of('virtual:parts/claim-ru')).toBe('language:ru');
});

test('a file made of several things belongs to what they share, else to the house', () => {
  expect(packOf(['src/acts/duck-pond/rules/index.ts', 'levels/duck-pond/act.json'], ACTS)).toBe('act:duck-pond');
  expect(packOf(['src/acts/duck-pond/rules/index.ts', 'src/kernel/run.ts'], ACTS)).toBe('house');
  expect(packOf(['src/team/team.tsx', 'virtual:parts/team-en'], ACTS)).toBeNull();
  // The same letters drawn for the managers and for the shell are one file.
  const drawn = ['part-team', 'shell'].map((name) => `assets/built/fonts/noto-sans-tc-400-${name}.woff2`);
  expect(packOf(drawn, ACTS)).toBe('language:zh-Hant');
  expect(packOf([], ACTS)).toBe('house');
});
