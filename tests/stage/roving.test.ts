import { describe, expect, it } from 'vitest';
import type { Control } from '../../src/kernel/act.ts';
import {
  chooseStop,
  findRefuge,
  groupControls,
  walk,
  walkGroups,
  type ControlGroup,
} from '../../src/stage/input/roving.ts';
import { steer } from '../../src/stage/input/steer.ts';

function control(id: string, group: string, pressed?: boolean): Control {
  return { id, group, text: { key: id }, intent: id, enabled: true, ...(pressed === undefined ? {} : { pressed }) };
}
const CONTROLS = [
  control('tool-a', 'tool', false),
  control('tool-b', 'tool', true),
  control('spot-0', 'spot'),
  control('spot-1', 'spot'),
  control('spot-2', 'spot'),
  control('sleep', 'action'),
];
const GROUPS = groupControls(CONTROLS, ['tool', 'action']);
const spot = GROUPS.find((each) => each.group === 'spot') as ControlGroup;

describe('roving focus', () => {
  it('reads the toolbar first, then the stage from left to right', () => {
    expect(GROUPS.map((each) => each.group)).toEqual(['tool', 'action', 'spot']);
    expect(spot.controls.map((each) => each.id)).toEqual(['spot-0', 'spot-1', 'spot-2']);
  });

  it('has one stop in each group: the last, else the chosen, else the first', () => {
    expect(GROUPS.map((each) => chooseStop(each, undefined))).toEqual(['tool-b', 'sleep', 'spot-0']);
    expect(chooseStop(spot, 'spot-2')).toBe('spot-2');
    expect(chooseStop(spot, 'gone')).toBe('spot-0');
  });

  it('walks round inside a group and over the groups', () => {
    expect(walk(spot, 'spot-2', 1)).toBe('spot-0');
    expect(walk(spot, 'spot-0', -1)).toBe('spot-2');
    expect(walkGroups(GROUPS, 'spot', 1)?.group).toBe('tool');
    expect(walkGroups(GROUPS, 'tool', -1)?.group).toBe('spot');
  });

  it('finds a refuge when the focused control is gone', () => {
    const fewer = groupControls(
      CONTROLS.filter((each) => each.id !== 'spot-2'),
      ['tool', 'action'],
    );
    expect(findRefuge(fewer, { group: 'spot', index: 2 })).toBe('spot-1');
    expect(findRefuge(fewer, { group: 'vanished', index: 5 })).toBe('tool-b');
    expect(findRefuge([], { group: 'spot', index: 0 })).toBeNull();
  });
});

describe('steering', () => {
  function hand(focused: string | null): { did: string[]; ask: (what: Parameters<typeof steer>[0]) => boolean } {
    const did: string[] = [];
    return {
      did,
      ask: (what) =>
        steer(what, {
          groups: () => GROUPS,
          toolbarGroups: () => ['tool', 'action'],
          panelGroups: () => [],
          focused: () => focused,
          focus: (id) => did.push(`focus ${id}`),
          press: (id) => did.push(`press ${id}`),
          pressSwitch: () => did.push('switch'),
          pause: () => did.push('pause'),
        }),
    };
  }

  it('enters the stage with the first arrow', () => {
    const { did, ask } = hand(null);
    ask('left');
    ask('act');
    expect(did).toEqual(['focus spot-0', 'focus spot-0']);
  });

  it('walks, presses, and takes tools by number or one after another', () => {
    const { did, ask } = hand('spot-1');
    for (const what of ['right', 'up', 'act', 'tool-1', 'tool-3', 'tool-next', 'pause', 'switch'] as const)
      expect(ask(what)).toBe(true);
    expect(did).toEqual([
      'focus spot-2',
      'focus sleep',
      'press spot-1',
      'press tool-a',
      'press sleep',
      'press tool-a',
      'pause',
      'switch',
    ]);
    expect(ask('tool-5')).toBe(false);
  });
});
