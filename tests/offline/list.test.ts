import { expect, test } from 'vitest';

import {
  chooseFiles,
  countParts,
  inOrder,
  readList,
  type OfflineFile,
  type OfflineList,
} from '../../src/app/offline/list.ts';

const file = (url: string, pack: string, format?: OfflineFile['format']): OfflineFile => ({
  url,
  bytes: 10,
  pack,
  ...(format === undefined ? {} : { format }),
});
const LIST: OfflineList = {
  version: 1,
  entry: '/assets/index-12345678.js',
  files: [
    file('/assets/ru.js', 'language:ru'),
    file('/assets/pond.avif', 'act:pond', 'avif'),
    file('/assets/pond.webp', 'act:pond', 'webp'),
    file('/assets/drum.webm', 'sound', 'webm'),
    file('/assets/drum.m4a', 'sound', 'm4a'),
    file('/assets/en.js', 'language:en'),
    file('/assets/phaser.js', 'house'),
    file('/', 'shell'),
  ],
};

test('a list is read as it was written, and nothing else is taken for one', () => {
  expect(readList(JSON.parse(JSON.stringify(LIST)))).toEqual(LIST);
  for (const strange of [null, 'list', [], {}, { ...LIST, version: 2 }, { ...LIST, files: [{ url: 'https://other' }] }])
    expect(readList(strange)).toBeNull();
});

test('of each thing in two formats a browser needs one', () => {
  const urls = chooseFiles(LIST, new Set(['webp', 'webm'])).map(({ url }) => url);
  expect(urls).toContain('/assets/pond.webp');
  expect(urls).toContain('/assets/drum.webm');
  expect(urls).toHaveLength(LIST.files.length - 2);
});

test('the house and the player’s own language come first, the other languages last', () => {
  const packs = inOrder(chooseFiles(LIST, new Set(['avif', 'm4a'])), 'ru').map(({ pack }) => pack);
  expect(packs).toEqual(['shell', 'house', 'language:ru', 'act:pond', 'sound', 'language:en']);
});

test('a part counts when all of it is here', () => {
  const two = [file('/a', 'house'), file('/b', 'house'), file('/c', 'sound')];
  expect(countParts(two, new Set(['/a']))).toEqual({ here: 0, all: 2, missing: 20 });
  expect(countParts(two, new Set(['/a', '/b']))).toEqual({ here: 1, all: 2, missing: 10 });
  expect(countParts(two, new Set(['/a', '/b', '/c', '/of another version']))).toEqual({ here: 2, all: 2, missing: 0 });
});

test('only a kiosk takes along what kiosks are made of, before the languages', () => {
  const list = { ...LIST, files: [...LIST.files, file('/assets/curtain.js', 'kiosk')] };
  const formats = new Set<'avif' | 'webm'>(['avif', 'webm']);
  expect(chooseFiles(list, formats).map(({ pack }) => pack)).not.toContain('kiosk');
  const packs = inOrder(chooseFiles(list, formats, true), 'ru').map(({ pack }) => pack);
  expect(packs.slice(0, 4)).toEqual(['shell', 'house', 'kiosk', 'language:ru']);
});
