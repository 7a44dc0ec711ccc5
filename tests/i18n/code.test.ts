import { expect, test } from 'vitest';

import { readCode } from '../../scripts/content/check-code.ts';
import { checkAsked, checkUnused } from '../../scripts/content/check-keys.ts';
import { writeProblem } from '../../scripts/content/problem.ts';
import { makeFile } from './make-texts.ts';

function complain(source: string): readonly string[] {
  return readCode('src/app/a.tsx', source).problems.map(writeProblem);
}

test('texts from a language file, signs and values pass', () => {
  expect(
    complain(`
      export const A = () => (
        <p class="quiet" id='go' data-kind="Grain seed">
          {t('tools.grain')} · 12 {' '} {"—"} <b aria-label={t('a')} title={''}>{count}</b>
          <Icon name={'grain'} />
        </p>
      );`),
  ).toEqual([]);
});

test.each([
  ['<p>Grain</p>', 'Grain'],
  ['<p>\n  {t("a")} ducks\n</p>', 'ducks'],
  ['<button aria-label="Close">×</button>', 'Close'],
  ['<img alt="Утка" />', 'Утка'],
  ['<input placeholder="名字" />', '名字'],
  ["<p>{'Well done'}</p>", 'Well done'],
])('%s has hard-coded words', (jsx, words) => {
  expect(complain(`const a = ${jsx};`)).toEqual([expect.stringContaining(`“${words}”`)]);
});

test('the line is named', () => {
  expect(complain('const a = 1;\n\nconst b = <p>Grain</p>;')[0]).toMatch(/^src\/app\/a\.tsx: line 3: /);
});

test('a file that cannot be read is a problem, not a pass', () => {
  expect(complain('const = ;').length).toBeGreaterThan(0);
});

test('a text that nothing asks for is named, whether asked by name, by composed name or by plural', () => {
  const shell = makeFile('en', {
    'title.name': 'a',
    'poll.alone.label': 'b',
    'campaign.plays_one': 'c',
    'campaign.plays_other': 'd',
    'page.gone': 'e',
  });
  const code = readCode(
    'src/app/a.ts',
    "t('title.name'); t(`poll.${answer}.label`); t('campaign.plays', { count }); `p${x}`;",
  );
  expect(checkUnused(shell, code).map(writeProblem)).toEqual(['levels/pond/en.json: page.gone: is used nowhere']);
});

test('a text that an act asks for and nobody wrote is named', () => {
  const texts = makeFile('en', { 'tools.group': 'a', 'hints.left_one': 'b', 'hints.left_other': 'c' });
  const code = readCode(
    'src/acts/pond/rules/a.ts',
    "const a = [{ key: 'tools.group' }, { key: 'hints.left', values }, { key: 'tools.gruop' }, { key: `why.${id}` }, { key: 'go' }];",
  );
  expect(checkAsked(texts, code).map(writeProblem)).toEqual([
    'src/acts/pond/rules/a.ts: tools.gruop: is no text of levels/pond/en.json',
  ]);
});
