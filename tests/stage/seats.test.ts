import { describe, expect, it } from 'vitest';
import type { Control } from '../../src/kernel/act.ts';
import type { Seat } from '../../src/stage/act-stage.ts';
import { bindKey, DEFAULT_BINDINGS } from '../../src/stage/input/bindings.ts';
import { Holds, REPEAT_FIRST_MS, REPEAT_MS } from '../../src/stage/input/holds.ts';
import { steerSeat, whatSeatKeyAsks, type Move } from '../../src/stage/input/seats.ts';

const OFF = { ...DEFAULT_BINDINGS, singleKeys: false };
const ask = (seats: number, code: string, bindings = DEFAULT_BINDINGS, scanning = false): string => {
  const asked = whatSeatKeyAsks(bindings, seats, code, scanning);
  return asked === null ? 'nobody' : `${asked.seat} ${asked.move}`;
};

describe('keys without seats', () => {
  it('speak for nobody: the arrows walk the focus', () => {
    for (const code of ['ArrowLeft', 'KeyW', 'Space', 'Enter']) expect(ask(0, code)).toBe('nobody');
  });
});

describe('keys of one seat', () => {
  it('are the arrows, Enter and Space, as bound', () => {
    expect(ask(1, 'ArrowUp')).toBe('0 up');
    expect(ask(1, 'Enter')).toBe('0 act');
    expect(ask(1, 'Space')).toBe('0 act');
    expect(ask(1, 'KeyH', bindKey(DEFAULT_BINDINGS, 'left', 'KeyH'))).toBe('0 left');
  });

  it('leave tools, pause and the switch to the theatre', () => {
    expect(ask(1, 'KeyW')).toBe('nobody');
    expect(ask(1, 'Digit2')).toBe('nobody');
    expect(ask(1, 'Escape')).toBe('nobody');
    expect(ask(1, 'Space', DEFAULT_BINDINGS, true)).toBe('nobody');
  });
});

describe('keys of two seats', () => {
  it('lie under two hands', () => {
    const left = ['KeyW', 'KeyA', 'KeyS', 'KeyD', 'Space'].map((code) => ask(2, code));
    expect(left).toEqual(['0 up', '0 left', '0 down', '0 right', '0 act']);
    const right = ['ArrowUp', 'ArrowLeft', 'ArrowDown', 'ArrowRight', 'Enter'].map((code) => ask(2, code));
    expect(right).toEqual(['1 up', '1 left', '1 down', '1 right', '1 act']);
  });

  it('keep the digits for the toolbar', () => {
    for (const code of ['Digit1', 'Digit2', 'Digit3', 'Digit4', 'Digit5']) expect(ask(2, code)).toBe('nobody');
  });

  it('are no letters when single-letter keys are off; the space bar and the arrows stay', () => {
    for (const code of ['KeyW', 'KeyA', 'KeyS', 'KeyD']) expect(ask(2, code, OFF)).toBe('nobody');
    expect(ask(2, 'Space', OFF)).toBe('0 act');
    expect(ask(2, 'ArrowLeft', OFF)).toBe('1 left');
  });

  it('cannot be taken from one hand by a binding of the other', () => {
    expect(ask(2, 'KeyA', bindKey(DEFAULT_BINDINGS, 'right', 'KeyA'))).toBe('0 left');
    expect(ask(2, 'KeyK', bindKey(DEFAULT_BINDINGS, 'right', 'KeyK'))).toBe('1 right');
    expect(ask(2, 'ArrowRight', bindKey(DEFAULT_BINDINGS, 'right', 'KeyK'))).toBe('1 right');
  });
});

describe('a seat', () => {
  const SEATS: readonly Seat[] = [
    { side: 'left', left: 'back', right: 'ahead', act: 'tell', also: ['sound', 'rest'] },
    { side: 'right', up: 'call' },
  ];
  const control = (id: string, enabled = true): Control => ({ id, group: 'g', text: { key: id }, intent: id, enabled });
  const press = (seat: number, move: Move, goesOn = false, seats = SEATS): { pressed: string[]; took: boolean } => {
    const pressed: string[] = [];
    const took = steerSeat(
      { seat, move },
      {
        seats: () => seats,
        control: (id) => (id === 'gone' ? null : control(id, id !== 'ahead')),
        press: (each) => pressed.push(each.id),
      },
      goesOn,
    );
    return { pressed, took };
  };

  it('presses its own controls', () => {
    expect(press(0, 'left').pressed).toEqual(['back']);
    expect(press(0, 'act').pressed).toEqual(['tell']);
    expect(press(0, 'also-2').pressed).toEqual(['rest']);
    expect(press(0, 'also-3').pressed).toEqual([]);
    expect(press(1, 'up').pressed).toEqual(['call']);
  });

  it('has the say even where it has no control, so that no arrow walks the focus', () => {
    expect(press(1, 'left')).toEqual({ pressed: [], took: true });
    expect(press(0, 'left', false, []).took).toBe(false);
  });

  it('asks for what is not enabled once, not again while the key is held', () => {
    expect(press(0, 'right').pressed).toEqual(['ahead']);
    expect(press(0, 'right', true).pressed).toEqual([]);
    expect(press(0, 'left', true).pressed).toEqual(['back']);
  });
});

describe('a held direction', () => {
  it('goes on after the first wait, at the pace of a walk, and never floods', () => {
    const holds = new Holds<string>();
    const again: string[] = [];
    const pass = (ms: number): void => holds.letPass(ms, (what) => again.push(what));
    holds.press('KeyD', 'right');
    pass(REPEAT_FIRST_MS - 1);
    expect(again).toEqual([]);
    pass(1);
    expect(again).toEqual(['right']);
    again.length = 0;
    for (let ms = 0; ms < 17_000; ms += 17) pass(17);
    expect(again.length).toBeLessThanOrEqual(17_000 / REPEAT_MS);
    expect(again.length).toBeGreaterThan(17_000 / (REPEAT_MS + 17) - 1);
    again.length = 0;
    pass(10_000);
    expect(again).toHaveLength(1);
  });

  it('stops when it is let go, and two hands hold two', () => {
    const holds = new Holds<string>();
    const again: string[] = [];
    holds.press('KeyD', 'right');
    holds.press('ArrowUp', 'up');
    holds.letPass(REPEAT_FIRST_MS, (what) => again.push(what));
    holds.release('KeyD');
    holds.letPass(REPEAT_MS, (what) => again.push(what));
    holds.clear();
    holds.letPass(REPEAT_MS, (what) => again.push(what));
    expect(again).toEqual(['right', 'up', 'up']);
  });
});
