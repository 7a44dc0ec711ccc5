import { describe, expect, it } from 'vitest';
import { pressSwitch, SCAN_START, scanOn, type ScanGroup, type ScanState } from '../../src/stage/input/scanning.ts';

const GROUPS: readonly ScanGroup[] = [
  { group: 'tool', ids: ['bolt', 'grain'] },
  { group: 'spot', ids: ['s0', 's1', 's2'] },
  { group: 'none', ids: [] },
  { group: 'pause', ids: ['pause'] },
];

function rest(state: ScanState, periods: number, groups = GROUPS): ScanState {
  let now = state;
  for (let n = 0; n < periods; n++) now = scanOn(now, groups, 1000, 1000);
  return now;
}

describe('scanning', () => {
  it('walks over the filled groups and round again', () => {
    const seen: (string | null)[] = [];
    let state = scanOn(SCAN_START, GROUPS, 0, 1000);
    for (let n = 0; n < 4; n++) {
      seen.push(state.group);
      expect(state.item).toBeNull();
      state = scanOn(state, GROUPS, 1000, 1000);
    }
    expect(seen).toEqual(['tool', 'spot', 'pause', 'tool']);
  });

  it('enters a group at the first press and chooses at the second', () => {
    let state = rest(scanOn(SCAN_START, GROUPS, 0, 1000), 1);
    let pressed = pressSwitch(state, GROUPS);
    expect(pressed.chosen).toBeNull();
    expect(pressed.state).toMatchObject({ group: 'spot', item: 's0' });
    state = rest(pressed.state, 2);
    expect(state.item).toBe('s2');
    pressed = pressSwitch(state, GROUPS);
    expect(pressed.chosen).toBe('s2');
    expect(pressed.state).toMatchObject({ group: 'spot', item: null });
  });

  it('reaches every control with one switch', () => {
    for (const { group, ids } of GROUPS) {
      for (const id of ids) {
        let state = scanOn(SCAN_START, GROUPS, 0, 1000);
        let chosen: string | null = null;
        for (let n = 0; n < 20 && chosen === null; n++) {
          const onGroup = state.item === null && state.group === group;
          if (onGroup || state.item === id) {
            const pressed = pressSwitch(state, GROUPS);
            state = pressed.state;
            chosen = pressed.chosen;
          } else state = scanOn(state, GROUPS, 1000, 1000);
        }
        expect(chosen).toBe(id);
      }
    }
  });

  it('leaves a group after two rounds without a press', () => {
    const inside = pressSwitch(scanOn(SCAN_START, GROUPS, 0, 1000), GROUPS).state;
    expect(rest(inside, 3).item).toBe('grain');
    expect(rest(inside, 4)).toMatchObject({ group: 'tool', item: null });
  });

  it('goes straight to the items when there is only one group', () => {
    const alone = [GROUPS[1] as ScanGroup];
    expect(scanOn(SCAN_START, alone, 0, 1000)).toMatchObject({ group: 'spot', item: 's0' });
  });

  it('moves on when what it rests on is gone', () => {
    const state: ScanState = { group: 'spot', item: 's2', restedMs: 0, rounds: 0 };
    expect(scanOn(state, [{ group: 'spot', ids: ['s0', 's1'] }], 10, 1000).item).toBe('s0');
    expect(scanOn(state, [], 10, 1000)).toEqual(SCAN_START);
  });

  it('keeps the period between 0.8 and 4 seconds', () => {
    const start = scanOn(SCAN_START, GROUPS, 0, 100);
    expect(scanOn(start, GROUPS, 700, 100).group).toBe('tool');
    expect(scanOn(start, GROUPS, 800, 100).group).toBe('spot');
    expect(scanOn(start, GROUPS, 3999, 60_000).group).toBe('tool');
    expect(scanOn(start, GROUPS, 4000, 60_000).group).toBe('spot');
  });
});
