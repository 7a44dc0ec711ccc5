import { describe, expect, it } from 'vitest';
import { listActs, loadAct, readActFile } from '../../scripts/bots/content.ts';
import { readLine } from '../../src/kernel/lines.ts';
import { playBot } from '../../src/kernel/play-bot.ts';

const acts = listActs();

describe('the lines of an outcome', () => {
  it('are read by their field', () => {
    const outcome = { series: [1, 2], score: 2, money: [5, 7], name: 'x', mixed: [1, 'two'] };
    expect(readLine(outcome, 'money')).toEqual([5, 7]);
    for (const name of ['ground', 'name', 'mixed', 'score']) expect(() => readLine(outcome, name)).toThrow(name);
  });

  it.each(acts)('%s has those that its file names, one number for each round', async (id) => {
    const { lines = [], parameters } = readActFile(id);
    const { act, betStrategies } = await loadAct(id);
    const outcome = playBot(act, act.parseParameters(parameters), 1, betStrategies[0] ?? '');
    expect(lines.map((name) => readLine(outcome, name).length)).toEqual(lines.map(() => outcome.series.length));
  });
});
