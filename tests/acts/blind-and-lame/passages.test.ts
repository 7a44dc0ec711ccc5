import { describe, expect, it } from 'vitest';
import { playBot } from '../../../src/kernel/play-bot.ts';
import { PASSAGES } from '../../../src/acts/blind-and-lame/rules/places.ts';
import { seeScreen } from '../../../src/acts/blind-and-lame/rules/see.ts';
import { act, findWhat, parameters, roadIn, run, whats } from './roads.ts';

describe('the three passages', () => {
  it('come in their order, with a pause between, each on the same road with nothing known', () => {
    const road = act.create(parameters({ blindSeconds: 4, lameSeconds: 3, togetherSeconds: 5 }), 3);
    const seen: string[] = [];
    const ends: number[] = [];
    while (!act.isOver(road)) {
      const happened = act.step(road, road.tick % 7 === 0 ? [{ do: 'step', to: 'ahead' }] : []);
      for (const { passage } of happened.filter((each) => each.what === 'passage')) {
        seen.push(passage);
        expect(road.at).toBe(road.road.start);
        expect([...road.map]).toEqual([...road.road.drawn]);
        expect(road.untold).toEqual([]);
        expect(road.breath).toBe(road.parameters.breath);
      }
      if (whats(happened).includes('sunset')) ends.push(road.tick);
    }
    expect(seen).toEqual(PASSAGES);
    // The first begins in the first tick; each has its light, and three seconds lie between.
    expect(ends).toEqual([80, 80 + 60 + 60, 80 + 60 + 60 + 60 + 100]);
    expect(road.customers).toEqual([0, 0, 0]);
  });

  it('end at once for one who sits down, and the last ends the play', () => {
    const road = act.create(parameters(), 1);
    act.step(road, []);
    expect(whats(act.step(road, [{ do: 'rest' }]))).toEqual(['sunset']);
    expect(road.isBetween).toBe(true);
    expect(findWhat(act.step(road, [{ do: 'step', to: 'ahead' }]), 'refused')?.why).toBe('between');
    const together = roadIn('together');
    const happened = act.step(together, [{ do: 'rest' }, { do: 'go' }]);
    expect(whats(happened)).toEqual(['sunset', 'over']);
    expect(findWhat(happened, 'sunset')).toMatchObject({ rested: true, arrived: false });
    expect(act.isOver(together)).toBe(true);
    expect(act.step(together, [{ do: 'rest' }])).toEqual([]);
  });

  it('open the eyes that belong to them', () => {
    const eyes = (passage: (typeof PASSAGES)[number], changes = {}): string => roadIn(passage, changes).eyes;
    expect(PASSAGES.map((each) => eyes(each))).toEqual(['blind', 'lame', 'lame']);
    expect(PASSAGES.map((each) => eyes(each, { hands: 2 }))).toEqual(['blind', 'lame', 'both']);
    expect(PASSAGES.map((each) => eyes(each, { ear: 1 }))).toEqual(['blind', 'lame', 'blind']);
  });

  it('let rivals come to every market by the time they are given, in a short day too', () => {
    for (const passage of PASSAGES) {
      const road = roadIn(passage, { rivalSeconds: 40, rivalApart: 2 });
      const light = road.partEnds - road.partBegan;
      const reached: number[] = [];
      while (!road.isBetween && !road.isOver)
        for (const each of act.step(road, []))
          if (each.what === 'rival') reached.push((road.tick - road.partBegan) / light);
      expect(reached).toHaveLength(3);
      // The last market 40 seconds into a day of 70, whatever the passage's own length.
      expect(reached[2]).toBeCloseTo(40 / 70, 1);
    }
  });
});

describe('buttons', () => {
  const groupsOf = (road: ReturnType<typeof roadIn>): string[] => [
    ...new Set(act.controls(road).map(({ group }) => group)),
  ];
  const idsOf = (road: ReturnType<typeof roadIn>): string[] => act.controls(road).map(({ id }) => id);

  it('are those that the open eyes can use', () => {
    expect(groupsOf(roadIn('blind'))).toEqual(['walk', 'voice', 'action']);
    expect(idsOf(roadIn('blind'))).not.toContain('report');
    expect(groupsOf(roadIn('lame'))).toEqual(['call', 'map', 'action']);
    const one = roadIn('together');
    expect(groupsOf(one)).toEqual(['call', 'map', 'action']);
    expect(idsOf(one)).toContain('go');
    act.step(one, [{ do: 'go' }]);
    expect(groupsOf(one)).toEqual(['walk', 'voice', 'map', 'action']);
    expect(idsOf(one)).toEqual(expect.arrayContaining(['report', 'sound', 'look']));
    expect(groupsOf(roadIn('together', { hands: 2 }))).toEqual(['walk', 'call', 'voice', 'map', 'action']);
    expect(groupsOf(roadIn('together', { ear: 1 }))).toEqual(['walk', 'voice', 'action']);
  });

  it('have ids of their own and intents that are accepted', () => {
    for (const passage of PASSAGES)
      for (const changes of [{}, { hands: 2 }, { ear: 1 }]) {
        const controls = act.controls(roadIn(passage, changes));
        expect(new Set(controls.map(({ id }) => id)).size).toBe(controls.length);
        for (const { intent } of controls) expect(act.parseIntent(intent)).toEqual(intent);
      }
  });

  it('that are enabled are not refused, and those that are not are', () => {
    for (const [passage, changes] of [
      ['blind', {}],
      ['lame', {}],
      ['together', {}],
      ['together', { hands: 2 }],
      ['together', { ear: 1, callBreath: 50, breath: 40 }],
      ['together', { hands: 2, breath: 0, reportBreath: 1 }],
    ] as const) {
      const road = roadIn(passage, changes);
      for (const control of act.controls(road)) {
        const twin = structuredClone(road);
        const isRefused = whats(run(twin, 2, [control.intent])).includes('refused');
        expect(isRefused, `${passage}: ${control.id}`).toBe(!control.enabled);
      }
    }
  });

  it('name directions by the hand for the ear, by the slope for the eye', () => {
    const key = (changes: Readonly<Record<string, number>>): string | undefined =>
      act.controls(roadIn('blind', changes)).find(({ id }) => id === 'step-left')?.text.key;
    expect(key({})).toBe('walk.left');
    expect(key({ ear: 1 })).toBe('walkEar.left');
  });
});

describe('gauges', () => {
  it('show the light, the breath, the customers and the markets of this passage', () => {
    const road = roadIn('together');
    const read = (): Record<string, number> => Object.fromEntries(act.gauges(road).map(({ id, value }) => [id, value]));
    expect(read()).toEqual({ light: 70, breath: road.parameters.breath, customers: 0, market: 0 });
    run(road, 100);
    expect(read()['light']).toBe(65);
    act.step(road, [{ do: 'rest' }]);
    expect(read()['light']).toBe(0);
  });
});

describe('the outcome', () => {
  it('is that of the best passage, tenth by tenth of its light', () => {
    for (const bot of Object.keys(act.bots)) {
      const { series, score, customers, arrived, lightLeft } = playBot(act, parameters(), 4, bot);
      expect(series).toHaveLength(10);
      expect(score).toBe(Math.max(...customers));
      expect(series.at(-1)).toBe(score);
      for (let tenth = 1; tenth < 10; tenth++)
        expect(series[tenth]).toBeGreaterThanOrEqual(series[tenth - 1] as number);
      expect(arrived).toEqual(lightLeft.map((left) => (left >= 0 ? 1 : 0)));
    }
  });

  it('counts customers in the tenth in which they came', () => {
    const { series, lightLeft } = playBot(act, parameters({ road: 1 }), 1, 'carriedReporting');
    const arrived = 70 - (lightLeft[2] as number);
    const tenth = Math.floor(arrived / 7);
    expect(series[tenth - 1]).toBeLessThan(15);
    expect(series[tenth]).toBe(15);
  });

  it('shows on the screen only what the eyes see, to the last', () => {
    const road = roadIn('together');
    act.step(road, [{ do: 'rest' }]);
    expect(seeScreen(road).isOver).toBe(true);
    expect(act.gauges(road).map(({ id }) => id)).toEqual(['light', 'breath', 'customers', 'market']);
  });
});
