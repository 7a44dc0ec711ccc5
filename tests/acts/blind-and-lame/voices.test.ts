import { describe, expect, it } from 'vitest';
import { cellAt, findWay } from '../../../src/acts/blind-and-lame/rules/grid.ts';
import { isOpen, PLACE } from '../../../src/acts/blind-and-lame/rules/places.ts';
import { seeBlind, seeLame } from '../../../src/acts/blind-and-lame/rules/see.ts';
import { makeRoad } from '../../../src/acts/blind-and-lame/rules/terrain/make-road.ts';
import { act, callAndGo, findWhat, firstRoadIn, roadIn, run, settle, whats } from './roads.ts';

/** The words up to the false bridge of the first road, and one onto it. */
const TO_THE_BRIDGE = ['ahead', 'right', 'ahead', 'ahead', 'ahead', 'ahead'] as const;
const BRIDGE = cellAt(5, 3);

describe('calling', () => {
  it('takes breath and time, a word at a time, and memory holds only so many', () => {
    const road = firstRoadIn('together', { memory: 3 });
    const words = [1, 2, 3, 4].map(() => ({ do: 'call', to: 'ahead' }) as const);
    const happened = act.step(road, words);
    expect(whats(happened)).toEqual(['refused', 'call']);
    expect(findWhat(happened, 'refused')?.why).toBe('full');
    const later = run(road, 12);
    expect(whats(later).filter((what) => what === 'call')).toHaveLength(2);
    expect(road.breath).toBe(road.parameters.breath - 3);
  });

  it('takes words back, and the breath stays spent', () => {
    const road = firstRoadIn('together');
    run(road, 12, [
      { do: 'call', to: 'ahead' },
      { do: 'call', to: 'left' },
    ]);
    expect(findWhat(act.step(road, [{ do: 'unsay' }]), 'unsay')).toMatchObject({ words: 1 });
    expect(road.words).toEqual(['ahead']);
    expect(road.breath).toBe(road.parameters.breath - 2);
    act.step(road, [{ do: 'unsay' }]);
    expect(findWhat(act.step(road, [{ do: 'unsay' }]), 'refused')?.why).toBe('nothing');
  });

  it('is refused without breath, without legs, and with the map rolled up', () => {
    const out = firstRoadIn('together', { breath: 1 });
    const calls = [1, 2].map(() => ({ do: 'call', to: 'ahead' }) as const);
    expect(findWhat(act.step(out, calls), 'refused')?.why).toBe('breath');
    expect(out.tally.refused).toBe(1);
    const call = [{ do: 'call', to: 'ahead' }] as const;
    expect(findWhat(act.step(roadIn('blind'), call), 'refused')?.why).toBe('nobody');
    const rolled = firstRoadIn('together');
    act.step(rolled, [{ do: 'go' }]);
    expect(findWhat(act.step(rolled, call), 'refused')?.why).toBe('nothing');
  });

  it('alone reaches nobody: words are said, fade, and no foot moves', () => {
    const road = roadIn('lame', { memory: 3 });
    const all: string[] = [];
    for (let i = 0; i < 5; i++) all.push(...whats(run(road, 8, [{ do: 'call', to: 'ahead' }])));
    expect(all.filter((what) => what === 'call')).toHaveLength(5);
    expect(all).toContain('refused');
    expect(road.tally.unheard).toBe(3);
    expect(road.at).toBe(road.road.start);
    for (const intent of [{ do: 'go' }, { do: 'step', to: 'ahead' }, { do: 'report' }, { do: 'sound' }] as const)
      expect(findWhat(act.step(road, [intent]), 'refused')?.why).toBe('nobody');
  });
});

describe('reporting', () => {
  it('mends the map with one fact, and only then is the next call right', () => {
    const road = firstRoadIn('together');
    settle(road, callAndGo(...TO_THE_BRIDGE));
    expect(seeBlind(road).touched[BRIDGE]).toBe(PLACE.ravine);
    expect(seeLame(road).map[BRIDGE]).toBe(PLACE.bridge);
    const goal = road.road.markets.at(-1) as number;
    expect(findWay(seeLame(road).map, road.at, goal)[0]).toBe('ahead');
    const happened = settle(road, [{ do: 'report' }]);
    expect(findWhat(happened, 'report')).toMatchObject({ repaired: 1 });
    expect(findWhat(happened, 'repair')).toEqual({ what: 'repair', cause: 'fallen', cells: [BRIDGE] });
    expect(seeLame(road).map[BRIDGE]).toBe(PLACE.ravine);
    expect(seeLame(road).mended[BRIDGE]).toBe(1);
    expect(seeBlind(road).untold).toBe(0);
    expect(findWay(seeLame(road).map, road.at, goal)[0]).toBe('left');
    expect(road.breath).toBe(road.parameters.breath - 6 - road.parameters.reportBreath);
  });

  it('of any one cell mends the whole crossing, with the new way beside it', () => {
    let floods = 0;
    let newWays = 0;
    for (let seed = 1; seed < 60; seed++) {
      const { crossings } = makeRoad(seed, 19, 0.4);
      for (const crossing of crossings.filter(({ isFalse, cells }) => isFalse && cells.length > 1)) {
        const touchable = crossing.hasNewWay ? [...crossing.cells, crossing.spare] : crossing.cells;
        for (const cell of touchable) {
          const road = roadIn('together', { falseness: 0.4 }, seed);
          road.touched[cell] = road.road.truth[cell] as number;
          road.untold.push(cell);
          settle(road, [{ do: 'report' }]);
          for (const each of touchable) {
            expect(road.map[each]).toBe(road.road.truth[each]);
            expect(road.mended[each]).toBe(1);
          }
          expect(road.tally).toMatchObject({ repairs: 1, repaired: touchable.length });
          const others = crossings.filter((other) => other !== crossing).flatMap(({ cells }) => cells);
          for (const other of others) expect(road.map[other]).toBe(road.road.drawn[other]);
        }
        if (crossing.cause === 'flood') floods++;
        if (crossing.hasNewWay) newWays++;
      }
    }
    expect(floods).toBeGreaterThan(5);
    expect(newWays).toBeGreaterThan(5);
  });

  it('of what the map knows mends nothing; with nothing to tell, or no breath, it is refused', () => {
    const road = firstRoadIn('together');
    expect(findWhat(act.step(road, [{ do: 'report' }]), 'refused')?.why).toBe('nothing');
    settle(road, callAndGo('ahead'));
    expect(findWhat(settle(road, [{ do: 'report' }]), 'report')).toMatchObject({ facts: 1, repaired: 0 });
    const out = firstRoadIn('together', { breath: 1 });
    settle(out, callAndGo('ahead'));
    expect(findWhat(settle(out, [{ do: 'report' }]), 'refused')?.why).toBe('breath');
    expect(findWhat(act.step(roadIn('blind'), [{ do: 'report' }]), 'refused')?.why).toBe('nobody');
  });
});

describe('the sounding call', () => {
  it('brings an echo from every side and the bell of the next market', () => {
    const road = firstRoadIn('blind');
    road.at = cellAt(1, 2);
    const happened = settle(road, [{ do: 'sound' }]);
    const echoes = happened.filter((each) => each.what === 'echo');
    expect(Object.fromEntries(echoes.map(({ to, open }) => [to, open]))).toEqual({
      left: 2,
      ahead: 0,
      right: 1,
      back: 1,
    });
    expect(findWhat(happened, 'bell')).toMatchObject({ columns: 2, lanes: 1 });
    expect(findWhat(happened, 'bell')?.pan).toBeGreaterThan(0);
    expect(road.breath).toBe(road.parameters.breath - road.parameters.soundBreath);
    expect(road.tick - road.partBegan).toBeGreaterThan(road.parameters.soundSeconds * 20);
    const out = firstRoadIn('blind', { breath: 0 });
    expect(findWhat(settle(out, [{ do: 'sound' }]), 'refused')?.why).toBe('breath');
  });

  it('carries only so far', () => {
    const road = firstRoadIn('blind', { echoReach: 1 });
    road.at = cellAt(1, 2);
    const echoes = settle(road, [{ do: 'sound' }]).filter((each) => each.what === 'echo');
    expect(Math.max(...echoes.map(({ open }) => open))).toBe(1);
  });
});

describe('ears', () => {
  it('hear water on its side, wind over a ravine, and the market louder as it comes nearer', () => {
    const road = firstRoadIn('blind');
    const at = (column: number, lane: number): ReturnType<typeof seeBlind> => {
      road.at = cellAt(column, lane);
      settle(road, [{ do: 'step', to: 'ahead' }]);
      return seeBlind(road);
    };
    const start = structuredClone(seeBlind(road));
    // The river runs along the road's foot, on the right.
    expect(start.waterHeard[1]).toBeGreaterThan(start.waterHeard[0] as number);
    expect(start.windHeard[0]).toBe(0);
    const near = structuredClone(at(1, 3));
    expect(Math.max(near.marketHeard[0] as number, near.marketHeard[1] as number)).toBeGreaterThan(
      Math.max(start.marketHeard[0] as number, start.marketHeard[1] as number),
    );
    expect(structuredClone(at(3, 3)).windHeard[0]).toBeGreaterThan(0);
  });
});

describe('by ear', () => {
  it('the lame man calls the next word when the walker stands, and again the same until he is told', () => {
    const road = firstRoadIn('together', { ear: 1 });
    expect(road.words).toEqual(['ahead']);
    for (const to of ['ahead', 'right', 'ahead', 'ahead', 'ahead'] as const) {
      run(road, 4);
      expect(road.words).toEqual([to]);
      settle(road, [{ do: 'step', to }]);
    }
    run(road, 4);
    expect(whats(settle(road, [{ do: 'step', to: 'ahead' }]))).toContain('stumble');
    expect(findWhat(run(road, 4), 'call')?.to).toBe('ahead');
    settle(road, [{ do: 'report' }]);
    expect(isOpen(road.map[BRIDGE] as number)).toBe(false);
    expect(findWhat(run(road, 4), 'call')?.to).toBe('left');
    expect(road.words).toEqual(['left']);
  });

  it('says a word again to one who stands and has not heard it, from its own side, and it costs no breath', () => {
    const road = firstRoadIn('together', { ear: 1 });
    const first = road.latest.find(({ what }) => what === 'call');
    expect(first).toMatchObject({ to: 'ahead', pan: 0 });
    const { breath } = road;
    const again = run(road, 20 * 13).filter(({ what }) => what === 'call');
    expect(again).toEqual([first, first]);
    expect(road.breath).toBe(breath);
    settle(road, [{ do: 'step', to: 'ahead' }]);
    run(road, 4);
    expect(road.words).toEqual(['right']);
    expect(findWhat(run(road, 20 * 7), 'call')?.pan).toBeGreaterThan(0.5);
  });

  it('without breath he falls silent, and says so once', () => {
    const road = firstRoadIn('together', { ear: 1, breath: 0 });
    expect(road.latest).toContainEqual({ what: 'refused', why: 'breath' });
    expect(run(road, 60)).not.toContainEqual({ what: 'refused', why: 'breath' });
    expect(road.tally.calls).toBe(0);
  });

  it('the player has no map and no words', () => {
    const road = firstRoadIn('together', { ear: 1 });
    for (const intent of [{ do: 'look' }, { do: 'go' }, { do: 'unsay' }, { do: 'call', to: 'ahead' }] as const)
      expect(findWhat(act.step(road, [intent]), 'refused')?.why).toBe('nothing');
  });
});
