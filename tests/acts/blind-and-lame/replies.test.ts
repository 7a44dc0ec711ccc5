/** What the act says to the house: bets, reasons, texts, and the checks of what comes from outside. */
import { describe, expect, it } from 'vitest';
import english from '../../../levels/blind-and-lame/en.json';
import { BadInput, type Outcome } from '../../../src/kernel/act.ts';
import { playBot } from '../../../src/kernel/play-bot.ts';
import { betStrategies, explain, settleBet, strategies } from '../../../src/acts/blind-and-lame/rules/index.ts';
import { DIRECTIONS } from '../../../src/acts/blind-and-lame/rules/intents.ts';
import { RANGES } from '../../../src/acts/blind-and-lame/rules/parameters.ts';
import { act, actFile, firstRoadIn, parameters, run } from './roads.ts';

/** Whether the English texts have a key, in one of its plural forms if it has some. */
function hasText(key: string): boolean {
  let here: unknown = english;
  const parts = key.split('.');
  const last = parts.pop() as string;
  for (const part of parts) here = (here as Record<string, unknown> | undefined)?.[part];
  const texts = (here ?? {}) as Record<string, unknown>;
  return [last, `${last}_other`].some((name) => typeof texts[name] === 'string');
}

describe('the bet', () => {
  const outcome = (score: number): Outcome => ({ series: [score], score });

  it('goes to the strategy with most customers, or to "equal" within a tenth', () => {
    const settle = (blindWanderer: number, carriedSilent: number, carriedReporting: number): string =>
      settleBet({
        blindWanderer: outcome(blindWanderer),
        carriedSilent: outcome(carriedSilent),
        carriedReporting: outcome(carriedReporting),
      });
    expect(settle(2, 7, 15)).toBe('carriedReporting');
    expect(settle(2, 9, 5)).toBe('carriedSilent');
    expect(settle(12, 9, 5)).toBe('blindWanderer');
    expect(settle(0, 14, 15)).toBe('equal');
    expect(settle(0, 0, 0)).toBe('equal');
    expect(() => settleBet({ carriedSilent: outcome(1) })).toThrow('needs the outcome of blindWanderer');
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
    const reasons = (bot: string): string[] =>
      explain(playBot(act, parameters({ falseness: 0.5 }), 2, bot)).map(({ key }) => key);
    expect(reasons('carriedReporting').slice(0, 2)).toEqual(['why.together', 'why.arrived']);
    expect(reasons('carriedReporting')).toContain('why.repaired');
    expect(reasons('carriedSilent')).toContain('why.unreported');
    expect(reasons('blindWanderer')).toEqual(['why.groped']);
    expect(reasons('lamePlanner')).toEqual(['why.unheard']);
  });

  it('has a text for every reason, and reasons for doing nothing', () => {
    const idle = act.create(parameters(), 1);
    while (!act.isOver(idle)) act.step(idle, []);
    expect(explain(act.outcome(idle)).map(({ key }) => key)).toEqual(['why.idle']);
    for (const bot of Object.keys(act.bots))
      for (const { key } of explain(playBot(act, parameters(), 5, bot)))
        expect(hasText(key), `text of ${key}`).toBe(true);
  });
});

describe('the strategies', () => {
  it('can be watched in every way to play: on the player’s own road, with his own hands or ears', () => {
    for (const way of actFile.ways) {
      const played = (bot: string): readonly number[] =>
        [1, 2, 3, 4, 5, 6].map((seed) => playBot(act, parameters(way.parameters), seed, bot).score);
      const sum = (bot: string): number => played(bot).reduce((all, each) => all + each, 0);
      expect(sum('carriedReporting'), way.id).toBeGreaterThan(80);
      expect(sum('carriedSilent'), way.id).toBeLessThan(0.75 * sum('carriedReporting'));
      expect(sum('wholePlay'), way.id).toBeGreaterThan(75);
    }
  });
});

describe('the first road', () => {
  it('explains itself, each thing once and in the order in which it is met', () => {
    const road = act.create(parameters({ road: 1 }), 1);
    const hints: string[] = [];
    const player = act.bots['wholePlay']?.(1);
    while (!act.isOver(road)) {
      const happened = act.step(road, road.tick === 200 ? [{ do: 'sound' }] : (player?.decide(road) ?? []));
      for (const each of happened) if (each.what === 'hint') hints.push(each.hint);
    }
    expect(new Set(hints).size).toBe(hints.length);
    expect(hints.slice(0, 1)).toEqual(['feel']);
    const inOrder = hints.filter((hint) => ['seated', 'together', 'false', 'report', 'again'].includes(hint));
    expect(inOrder).toEqual(['seated', 'together', 'false', 'report', 'again']);
    for (const hint of hints) expect(hasText(`hints.${hint}`), `text of ${hint}`).toBe(true);
  });

  it('says nothing of the map to one who plays by ear, and nothing at all on other roads', () => {
    const hintsOf = (changes: Readonly<Record<string, number>>): string[] =>
      run(firstRoadIn('together', changes), 300, [{ do: 'step', to: 'ahead' }]).flatMap((each) =>
        each.what === 'hint' ? [each.hint] : [],
      );
    expect(hintsOf({})).toContain('call');
    expect(hintsOf({ ear: 1 })).not.toContain('call');
    expect(hintsOf({ road: 0 })).toEqual([]);
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

  it('refuses parameters that it does not know, halves of what is whole, and what is no object', () => {
    expect(() => act.parseParameters({ ...all, wings: 2 })).toThrow('parameters.wings: is no parameter of this act');
    expect(() => act.parseParameters({ ...all, columns: 19.5 })).toThrow('must be a whole number');
    for (const wrong of [null, 3, [], 'x'])
      expect(() => act.parseParameters(wrong)).toThrow('parameters: must be an object');
  });

  it('reads the eight intents and no other', () => {
    for (const what of ['go', 'look', 'unsay', 'report', 'sound', 'rest'])
      expect(act.parseIntent({ do: what, more: 1 })).toEqual({ do: what });
    for (const to of DIRECTIONS)
      for (const what of ['step', 'call']) expect(act.parseIntent({ do: what, to })).toEqual({ do: what, to });
    for (const wrong of [
      null,
      'go',
      {},
      { do: 'fly' },
      { do: 'step' },
      { do: 'call', to: 'up' },
      { do: 'step', to: 2 },
    ])
      expect(() => act.parseIntent(wrong)).toThrow(BadInput);
  });
});
