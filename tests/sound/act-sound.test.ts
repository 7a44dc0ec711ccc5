import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadActSound } from '../../src/app/sound/act-sound.ts';

const port = vi.hoisted(() => ({
  cue: vi.fn<(id: string, options: object) => void>(),
  layer: vi.fn<(id: string, level: number, options?: object) => void>(),
  prepareCues: vi.fn<(ids: readonly string[]) => void>(),
}));
vi.mock('../../src/app/sound/cues.ts', () => port);

const echo = { what: 'echo', to: 'left', open: 0, pan: -0.85, near: 1 };
const rock = { what: 'bump', to: 'right', at: 7, place: 0, pan: 0.85, near: 1 };

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the sound of an act', () => {
  it('has its cues fetched as soon as it is loaded', async () => {
    await loadActSound('blind-and-lame');
    const [ids] = port.prepareCues.mock.calls[0] as [readonly string[]];
    expect(ids).toEqual(expect.arrayContaining(['staff-rock', 'call-left', 'echo-far', 'night']));
  });

  it('sounds what happens at once, on its side, and an echo when its time has come', async () => {
    const sound = await loadActSound('blind-and-lame');
    sound.happened([rock, echo]);
    expect(port.cue.mock.calls).toEqual([['staff-rock', { pan: 0.85, volume: 1 }]]);
    vi.advanceTimersByTime(2_000);
    expect(port.cue.mock.calls.slice(1)).toEqual([['echo-near', { pan: -0.85, volume: 1 }]]);
  });

  it('answers from left, ahead, right and back in this order, and the bell last', async () => {
    const sound = await loadActSound('blind-and-lame');
    const bell = { what: 'bell', market: 0, columns: 4, lanes: -1, pan: -0.2, near: 0.5 };
    const echoes = ['back', 'right', 'ahead', 'left'].map((to, pan) => ({ what: 'echo', to, open: 3, pan, near: 0 }));
    sound.happened([bell, ...echoes]);
    vi.advanceTimersByTime(5_000);
    const sounded = port.cue.mock.calls as [string, { pan: number }][];
    expect(sounded.map(([id, { pan }]) => [id, pan])).toEqual([
      ['echo-far', 3],
      ['echo-far', 2],
      ['echo-far', 1],
      ['echo-far', 0],
      ['bell-first', -0.2],
    ]);
  });

  it('says nothing more once it is left, and its layers fall silent', async () => {
    const sound = await loadActSound('blind-and-lame');
    sound.happened([echo]);
    sound.leave();
    vi.advanceTimersByTime(5_000);
    expect(port.cue).not.toHaveBeenCalled();
    expect(port.layer.mock.calls).toEqual(
      ['road-water', 'road-wind', 'road-market', 'road-strings'].map((layer) => [layer, 0]),
    );
  });

  it('follows the ears of the state a few times a second, and only the places have a side', async () => {
    const sound = await loadActSound('blind-and-lame');
    const state = { waterHeard: [0, 0.8], windHeard: [0, 0], marketHeard: [1, 1], won: [-1, -1, -1] };
    for (let frame = 0; frame < 10; frame++) sound.follow(state);
    const calls = port.layer.mock.calls as [string, number, { pan?: number }][];
    expect(calls).toHaveLength(4);
    expect(calls.map(([layer, level, { pan }]) => [layer, level, pan])).toEqual([
      ['road-water', 1, 1],
      ['road-wind', 0, 0],
      ['road-market', 1, 0],
      ['road-strings', 0.3, undefined],
    ]);
    vi.advanceTimersByTime(300);
    sound.follow(state);
    expect(port.layer.mock.calls).toHaveLength(8);
  });

  it('is silence for an act that has none', async () => {
    const sound = await loadActSound('no-such-act');
    sound.happened([rock]);
    sound.follow({});
    sound.leave();
    expect(port.cue).not.toHaveBeenCalled();
    expect(port.layer).not.toHaveBeenCalled();
  });
});
