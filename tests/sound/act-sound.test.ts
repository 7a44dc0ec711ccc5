import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadActSound } from '../../src/app/sound/act-sound.ts';
import type { Happening } from '../../src/kernel/act.ts';

const port = vi.hoisted(() => ({
  playCue: vi.fn<(id: string, options: object) => void>(),
  layer: vi.fn<(id: string, level: number, options?: object) => void>(),
  prepareCues: vi.fn<(cues: Readonly<Record<string, object>>) => void>(),
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
  it('has its own cues fetched as soon as it is loaded', async () => {
    await loadActSound('blind-and-lame');
    const [cues] = port.prepareCues.mock.calls[0] as [Readonly<Record<string, object>>];
    expect(Object.keys(cues)).toEqual(expect.arrayContaining(['staff-rock', 'call-left', 'echo-far']));
    expect(cues['call-left']).toMatchObject({ bus: 'voice', throat: 'lame' });
    expect(cues).not.toHaveProperty('night');
  });

  it('sounds what happens at once, on its side, and an echo when its time has come', async () => {
    const sound = await loadActSound('blind-and-lame');
    sound.happened([rock, echo]);
    expect(port.playCue.mock.calls).toEqual([['staff-rock', { pan: 0.85, volume: 1 }]]);
    vi.advanceTimersByTime(2_000);
    expect(port.playCue.mock.calls.slice(1)).toEqual([['echo-near', { pan: -0.85, volume: 1 }]]);
  });

  it('answers from left, ahead, right and back in this order, and the bell last', async () => {
    const sound = await loadActSound('blind-and-lame');
    const bell = { what: 'bell', market: 0, columns: 4, lanes: -1, pan: -0.2, near: 0.5 };
    const echoes = ['back', 'right', 'ahead', 'left'].map((to, pan) => ({ what: 'echo', to, open: 3, pan, near: 0 }));
    sound.happened([bell, ...echoes]);
    vi.advanceTimersByTime(5_000);
    const sounded = port.playCue.mock.calls as [string, { pan: number }][];
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
    expect(port.playCue).not.toHaveBeenCalled();
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

  it('is quiet while a week is planned and excited while it plays out', async () => {
    const sound = await loadActSound('air-before-infantry');
    const none = [0, 0];
    const ground = { posters: none, exhibition: none, mail: none, website: 0, held: none };
    const moodOf = (state: object): readonly number[] => {
      port.layer.mockClear();
      vi.advanceTimersByTime(300);
      sound.follow(state);
      const levels = new Map(port.layer.mock.calls.map(([layer, level]) => [layer, level]));
      return ['province-plan', 'province-march'].map((layer) => levels.get(layer) ?? Number.NaN);
    };
    expect(moodOf({ ...ground, isMarching: false, isOver: false })).toEqual([0.8, 0]);
    const fades = port.layer.mock.calls.map(([layer, , options]) => [layer, options]);
    expect(fades).toContainEqual(['province-march', { fadeMs: 350 }]);
    expect(fades).toContainEqual(['province-towns', {}]);
    expect(moodOf({ ...ground, isMarching: true, isOver: false })).toEqual([0, 0.85]);
    expect(moodOf({ ...ground, isMarching: true, isOver: true })).toEqual([0.8, 0]);
  });

  it('sends up kites, and rods after them, only in a week that has them', async () => {
    const sound = await loadActSound('air-before-infantry');
    const march = (...kinds: string[]): readonly string[] => {
      port.playCue.mockClear();
      sound.happened([{ what: 'march', orders: kinds.map((kind) => ({ kind })) } as Happening]);
      vi.advanceTimersByTime(2_000);
      return port.playCue.mock.calls.map(([id]) => id);
    };
    expect(march()).toEqual(['week-drum']);
    expect(march('supply', 'mail', 'recon')).toEqual(['week-drum', 'kites-up']);
    expect(march('recon', 'infantry', 'infantry')).toEqual(['week-drum', 'rods']);
    expect(march('posters', 'infantry')).toEqual(['week-drum', 'kites-up', 'rods']);
  });

  it('is silence for an act that has none', async () => {
    const sound = await loadActSound('no-such-act');
    sound.happened([rock]);
    sound.follow({});
    sound.leave();
    expect(port.playCue).not.toHaveBeenCalled();
    expect(port.layer).not.toHaveBeenCalled();
  });
});
