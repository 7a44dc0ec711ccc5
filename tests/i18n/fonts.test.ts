import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { checkGlyphs } from '../../scripts/content/check-glyphs.ts';
import { cutFont, type Ledger } from '../../scripts/fonts/cut-font.ts';
import { CHINESE_NAMES, gatherChinese, gatherLetters } from '../../scripts/fonts/gather-characters.ts';
import { readCoverage } from '../../scripts/fonts/read-coverage.ts';
import { subset } from '../../scripts/fonts/subset.ts';
import { CHINESE_FACES, LETTER_FACES } from '../../scripts/fonts/typefaces.ts';
import { laterSheetOf, writeLaterStyles, writeRange } from '../../scripts/fonts/write-styles.ts';
import { writeTypedStyles } from '../../scripts/fonts/write-typed-styles.ts';
import { makeFile, makeGroup } from './make-texts.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const traditional = CHINESE_FACES.find((face) => face.family === 'Noto Sans TC' && face.weight === 400);
const latin = LETTER_FACES.find((face) => face.family === 'Alegreya Sans' && face.weight === 400);

async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fonts-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** What a file can draw, read back from the file itself. */
async function readBack(path: string, characters: string): Promise<string> {
  const covered = readCoverage(await subset(await readFile(path), characters, { targetFormat: 'sfnt' }));
  return [...characters].filter((character) => covered.has(character.codePointAt(0) ?? 0)).join('');
}

test('a cut font draws what it was cut for, from as many sources as it takes, and says what it draws', async () => {
  if (traditional === undefined) throw new Error('the face is gone');
  const folder = await tempFolder();
  const wanted = '—。「」鴨，！？：；（）％';
  const cuts = await cutFont(ROOT, traditional, 'pond', wanted, folder, {});
  expect([...cuts.map(({ characters }) => characters).join('')].toSorted()).toEqual([...wanted].toSorted());
  for (const { file, characters, bytes } of cuts) {
    expect((await readFile(join(folder, file))).length).toBe(bytes);
    expect(await readBack(join(folder, file), wanted)).toBe(characters);
  }
});

test('the same texts give the same bytes, and nothing is cut twice', async () => {
  if (latin === undefined) throw new Error('the face is gone');
  const [first, second] = [await tempFolder(), await tempFolder()];
  const ledger: Ledger = {};
  const cuts = await cutFont(ROOT, latin, 'pond', 'Утка duck', first, ledger);
  await cutFont(ROOT, latin, 'pond', 'Утка duck', second, {});
  for (const file of await readdir(first)) {
    expect((await readFile(join(first, file))).equals(await readFile(join(second, file)))).toBe(true);
  }
  expect(await cutFont(ROOT, latin, 'pond', 'Утка duck', first, ledger)).toBe(cuts);
});

test('a character that no source draws is left out, and the check names it', async () => {
  if (latin === undefined) throw new Error('the face is gone');
  const cuts = await cutFont(ROOT, latin, 'pond', 'A鴨', await tempFolder(), {});
  expect(cuts.map(({ characters }) => characters)).toEqual(['A']);
  const problems = checkGlyphs(makeFile('en', { name: 'A鴨', line: 'A' }), { en: { 'text 400': 'A' } });
  expect(problems).toEqual([{ file: 'levels/pond/en.json', at: 'name', reason: 'the text 400 face cannot draw 鴨' }]);
  expect(checkGlyphs(makeFile('ru', { name: 'A' }), { en: { 'text 400': 'A' } })[0]?.reason).toContain('no fonts');
});

test('title faces need not draw the words of quiz items', () => {
  const drawn = { 'zh-Hans': { 'title 700': '鸭', 'text 400': '鸭子' } };
  expect(checkGlyphs(makeFile('zh-Hans', { 'items.a.stem': '鸭子' }), drawn)).toEqual([]);
  expect(checkGlyphs(makeFile('zh-Hans', { name: '鸭子' }), drawn)).toHaveLength(1);
});

test('an act adds only what the shell does not draw already', () => {
  const face = CHINESE_FACES.find((each) => each.family === 'Noto Sans SC' && each.weight === 400);
  if (face === undefined) throw new Error('the face is gone');
  const shell = { ...makeGroup({ 'zh-Hans': { play: '开始，' } }), namespace: 'shell' };
  const act = makeGroup({ 'zh-Hans': { name: '鸭塘', 'tools.grain': '开谷，' }, 'zh-Hant': { name: '鴨塘' } });
  const needs = gatherChinese([shell, act], face);
  expect([...(needs.get('shell') ?? '')].toSorted()).toEqual([...new Set(`${CHINESE_NAMES}开始，鸭塘`)].toSorted());
  expect(needs.get('pond')).toBe('谷');
  expect(gatherLetters([shell, act])).not.toMatch(/\p{Script=Han}/u);
});

test('the ideas of one group are cut together, and only into the sheet of the bank', () => {
  const face = CHINESE_FACES.find((each) => each.family === 'Noto Sans SC' && each.weight === 400);
  if (face === undefined) throw new Error('the face is gone');
  const shell = { ...makeGroup({ 'zh-Hans': { play: '开始' } }), namespace: 'shell', cutFor: 'shell' };
  const idea = (namespace: string, stem: string) => ({
    ...makeGroup({ 'zh-Hans': { 'items.a.stem': stem } }),
    namespace,
    cutFor: 'bank-1',
  });
  const needs = gatherChinese([shell, idea('bank/one', '冰山开'), idea('bank/two', '冰水')], face);
  expect(needs.get('bank-1')).toBe('冰山水');
  const cuts = [{ file: 'a.woff2', characters: '冰山水', bytes: 1 }];
  const styles = writeLaterStyles('bank', 'zh-Hans', [
    { face, namespace: 'bank-1', cuts },
    { face, namespace: 'pond', cuts: [{ file: 'b.woff2', characters: '鸭', bytes: 1 }] },
  ]);
  expect(styles).toContain(`unicode-range: ${writeRange('冰山水')}`);
  expect(styles).not.toContain('b.woff2');
  expect(writeLaterStyles('bank', 'zh-Hant', [{ face, namespace: 'bank-1', cuts }])).toBe('');
});

test('a part beside the shell brings all that the shell lacks, in a sheet of its own', () => {
  const face = CHINESE_FACES.find((each) => each.family === 'Noto Sans SC' && each.weight === 400);
  if (face === undefined) throw new Error('the face is gone');
  const shell = { ...makeGroup({ 'zh-Hans': { play: '开始' } }), namespace: 'shell', cutFor: 'shell' };
  const act = makeGroup({ 'zh-Hans': { name: '池塘', grain: '谷' } });
  const part = { ...makeGroup({ 'zh-Hans': { sees: '开谷名' } }), namespace: 'part/join', cutFor: 'part-join' };
  const needs = gatherChinese([shell, part, act], face);
  expect([...(needs.get('part-join') ?? '')].toSorted()).toEqual(['名', '谷']);
  expect(needs.get('pond')).toBe('谷');
  const cuts = [{ file: 'join.woff2', characters: '名谷', bytes: 1 }];
  const ofPart = { face, namespace: 'part-join', cuts };
  expect(laterSheetOf(ofPart)).toBe('part-join');
  expect(laterSheetOf({ face, namespace: 'pond', cuts })).toBeUndefined();
  expect(writeLaterStyles('part-join', 'zh-Hans', [ofPart])).toContain('join.woff2');
  expect(writeLaterStyles('bank', 'zh-Hans', [ofPart])).toBe('');
});

test('ranges are written as CSS reads them', () => {
  expect(writeRange('cab鴨 z')).toBe('U+20,U+61-63,U+7a,U+9d28');
});

test.each(['en', 'zh-Hant'] as const)('what people are called is drawn on a page in %s', async (language) => {
  const folder = join(ROOT, 'assets', 'built', 'fonts');
  const rules = [...writeTypedStyles(ROOT, language).matchAll(/url\('([^']+)'\)[^;]*;\s*unicode-range: ([^;]+);/g)].map(
    ([, file = '', range = '']) => ({ file, spans: range.split(',').map((span) => span.replace('U+', '').split('-')) }),
  );
  for (const character of '李伟王芳张敏欧阳喆燁旻林怡君陳鐵嶸歐陽龔') {
    const code = character.codePointAt(0) ?? 0;
    const claiming = rules.filter(({ spans }) =>
      spans.some(
        ([first = '', last = first]) => Number.parseInt(first, 16) <= code && code <= Number.parseInt(last, 16),
      ),
    );
    const drawn = await Promise.all(claiming.map(({ file }) => readBack(join(folder, file), character)));
    expect(drawn.join(''), character).toContain(character);
  }
});
