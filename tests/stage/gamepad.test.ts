import { describe, expect, it } from 'vitest';
import { DEFAULT_BINDINGS, PAD_BUTTONS, type PadButton } from '../../src/stage/input/bindings.ts';
import { GamepadReader, type PadReading } from '../../src/stage/input/gamepad.ts';
import { REPEAT_FIRST_MS, REPEAT_MS } from '../../src/stage/input/holds.ts';

function pad(index: number, down: readonly PadButton[] = [], axes: readonly number[] = [0, 0]): PadReading {
  return { index, connected: true, axes, buttons: PAD_BUTTONS.map((name) => ({ pressed: down.includes(name) })) };
}

function sit(
  seats: number,
  scanning = false,
): { did: string[]; read(pads: readonly (PadReading | null)[], ms?: number): string[] } {
  const did: string[] = [];
  const reader = new GamepadReader({
    bindings: () => DEFAULT_BINDINGS,
    scanning: () => scanning,
    seats: () => seats,
    ask: (what) => did.push(what),
    askSeat: ({ seat, move }, goesOn) => did.push(`${seat} ${move}${goesOn ? ' on' : ''}`),
  });
  return {
    did,
    read: (pads, ms = 16) => {
      did.length = 0;
      reader.read(ms, pads);
      return [...did];
    },
  };
}

describe('gamepads without seats', () => {
  it('walk the focus with the first pad only, and a held cross asks once', () => {
    const { read } = sit(0);
    expect(read([null, pad(1, ['left']), pad(2, ['right'])])).toEqual(['left']);
    expect(read([null, pad(1, ['left'])], 5000)).toEqual([]);
    expect(read([pad(1, ['a', 'x', 'rb'])])).toEqual(['act', 'tool-next']);
  });

  it('walk on with a held stick', () => {
    const { read } = sit(0);
    expect(read([pad(0, [], [0.9, 0])])).toEqual(['right']);
    expect(read([pad(0, [], [0.5, 0])], REPEAT_FIRST_MS)).toEqual([]);
    expect(read([pad(0, [], [0.5, 0])], REPEAT_MS)).toEqual(['right']);
    expect(read([pad(0, [], [0.2, 0])])).toEqual([]);
    expect(read([pad(0, [], [0.5, 0])])).toEqual([]);
  });
});

describe('gamepads with seats', () => {
  it('press one seat from the first pad, directly', () => {
    const { read } = sit(1);
    expect(read([pad(3, ['up'])])).toEqual(['0 up']);
    expect(read([pad(3)])).toEqual([]);
    expect(read([pad(3, ['a', 'x', 'y', 'b', 'start'])])).toEqual([
      '0 act',
      '0 also-3',
      '0 also-1',
      '0 also-2',
      'pause',
    ]);
    expect(read([pad(3, ['lb', 'rb'])])).toEqual(['0 also-5', '0 also-4']);
    expect(read([pad(3, [], [0, -1])])).toEqual(['0 up']);
  });

  it('give each pad its own seat, and one pad alone the first', () => {
    const { read } = sit(2);
    expect(read([pad(0, ['up']), pad(1, ['down'])])).toEqual(['0 up', '1 down']);
    expect(sit(2).read([null, pad(1, ['left'])])).toEqual(['0 left']);
  });

  it('keep a seat for who has it when the other pad is unplugged, and give the free seat to who comes', () => {
    const { read } = sit(2);
    read([pad(0), pad(1)]);
    expect(read([null, pad(1, ['left'])])).toEqual(['1 left']);
    expect(read([null, pad(1), pad(2, ['right'])])).toEqual(['0 right']);
  });

  it('go on while the cross is held, at a walking pace', () => {
    const { read } = sit(1);
    expect(read([pad(0, ['right'])])).toEqual(['0 right']);
    expect(read([pad(0, ['right'])], REPEAT_FIRST_MS)).toEqual(['0 right on']);
    expect(read([pad(0, ['right'])], REPEAT_MS - 1)).toEqual([]);
    expect(read([pad(0, ['right'])], 1)).toEqual(['0 right on']);
    expect(read([pad(0)], REPEAT_MS)).toEqual([]);
  });

  it('leave the switch its button while scanning', () => {
    expect(sit(2, true).read([pad(0, ['b'])])).toEqual(['switch']);
  });
});
