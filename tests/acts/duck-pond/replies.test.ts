import { describe, expect, it } from 'vitest';
import { BadInput, type Outcome } from '../../../src/kernel/act.ts';
import { playBot } from '../../../src/kernel/play-bot.ts';
import texts from '../../../levels/duck-pond/en.json';
import actFile from '../../../levels/duck-pond/act.json';
import { betStrategies, explain, settleBet, strategies } from '../../../src/acts/duck-pond/rules/index.ts';
import { RANGES } from '../../../src/acts/duck-pond/rules/parameters.ts';
import { act, parameters, PHASE, put, quietPond, run, use } from './ponds.ts';

/** Whether the English file has a text under a key, plural or not. */
function hasText(key: string): boolean {
  let at: unknown = texts;
  const path = key.split('.');
  for (const [i, part] of path.entries()) {
    const names = at as Record<string, unknown>;
    at = names[part] ?? (i === path.length - 1 ? names[`${part}_other`] : undefined);
    if (at === undefined) return false;
  }
  return typeof at === 'string';
}

describe('what can be acted on', () => {
  it('is four tools, seven spots and sleep, each with a text', () => {
    const controls = act.controls(quietPond());
    expect(controls.map(({ id }) => id)).toEqual([
      ...['bolt', 'grain', 'glue', 'hand'].map((tool) => `tool-${tool}`),
      ...[0, 1, 2, 3, 4, 5, 6].map((at) => `spot-${at}`),
      'sleep',
    ]);
    expect(controls.filter(({ text }) => !hasText(text.key))).toEqual([]);
  });

  it('follows the tool in hand and what is there', () => {
    const pond = quietPond();
    put(pond, 2, PHASE.held, 4);
    const enabled = (): string[] =>
      act
        .controls(pond)
        .filter(({ group, enabled }) => group === 'spot' && enabled)
        .map(({ id }) => id);
    expect(enabled()).toHaveLength(7);
    run(pond, 1, [{ do: 'take', tool: 'hand' }]);
    expect(enabled()).toEqual(['spot-4']);
    run(pond, 1, [{ do: 'take', tool: 'glue' }]);
    run(pond, 1, [{ do: 'use', at: 0 }]);
    expect(enabled()).toEqual(['spot-1', 'spot-2', 'spot-3', 'spot-4', 'spot-5', 'spot-6']);
    const spot = act.controls(pond).find(({ id }) => id === 'spot-4');
    expect(spot?.text).toEqual({
      key: 'spots.label',
      values: { n: 5, resting: 0, feeding: 0, held: 2, grain: 0, glue: 0, fear: 0 },
    });
    expect(act.controls(pond).find(({ id }) => id === 'tool-glue')?.pressed).toBe(true);
  });

  it('says which spot is aimed at and where the host gathers', () => {
    const pond = quietPond();
    put(pond, 2, PHASE.held, 4);
    run(pond, 1, use('bolt', 2));
    expect(act.controls(pond).find(({ id }) => id === 'spot-2')?.text.key).toBe('spots.aimed');
    run(pond, 1, use('hand', 4));
    expect(act.controls(pond).find(({ id }) => id === 'spot-4')?.text.key).toBe('spots.gathering');
    expect(hasText('spots.aimed') && hasText('spots.gathering')).toBe(true);
  });

  it('is all asleep at night, but for the tools', () => {
    const pond = quietPond();
    run(pond, 1, [{ do: 'sleep' }]);
    const enabled = act.controls(pond).filter((control) => control.enabled);
    expect(enabled.map(({ group }) => group)).toEqual(['tool', 'tool', 'tool', 'tool']);
  });

  it('shows five gauges, each with a text', () => {
    const pond = quietPond();
    run(pond, 30, use('grain', 1));
    const gauges = act.gauges(pond);
    expect(gauges.map(({ id, value }) => [id, value])).toEqual([
      ['evening', 1],
      ['time', 24],
      ['effort', 34],
      ['yours', 0],
      ['held', 0],
    ]);
    expect(gauges.filter(({ text }) => !hasText(text.key))).toEqual([]);
  });
});

describe('the bet', () => {
  const outcome = (score: number): Outcome => ({ series: [score], score });

  it('goes to the strategy with most ducks, or to "equal" within a tenth', () => {
    const settle = (shooter: number, scatterer: number, scatterAndGlue: number): string =>
      settleBet({ shooter: outcome(shooter), scatterer: outcome(scatterer), scatterAndGlue: outcome(scatterAndGlue) });
    expect(settle(10, 0, 30)).toBe('scatterAndGlue');
    expect(settle(30, 0, 10)).toBe('shooter');
    expect(settle(3, 20, 10)).toBe('scatterer');
    expect(settle(28, 0, 30)).toBe('equal');
    expect(settle(0, 0, 0)).toBe('equal');
    expect(() => settleBet({ shooter: outcome(1) })).toThrow('needs the outcome of scatterer');
  });

  it('offers exactly the answers that can win', () => {
    expect([...actFile.bets].sort()).toEqual([...betStrategies, 'equal'].sort());
    for (const bet of actFile.bets) expect(hasText(`bet.options.${bet}`), `text of ${bet}`).toBe(true);
  });
});

describe('the reveal', () => {
  it('draws strategies that exist and have a name', () => {
    for (const { bot, text } of strategies) {
      expect(Object.keys(act.bots)).toContain(bot);
      expect(hasText(text.key), `name of ${bot}`).toBe(true);
    }
  });

  it("explains each bot's run by what that bot did", () => {
    const firstReason = (bot: string): string | undefined => explain(playBot(act, parameters(), 2, bot))[0]?.key;
    expect(firstReason('shooter')).toMatch(/^why\.(frightened|shunned)$/);
    expect(firstReason('scatterer')).toBe('why.unheld');
    expect(firstReason('fullCycle')).toBe('why.gathered');
  });

  it('has a text for every reason, and reasons for doing nothing', () => {
    const idle = act.create(parameters(), 1);
    while (!act.isOver(idle)) act.step(idle, []);
    expect(explain(act.outcome(idle)).map(({ key }) => key)).toContain('why.idle');
    const inVain = act.create(parameters(), 1);
    act.step(inVain, [
      { do: 'take', tool: 'glue' },
      { do: 'use', at: 0 },
    ]);
    while (!act.isOver(inVain)) act.step(inVain, [{ do: 'sleep' }]);
    expect(explain(act.outcome(inVain)).map(({ key }) => key)).toEqual(['why.unmet']);
    expect(hasText('why.unmet')).toBe(true);
    for (const bot of Object.keys(act.bots))
      for (const { key } of explain(playBot(act, parameters(), 5, bot)))
        expect(hasText(key), `text of ${key}`).toBe(true);
  });
});

describe('input from outside', () => {
  const all: Readonly<Record<string, unknown>> = actFile.parameters;

  it.each(Object.entries(RANGES))('keeps %s within its range', (name, { from, to }) => {
    expect(act.parseParameters({ ...all, [name]: from })).toMatchObject({ [name]: from });
    expect(act.parseParameters({ ...all, [name]: to })).toMatchObject({ [name]: to });
    for (const wrong of [from - 0.001, to + 0.001, Number.NaN, Infinity, '1', null, undefined])
      expect(() => act.parseParameters({ ...all, [name]: wrong })).toThrow(BadInput);
  });

  it('refuses parameters that it does not know, and what is no object', () => {
    expect(() => act.parseParameters({ ...all, wings: 2 })).toThrow('parameters.wings: is no parameter of this act');
    for (const wrong of [null, 3, [], 'x'])
      expect(() => act.parseParameters(wrong)).toThrow('parameters: must be an object');
  });

  it('reads the three intents and no other', () => {
    for (const intent of [{ do: 'take', tool: 'glue' }, { do: 'use', at: 6 }, { do: 'sleep' }])
      expect(act.parseIntent(intent)).toEqual(intent);
    expect(act.parseIntent({ do: 'sleep', more: 1 })).toEqual({ do: 'sleep' });
    for (const wrong of [
      null,
      'use',
      {},
      { do: 'use' },
      { do: 'use', at: 1.5 },
      { do: 'use', at: -1 },
      { do: 'take', tool: 'net' },
    ])
      expect(() => act.parseIntent(wrong)).toThrow(BadInput);
  });
});
