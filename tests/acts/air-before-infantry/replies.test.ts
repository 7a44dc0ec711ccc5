import { describe, expect, it } from 'vitest';
import { BadInput, type Outcome } from '../../../src/kernel/act.ts';
import { playBot } from '../../../src/kernel/play-bot.ts';
import texts from '../../../levels/air-before-infantry/en.json';
import actFile from '../../../levels/air-before-infantry/act.json';
import { hintOf } from '../../../src/acts/air-before-infantry/rules/hints.ts';
import { betStrategies, explain, settleBet, strategies } from '../../../src/acts/air-before-infantry/rules/index.ts';
import { ORDERS, type CampaignIntent } from '../../../src/acts/air-before-infantry/rules/intents.ts';
import { RANGES } from '../../../src/acts/air-before-infantry/rules/parameters.ts';
import { viewOf } from '../../../src/acts/air-before-infantry/rules/view.ts';
import { act, campaign, give, know, large, march, parameters } from './campaigns.ts';

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

function control(state: ReturnType<typeof campaign>, id: string) {
  const found = act.controls(state).find((each) => each.id === id);
  if (found === undefined) throw new Error(`no control ${id}`);
  return found;
}

describe('what can be acted on', () => {
  it('is the towns in reading order, the menu of the chosen one, the province, and the plan', () => {
    const controls = act.controls(campaign());
    expect(controls.map(({ id }) => id)).toEqual([
      ...Array.from({ length: 12 }, (_, town) => `town-${town}`),
      ...['recon', 'posters', 'exhibition', 'mail', 'infantry', 'website', 'supply'].map((kind) => `order-${kind}`),
      'undo',
      'undo-all',
      'march',
    ]);
    expect(new Set(controls.map(({ group }) => group))).toEqual(new Set(['town', 'order', 'province', 'action']));
    expect(act.controls(campaign(large)).filter(({ group }) => group === 'town')).toHaveLength(40);
  });

  it('gives orders to the town that is chosen', () => {
    const state = campaign();
    act.step(state, [control(state, 'town-5').intent]);
    expect(control(state, 'town-5').pressed).toBe(true);
    act.step(state, [control(state, 'order-mail').intent]);
    expect(state.orders).toEqual([{ kind: 'mail', town: 5 }]);
    expect(control(state, 'order-mail')).toMatchObject({ enabled: false, text: { key: 'orders.mail.twice' } });
    expect(control(state, 'undo')).toMatchObject({
      enabled: true,
      text: { key: 'actions.undo.mail', values: { n: 6 } },
    });
  });

  it('says exactly what an order will do, and of unknown walls between what and what', () => {
    const state = campaign({ word: 0 });
    know(state, 0, 70);
    expect(control(state, 'order-mail').text).toMatchObject({
      key: 'orders.mail.can',
      values: { cost: 9, before: 70, after: 40, next: 45 },
    });
    act.step(state, [{ do: 'choose', town: 1 }]);
    const { low, high } = state;
    expect(control(state, 'order-mail').text).toMatchObject({
      key: 'orders.mail.about',
      values: {
        beforeLow: low[1],
        beforeHigh: high[1],
        afterLow: (low[1] as number) - 25,
        afterHigh: (high[1] as number) - 25,
      },
    });
    expect(control(state, 'order-infantry').text.key).toMatch(/^orders\.infantry\.(about|purse)$/);
  });

  it('names walls after the air that is planned, and the neighbours', () => {
    const state = campaign();
    know(state, 2, 70);
    give(state, { kind: 'posters', town: 2 });
    const { text } = control(state, 'town-2');
    expect(text).toMatchObject({ key: 'towns.known', values: { n: 3, walls: 56, orders: 1 } });
    const around = state.province.neighbours[2] ?? [];
    expect(text.values?.['around']).toBe(around.length);
    expect(around.map((_, i) => text.values?.['abcdefghij'.charAt(i)])).toEqual(around.map((town) => town + 1));
  });

  it('rests while a week plays out, but for looking at towns', () => {
    const state = campaign();
    act.step(state, [{ do: 'march' }]);
    const enabled = act.controls(state).filter((each) => each.enabled);
    expect(new Set(enabled.map(({ group }) => group))).toEqual(new Set(['town']));
    expect(control(state, 'march').text.key).toBe('actions.marching');
  });

  it('has a text for everything that it says, in every state of many campaigns', () => {
    const missing = new Set<string>();
    const read = (state: ReturnType<typeof campaign>): void => {
      for (let town = 0; town < state.province.towns; town++) {
        act.step(state, [{ do: 'choose', town }]);
        for (const { text } of [...act.controls(state), ...act.gauges(state)])
          if (!hasText(text.key)) missing.add(text.key);
        const hint = hintOf(viewOf(state));
        if (hint !== null && !hasText(hint.key)) missing.add(hint.key);
      }
    };
    for (const province of [0, 1])
      for (const seed of [1, 2, 3]) {
        const state = campaign({ province, purse: 100 + 60 * seed }, seed);
        while (!state.isOver) {
          read(state);
          for (let town = seed % 3; town < state.province.towns; town += 2)
            give(state, ...ORDERS.map((kind) => (kind === 'website' || kind === 'supply' ? { kind } : { kind, town })));
          read(state);
          march(state);
        }
      }
    expect([...missing]).toEqual([]);
  });

  it('shows five gauges; what is planned is already taken off the purse', () => {
    const state = campaign();
    know(state, 3, 0);
    give(state, { kind: 'mail', town: 1 }, { kind: 'recon', town: 2 });
    const gauges = act.gauges(state);
    expect(gauges.map(({ id, value }) => [id, value])).toEqual([
      ['week', 1],
      ['purse', 89],
      ['income', 10],
      ['held', 0],
      ['worth', 100],
    ]);
    expect(gauges.filter(({ text }) => !hasText(text.key))).toEqual([]);
  });
});

describe('the bet', () => {
  const outcome = (score: number): Outcome => ({ series: [score], score });

  it('goes to the strategy worth most, or to "equal" within a tenth', () => {
    const settle = (infantryOnly: number, airOnly: number, spread: number, concentrated: number): string =>
      settleBet({
        infantryOnly: outcome(infantryOnly),
        airOnly: outcome(airOnly),
        spreadThenLate: outcome(spread),
        concentratedJoint: outcome(concentrated),
      });
    expect(settle(80, 0, 60, 180)).toBe('concentratedJoint');
    expect(settle(180, 0, 60, 80)).toBe('infantryOnly');
    expect(settle(100, 0, 60, 95)).toBe('equal');
    expect(settle(0, 0, 0, 0)).toBe('equal');
    expect(() => settleBet({ infantryOnly: outcome(1) })).toThrow('needs the outcome of airOnly');
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
    expect(firstReason('infantryOnly')).toMatch(/^why\.(scaled|fell)$/);
    expect(firstReason('airOnly')).toBe('why.airAlone');
    expect(firstReason('jointWithRecon')).toBe('why.paid');
    expect(firstReason('idle')).toBe('why.idle');
  });

  it('has a text for every reason', () => {
    for (const bot of Object.keys(act.bots))
      for (const seed of [4, 5, 6])
        for (const { key } of explain(playBot(act, parameters(), seed, bot)))
          expect(hasText(key), `text of ${key}`).toBe(true);
  });
});

describe('input from outside', () => {
  const all: Readonly<Record<string, unknown>> = actFile.parameters;

  it.each(Object.entries(RANGES))('keeps %s within its range', (name, { from, to }) => {
    const room = { leastWorth: 1, mostWorth: 100, leastWalls: 0, mostWalls: 100 };
    expect(act.parseParameters({ ...all, ...room, [name]: from })).toMatchObject({ [name]: from });
    expect(act.parseParameters({ ...all, ...room, [name]: to })).toMatchObject({ [name]: to });
    for (const wrong of [from - 0.001, to + 0.001, Number.NaN, Infinity, '1', null, undefined])
      expect(() => act.parseParameters({ ...all, [name]: wrong })).toThrow(BadInput);
  });

  it('refuses parameters that it does not know, that contradict each other, and what is no object', () => {
    expect(() => act.parseParameters({ ...all, wings: 2 })).toThrow('parameters.wings: is no parameter of this act');
    expect(() => act.parseParameters({ ...all, leastWorth: 10 })).toThrow('must not be above mostWorth');
    expect(() => act.parseParameters({ ...all, leastWalls: 90 })).toThrow('must not be above mostWalls');
    for (const wrong of [null, 3, [], 'x'])
      expect(() => act.parseParameters(wrong)).toThrow('parameters: must be an object');
  });

  it('reads its intents and no other', () => {
    const good: readonly CampaignIntent[] = [
      { do: 'choose', town: 0 },
      { do: 'order', order: { kind: 'exhibition', town: 59 } },
      { do: 'order', order: { kind: 'supply' } },
      { do: 'undo' },
      { do: 'undoAll' },
      { do: 'march' },
    ];
    for (const intent of good) expect(act.parseIntent(intent)).toEqual(intent);
    expect(act.parseIntent({ do: 'march', more: 1 })).toEqual({ do: 'march' });
    for (const wrong of [
      null,
      'march',
      {},
      { do: 'choose' },
      { do: 'choose', town: -1 },
      { do: 'choose', town: 60 },
      { do: 'order' },
      { do: 'order', order: { kind: 'mail' } },
      { do: 'order', order: { kind: 'mail', town: 1.5 } },
      { do: 'order', order: { kind: 'bombs', town: 1 } },
    ])
      expect(() => act.parseIntent(wrong)).toThrow(BadInput);
  });

  it('refuses a town that this province does not have', () => {
    const state = campaign({ towns: 3 });
    const happened = act.step(state, [
      { do: 'choose', town: 40 },
      { do: 'order', order: { kind: 'mail', town: 40 } },
    ]);
    expect(happened).toEqual([{ what: 'refused', order: { kind: 'mail', town: 40 }, why: 'nowhere' }]);
    expect(state.chosen).toBe(0);
  });
});
