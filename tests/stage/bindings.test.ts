import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import {
  BINDABLE,
  bindKey,
  DEFAULT_BINDINGS,
  findConflict,
  findUnreachable,
  isSingleKey,
  whatKeyAsks,
  whatPadAsks,
} from '../../src/stage/input/bindings.ts';

const CODES = [
  'KeyA',
  'KeyP',
  'KeyQ',
  'Digit1',
  'Space',
  'Enter',
  'Escape',
  'ArrowLeft',
  'ArrowUp',
  'F2',
  'NumpadAdd',
  'Home',
];

describe('bindings', () => {
  it('have no conflict from the start', () => {
    for (const what of BINDABLE) {
      for (const code of DEFAULT_BINDINGS.keys[what] ?? [])
        expect(findConflict(DEFAULT_BINDINGS, what, code)).toBeNull();
    }
  });

  it('never let Tab or a modifier be bound', () => {
    for (const code of ['Tab', 'ShiftLeft', 'ControlRight', 'MetaLeft', 'F5']) {
      expect(findConflict(DEFAULT_BINDINGS, 'act', code)).toBe('kept');
      expect(bindKey(DEFAULT_BINDINGS, 'act', code)).toBe(DEFAULT_BINDINGS);
    }
  });

  it('say who has a key already', () => {
    expect(findConflict(DEFAULT_BINDINGS, 'left', 'KeyP')).toEqual({ code: 'KeyP', with: 'pause' });
    expect(findConflict(DEFAULT_BINDINGS, 'switch', 'KeyP')).toBeNull();
  });

  it('give each key one meaning, whatever is bound in whatever order', () => {
    const change = fc.tuple(fc.constantFrom(...BINDABLE), fc.constantFrom(...CODES));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        let bindings = DEFAULT_BINDINGS;
        for (const [what, code] of changes) bindings = bindKey(bindings, what, code);
        for (const code of CODES) {
          const holders = BINDABLE.filter((what) => what !== 'switch' && bindings.keys[what]?.includes(code));
          expect(holders.length).toBeLessThanOrEqual(1);
        }
        const last = changes.at(-1);
        expect(last ? bindings.keys[last[0]] : []).toEqual(last ? [last[1]] : []);
      }),
    );
  });

  it('leave arrows, Enter, Space and Escape when single keys are off', () => {
    const off = { ...DEFAULT_BINDINGS, singleKeys: false };
    expect(whatKeyAsks(off, 'KeyP', false)).toBeNull();
    expect(whatKeyAsks(off, 'Digit2', false)).toBeNull();
    expect(whatKeyAsks(off, 'Escape', false)).toBe('pause');
    expect(whatKeyAsks(off, 'ArrowLeft', false)).toBe('left');
    expect(whatKeyAsks(off, 'Space', false)).toBe('act');
    expect(isSingleKey('Slash')).toBe(true);
    expect(isSingleKey('F2')).toBe(false);
  });

  it('ask for the switch only while scanning', () => {
    expect(whatKeyAsks(DEFAULT_BINDINGS, 'Space', true)).toBe('switch');
    expect(whatKeyAsks(DEFAULT_BINDINGS, 'Space', false)).toBe('act');
    expect(whatPadAsks(DEFAULT_BINDINGS, 'b', true)).toBe('switch');
    expect(whatPadAsks(DEFAULT_BINDINGS, 'b', false)).toBeNull();
    expect(whatPadAsks(DEFAULT_BINDINGS, 'lb', false)).toBe('tool-previous');
  });

  it('warn when the act could no longer be finished by keyboard', () => {
    expect(findUnreachable(DEFAULT_BINDINGS)).toEqual([]);
    const robbed = bindKey(DEFAULT_BINDINGS, 'up', 'ArrowLeft');
    expect(findUnreachable(robbed)).toEqual(['left']);
    const letters = { ...bindKey(DEFAULT_BINDINGS, 'act', 'KeyA'), singleKeys: false };
    expect(findUnreachable(letters)).toEqual(['act']);
  });
});
