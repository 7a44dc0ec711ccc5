import { describe, expect, it } from 'vitest';
import { type ActSounds, chooseCues, hearLayer, listCues } from '../../src/app/sound/sounds-file.ts';
import type { Happening } from '../../src/kernel/act.ts';

const sounds: ActSounds = {
  sounds: {},
  cues: {
    march: [
      'drum-roll',
      { by: 'orders.kind', cues: { mail: 'flock', posters: { cue: 'land', rate: 1.2 } }, else: 'lamp', after: 100 },
    ],
    ordered: { by: 'order.kind', cues: { mail: 'flock' } },
    land: 'land',
    roll: { cue: 'scroll', rate: 1.5, after: 200 },
    touch: { by: 'place', cues: { '1': 'staff-earth', '2': 'staff-wood' }, else: 'staff-rock' },
    echo: {
      by: 'to',
      cues: {
        left: { by: 'open', cues: { '0': 'echo-near' }, else: 'echo-far', after: 500 },
        back: { by: 'open', cues: { '0': { cue: 'echo-near', rate: 0.5, after: 30 } }, after: 900, rate: 0.9 },
      },
    },
    market: ['bell-first', { by: 'first', cues: { true: 'approval', false: 'murmur' } }],
  },
  layers: [],
  positions: 5,
};

const choose = (happening: Happening & Readonly<Record<string, unknown>>) =>
  chooseCues(sounds, happening).map(({ id, options, after }) => Object.assign({ id, after }, options));

describe('the cue of a happening', () => {
  it('is placed by where it happens from left to right', () => {
    expect(choose({ what: 'land', at: 0 })).toEqual([{ id: 'land', after: 0, pan: -0.8 }]);
    expect(choose({ what: 'land', at: 2 })[0]?.pan).toBeCloseTo(0, 9);
    expect(choose({ what: 'land' })).toEqual([{ id: 'land', after: 0, pan: 0 }]);
  });

  it('is placed by what the happening says itself, if it does, and is quieter from far', () => {
    expect(choose({ what: 'land', at: 0, pan: 0.5, near: 1 })).toEqual([{ id: 'land', after: 0, pan: 0.5, volume: 1 }]);
    expect(choose({ what: 'land', at: 0, pan: 0.5, near: 0 })[0]?.volume).toBe(0.25);
  });

  it('is chosen by a field, and by what stands for the rest', () => {
    expect(choose({ what: 'touch', place: 2 })[0]?.id).toBe('staff-wood');
    expect(choose({ what: 'touch', place: 9 })[0]?.id).toBe('staff-rock');
    expect(choose({ what: 'touch' })[0]?.id).toBe('staff-rock');
    expect(choose({ what: 'touch', place: 'toString' })[0]?.id).toBe('staff-rock');
  });

  it('is silent for what nothing fits', () => {
    expect(choose({ what: 'echo', to: 'right', open: 0 })).toEqual([]);
    expect(choose({ what: 'echo', to: 'back', open: 3 })).toEqual([]);
    expect(choose({ what: 'toString' })).toEqual([]);
    expect(choose({ what: 'nothing' })).toEqual([]);
  });

  it('gathers speed and delay on its way', () => {
    expect(choose({ what: 'roll' })).toEqual([{ id: 'scroll', after: 200, pan: 0, rate: 1.5 }]);
    expect(choose({ what: 'echo', to: 'left', open: 2 })).toEqual([{ id: 'echo-far', after: 500, pan: 0 }]);
    expect(choose({ what: 'echo', to: 'back', open: 0 })).toEqual([
      { id: 'echo-near', after: 930, pan: 0, rate: 0.45 },
    ]);
  });

  it('may be several', () => {
    expect(choose({ what: 'market', first: true }).map(({ id }) => id)).toEqual(['bell-first', 'approval']);
    expect(choose({ what: 'market', first: false }).map(({ id }) => id)).toEqual(['bell-first', 'murmur']);
  });

  it('is chosen by a field of a thing in it', () => {
    expect(choose({ what: 'ordered', order: { kind: 'mail' } }).map(({ id }) => id)).toEqual(['flock']);
    expect(choose({ what: 'ordered', order: { kind: 'recon' } })).toEqual([]);
    expect(choose({ what: 'ordered', order: null })).toEqual([]);
    expect(choose({ what: 'ordered' })).toEqual([]);
  });

  it('is chosen by each thing of a list, each word once, and else only if none fits', () => {
    const march = (...kinds: string[]) =>
      choose({ what: 'march', orders: kinds.map((kind) => ({ kind })) }).map(({ id, rate, after }) => [
        id,
        rate,
        after,
      ]);
    const drum = ['drum-roll', undefined, 0];
    expect(march('recon', 'mail', 'posters', 'mail')).toEqual([drum, ['flock', undefined, 100], ['land', 1.2, 100]]);
    expect(march('recon')).toEqual([drum, ['lamp', undefined, 100]]);
    expect(march()).toEqual([drum, ['lamp', undefined, 100]]);
  });

  it('is among those that the file asks for', () => {
    const rest = ['bell-first', 'approval', 'murmur'];
    expect(listCues(sounds)).toEqual(
      [
        'drum-roll',
        'flock',
        'land',
        'lamp',
        'scroll',
        'staff-earth',
        'staff-wood',
        'staff-rock',
        'echo-near',
        'echo-far',
      ].concat(rest),
    );
  });
});

describe('a layer', () => {
  const following = { layer: 'road-water', from: 0, to: 0.5, quiet: 0, full: 0.8 } as const;

  it('with ears is as loud as the louder one, and lies on its side', () => {
    const at = (...waterHeard: number[]) =>
      hearLayer({ waterHeard: Float64Array.from(waterHeard) }, { ...following, follows: 'waterHeard', ears: true });
    expect(at(0.25, 0.25)).toEqual({ level: 0.4, pan: 0 });
    expect(at(0, 0.25)).toEqual({ level: 0.4, pan: 1 });
    expect(at(0.25, 0)).toEqual({ level: 0.4, pan: -1 });
    expect(at(0.3, 0.1).pan).toBeCloseTo(-0.5, 9);
    expect(at(0, 0)).toEqual({ level: 0, pan: 0 });
    expect(at(9, 9)).toEqual({ level: 0.8, pan: 0 });
    expect(at()).toEqual({ level: 0, pan: 0 });
  });

  it('without ears says nothing of a side', () => {
    const state = { won: [5, 2, -1] };
    expect(hearLayer(state, { ...following, from: -3, to: 15, full: 0.9, follows: 'won', fold: 'sum' })).toEqual({
      level: 0.45,
    });
    expect(hearLayer(state, { ...following, follows: null })).toEqual({ level: 0.8 });
    expect(hearLayer(state, { ...following, follows: 'nothing', fold: 'max' })).toEqual({ level: 0 });
  });

  it('follows a number, and what is true or false, and rests while it should', () => {
    const mood = { layer: 'road-wind', follows: 'isMarching', from: 0, to: 1, quiet: 0.8, full: 0.1 } as const;
    expect(hearLayer({ isMarching: false }, mood)).toEqual({ level: 0.8 });
    expect(hearLayer({ isMarching: true }, mood).level).toBeCloseTo(0.1, 9);
    expect(hearLayer({ isMarching: true, isOver: false }, { ...mood, unless: 'isOver' }).level).toBeCloseTo(0.1, 9);
    expect(hearLayer({ isMarching: true, isOver: true }, { ...mood, unless: 'isOver' })).toEqual({ level: 0.8 });
    expect(hearLayer({ tick: 5 }, { ...mood, follows: 'tick', to: 10 }).level).toBeCloseTo(0.45, 9);
  });
});
