import { describe, expect, it } from 'vitest';

import { playBot } from '../../../src/kernel/play-bot.ts';
import { parametersOf } from '../../../src/kernel/content/act-file.ts';
import { listActs, loadRules, readActFile } from '../../../src/server/content/acts.ts';
import { findGoodMarks, measureMark } from '../../../src/server/reports/marks.ts';

describe('the good mark of an act', async () => {
  const acts = await listActs();
  const marks = await findGoodMarks(acts);

  it.each(acts)('lies between what %s warns of and what it teaches', async (id) => {
    const [rules, file] = await Promise.all([loadRules(id), readActFile(id)]);
    const mark = marks.get(id) ?? Number.NaN;
    const parameters = parametersOf(rules.act, file);
    const scoresOf = (bot: string | undefined): number[] =>
      Array.from({ length: 20 }, (_, i) => playBot(rules.act, parameters, 1000 + i, bot ?? '').score);
    const naive = scoresOf(rules.strategies[0]?.bot);
    // What the act warns of comes there by luck at most now and then; the best strategy nearly always.
    expect(naive.filter((score) => score < mark).length).toBeGreaterThanOrEqual(16);
    const reached = rules.strategies.map(({ bot }) => scoresOf(bot).filter((score) => score >= mark).length);
    expect(Math.max(...reached)).toBeGreaterThanOrEqual(19);
  });

  it('is the same every time', async () => {
    const [id] = acts as [string];
    expect(await measureMark(await loadRules(id), await readActFile(id))).toBe(marks.get(id));
  });
});
