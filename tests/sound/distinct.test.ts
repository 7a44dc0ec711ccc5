/** What is played by ear must be told apart by ear: measured on the mastered sounds, with margins. */
import { describe, expect, it } from 'vitest';
import { highpass } from '../../assets/sound/dsp/filter.ts';
import { loudnessOf, masterLoop } from '../../assets/sound/dsp/master.ts';
import { RATE, type Signal } from '../../assets/sound/dsp/signal.ts';
import type { Loop } from '../../assets/sound/loops/loop.ts';
import { effects, loops } from '../../scripts/sound/packs.ts';
import { master } from '../../scripts/sound/sprite.ts';
import { type Features, featuresOf, pitchAt } from './features.ts';

const rendered = new Map<string, Signal>();

function render(name: string): Signal {
  const effect = effects[name];
  if (effect === undefined) throw new Error(`no effect ${name}`);
  const signal = rendered.get(name) ?? master(effect);
  rendered.set(name, signal);
  return signal;
}

function findLoop(name: string): Loop {
  const loop = loops[name];
  if (loop === undefined) throw new Error(`no loop ${name}`);
  return loop;
}

/** Each ground with its forms. */
const GROUNDS: Readonly<Record<string, readonly string[]>> = {
  earth: ['staff-earth-1', 'staff-earth-2'],
  wood: ['staff-wood-1', 'staff-wood-2'],
  stone: ['staff-stone-1', 'staff-stone-2'],
  rock: ['staff-rock'],
  ravine: ['staff-ravine'],
  water: ['staff-water'],
};
const CLOSED = new Set(['staff-rock', 'staff-ravine', 'staff-water']);
const PAIRS = Object.keys(GROUNDS).flatMap((one, i) =>
  Object.keys(GROUNDS)
    .slice(i + 1)
    .map((other) => [one, other] as const),
);

const octaves = (a: number, b: number): number => Math.abs(Math.log2(a / b));

/**
 * Two sounds are told apart if one lies an octave above the other, or comes 150 ms later, or is five times as long, or
 * lies half an octave above it and is twice as long.
 */
function areApart(a: Features, b: Features): boolean {
  const height = octaves(a.centroid, b.centroid);
  const size = octaves(a.length, b.length);
  return height >= 1 || Math.abs(a.middle - b.middle) >= 0.15 || size >= Math.log2(5) || (height >= 0.5 && size >= 1);
}

/** A telephone's loudspeaker: nothing below 350 Hz. */
const byTelephone = (signal: Signal): Signal => highpass(highpass(signal, 350), 350);

const LOUDSPEAKERS = [
  ['headphones', (signal: Signal) => signal],
  ['a telephone', byTelephone],
] as const;

describe.each(LOUDSPEAKERS)('what the staff finds, heard through %s', (_, through) => {
  const heard = new Map(
    Object.entries(GROUNDS).map(([ground, names]) => [ground, names.map((name) => featuresOf(through(render(name))))]),
  );

  it.each(PAIRS)('%s is not taken for %s', (one, other) => {
    for (const a of heard.get(one) ?? []) {
      for (const b of heard.get(other) ?? []) expect([a, b, areApart(a, b)]).toEqual([a, b, true]);
    }
  });
});

describe('the staff', () => {
  it.each(Object.values(GROUNDS).flat())('%s is heard through a telephone too', (name) => {
    const signal = render(name);
    expect(loudnessOf(byTelephone(signal))).toBeGreaterThan(loudnessOf(signal) - 12);
  });

  it('is as loud on every ground, to 5 dB', () => {
    const loudness = Object.values(GROUNDS)
      .flat()
      .map((name) => loudnessOf(render(name)));
    expect(Math.max(...loudness) - Math.min(...loudness)).toBeLessThan(5);
  });

  it('answers once where there is a way, and more than once where there is none', () => {
    for (const name of Object.values(GROUNDS).flat())
      expect([name, featuresOf(render(name)).blows > 1]).toEqual([name, CLOSED.has(name)]);
  });
});

describe('the four calls', () => {
  const semitones = (from: number, to: number): number => 12 * Math.log2(to / from);
  /** Pitch soon after the start, and at two thirds of the way. */
  function melodyOf(name: string): { readonly start: number; readonly end: number; readonly notes: number } {
    const signal = render(name);
    return { start: pitchAt(signal, 0.06), end: pitchAt(signal, 0.34), notes: featuresOf(signal).blows };
  }
  const [left, ahead, right, back] = ['call-left', 'call-ahead', 'call-right', 'call-back'].map(melodyOf);
  if (!left || !ahead || !right || !back) throw new Error('a call is missing');

  it('left falls in two notes, right rises by as much', () => {
    expect(semitones(left.start, left.end)).toBeCloseTo(-7, 0);
    expect(semitones(right.start, right.end)).toBeCloseTo(7, 0);
    expect([left.notes, right.notes]).toEqual([2, 2]);
  });

  it('ahead stays on one note, and says it twice', () => {
    expect(Math.abs(semitones(ahead.start, ahead.end))).toBeLessThan(0.5);
    expect(ahead.notes).toBe(2);
  });

  it('back sinks in one breath, and ends lower than any other', () => {
    expect(semitones(back.start, back.end)).toBeLessThan(-5);
    expect(back.notes).toBe(1);
    for (const { end } of [left, ahead, right]) expect(semitones(back.end, end)).toBeGreaterThan(4);
  });

  it('begin or end at least four semitones apart, each from each', () => {
    const all = [left, ahead, right, back];
    all.forEach((one, i) => {
      for (const other of all.slice(i + 1))
        expect(
          Math.max(Math.abs(semitones(one.start, other.start)), Math.abs(semitones(one.end, other.end))),
        ).toBeGreaterThan(4);
    });
  });

  it('are as loud as each other, to 1 dB, and over before the next word', () => {
    const calls = ['left', 'ahead', 'right', 'back'].map((to) => render(`call-${to}`));
    const loudness = calls.map(loudnessOf);
    expect(Math.max(...loudness) - Math.min(...loudness)).toBeLessThan(1);
    for (const call of calls) expect(featuresOf(call).length).toBeLessThan(0.6);
  });
});

describe('an echo', () => {
  it('comes later and duller from farther away', () => {
    const [near, mid, far] = ['echo-near', 'echo-mid', 'echo-far'].map((name) => featuresOf(render(name)));
    if (!near || !mid || !far) throw new Error('an echo is missing');
    expect(mid.middle - near.middle).toBeGreaterThan(0.08);
    expect(far.middle - mid.middle).toBeGreaterThan(0.08);
    expect(near.centroid).toBeGreaterThan(mid.centroid * 1.1);
    expect(mid.centroid).toBeGreaterThan(far.centroid * 1.1);
  });
});

describe('the bells of the three markets', () => {
  it('rise, by a fourth at least', () => {
    const heights = ['bell-first', 'bell-second', 'bell-third'].map((name) => featuresOf(render(name)).centroid);
    expect(octaves(heights[0] ?? 0, heights[1] ?? 0)).toBeGreaterThan(0.3);
    expect(octaves(heights[1] ?? 0, heights[2] ?? 0)).toBeGreaterThan(0.3);
    expect(heights.toSorted((a, b) => a - b)).toEqual(heights);
  });
});

describe('what lies around the road', () => {
  it('water, wind and a market keep to heights of their own, half an octave apart', () => {
    const heights = ['road-wind', 'road-market', 'road-water'].map(
      (name) => featuresOf(findLoop(name).render()).centroid,
    );
    for (const [i, height] of heights.slice(1).entries())
      expect(Math.log2(height / (heights[i] ?? 0))).toBeGreaterThan(0.5);
  });

  it('leaves room for the staff, and more for a word, even where all of it is loudest', () => {
    const places = ['road-wind', 'road-market', 'road-water'].map(
      (name) => findLoop(name).loudness + 20 * Math.log10(findLoop(name).gain),
    );
    const quietest = (names: readonly string[]): number => Math.min(...names.map((name) => loudnessOf(render(name))));
    expect(quietest(Object.values(GROUNDS).flat())).toBeGreaterThan(Math.max(...places) + 3);
    expect(quietest(['call-left', 'call-ahead', 'call-right', 'call-back'])).toBeGreaterThan(Math.max(...places) + 8);
  });
});

describe('what is flown over the walls', () => {
  const arms = ['air-posters', 'air-exhibition', 'air-mail', 'air-website'];

  it.each(LOUDSPEAKERS)('is told apart, arm from arm, through %s', (_, through) => {
    const heard = arms.map((name) => featuresOf(through(render(name))));
    heard.forEach((one, i) => {
      for (const other of heard.slice(i + 1)) {
        const isHigher = octaves(one.centroid, other.centroid) > 0.5;
        const isLater = Math.abs(one.middle - other.middle) > 0.12;
        expect([one, other, isHigher || isLater]).toEqual([one, other, true]);
      }
    });
  });

  it('comes in the order of what it costs: the exhibition is loudest', () => {
    const loudness = arms.map((name) => loudnessOf(render(name)));
    expect(Math.max(...loudness)).toBe(loudness[1]);
  });
});

describe('how an assault ended', () => {
  it('is heard at the first blow: a town taken rings on, a wall that holds is dry', () => {
    const taken = render('town-taken');
    const held = render('wall-holds');
    const blow = (signal: Signal): Signal => signal.slice(0, RATE * 0.2);
    expect(octaves(featuresOf(blow(held)).centroid, featuresOf(blow(taken)).centroid)).toBeGreaterThan(1);
    expect(featuresOf(blow(taken)).length).toBeGreaterThan(featuresOf(blow(held)).length * 2);
  });

  it('is as loud either way, to 3 dB', () => {
    expect(Math.abs(loudnessOf(render('town-taken')) - loudnessOf(render('wall-holds')))).toBeLessThan(3);
  });
});

describe('planning and marching', () => {
  it('differ in mood: marching strikes more often and is louder in the mean; neither hides what is told', () => {
    const [plan, march] = ['province-plan', 'province-march'].map((name) => findLoop(name));
    if (!plan || !march) throw new Error('a layer is missing');
    const moodOf = (loop: Loop): { readonly blows: number; readonly power: number } => {
      const turn = masterLoop(loop.render(), loop.loudness);
      const mean = turn.reduce((sum, x) => sum + x * x, 0) / turn.length;
      return {
        blows: featuresOf(turn).blows / (turn.length / RATE),
        power: 10 * Math.log10(mean) + 20 * Math.log10(loop.gain),
      };
    };
    const [quiet, excited] = [moodOf(plan), moodOf(march)];
    expect(excited.blows).toBeGreaterThan(quiet.blows * 1.5);
    expect(excited.power).toBeGreaterThan(quiet.power + 4);
    for (const { loudness, gain } of [plan, march])
      for (const name of ['air-posters', 'air-exhibition', 'air-mail', 'air-website', 'town-taken', 'wall-holds'])
        expect(loudnessOf(render(name))).toBeGreaterThan(loudness + 20 * Math.log10(gain) + 2);
  });
});
