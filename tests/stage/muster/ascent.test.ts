/** The platform's layout at every shape of box, and the plan of the way up. */
import { describe, expect, it } from 'vitest';
import { layOutScene } from '../../../src/stage/layout/scene-layout.ts';
import { changesAt, planAscent, shareOf, soundsOf, stretchAt } from '../../../src/stage/muster/ascent.ts';
import { KITS, MUSTER_RANKS } from '../../../src/stage/muster/kit.ts';
import { layOutMuster, LEVELS, MOST_ANSWERS } from '../../../src/stage/muster/muster-layout.ts';
import { swingAt } from '../../../src/stage/muster/veil.ts';

const SIZES = [
  [390, 140],
  [390, 186],
  [390, 220],
  [400, 300],
  [844, 390],
  [1280, 320],
  [1280, 720],
  [1920, 1080],
  [420, 640],
  [1080, 1920],
] as const;

describe.each(SIZES)('the muster at %i×%i', (width, height) => {
  const layout = layOutMuster(layOutScene(width, height));
  const { opening } = layout;
  const right = opening.x + opening.width;

  it('keeps the platform, the drummer and everyone on it inside the opening', () => {
    expect(layout.start - 60 * layout.unit).toBeGreaterThanOrEqual(opening.x - 1);
    expect(layout.drummer.x + 60 * layout.unit).toBeLessThanOrEqual(right);
    for (const rank of MUSTER_RANKS) {
      const { level } = layout.stands[rank];
      // A marshal's crown is the highest: 680 units above his feet.
      const tall = rank === 'marshal' ? 680 : rank === 'general' ? 700 : 590;
      const top = layout.ground - level * layout.rise - tall * layout.unit * KITS[rank].size;
      expect(top, rank).toBeGreaterThan(opening.y - 1);
    }
  });

  it.each(MUSTER_RANKS)('sits near a %s, and still sees all of the figure, the way up and the drummer', (rank) => {
    const near = layOutMuster(layOutScene(width, height), LEVELS[rank]);
    const tall = rank === 'marshal' ? 680 : rank === 'general' ? 700 : 590;
    const top = near.ground - LEVELS[rank] * near.rise - tall * near.unit * KITS[rank].size;
    expect(top).toBeGreaterThan(opening.y - 1);
    expect(near.start - 60 * near.unit).toBeGreaterThanOrEqual(opening.x - 1);
    expect(near.drummer.x + 60 * near.drummer.size).toBeLessThanOrEqual(right);
    expect(near.unit).toBeGreaterThanOrEqual(layout.unit);
  });

  it('sits nearest while the recruit waits, who is then most of the picture or most of its width', () => {
    const near = layOutMuster(layOutScene(width, height), 0);
    const tall = 590 * near.unit * KITS.recruit.size;
    expect(near.ground - tall).toBeGreaterThan(opening.y - 1);
    expect(Math.max(tall / opening.height, tall / opening.width)).toBeGreaterThan(0.55);
    expect(near.start - 60 * near.unit).toBeGreaterThanOrEqual(opening.x - 1);
  });

  it('gives every rank room on its own step', () => {
    for (const rank of MUSTER_RANKS) {
      const { x, level } = layout.stands[rank];
      const step = layout.steps[level - 1];
      expect(step && x > step.x && x < step.x + step.width, rank).toBe(true);
    }
    const xs = MUSTER_RANKS.map((rank) => layout.stands[rank].x);
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
  });

  it('leaves the figures large enough to be told apart', () => {
    expect((580 * layout.unit) / opening.height).toBeGreaterThan(height > width ? 0.2 : 0.44);
  });

  it('has a place for the flag of every answer', () => {
    expect(layout.flags).toHaveLength(MOST_ANSWERS);
    for (const { x, y } of layout.flags) {
      expect(x).toBeGreaterThan(opening.x);
      expect(x).toBeLessThan(right);
      expect(y).toBeLessThan(opening.y + opening.height);
    }
  });

  it.each(MUSTER_RANKS)('plans the way of a %s without a leap', (rank) => {
    const unit = layout.unit * KITS.recruit.size;
    const units = (x: number): number => (x - layout.start) / unit;
    const [one, two, three] = layout.steps;
    const { x, level } = layout.stands[rank];
    const plan = planAscent({
      edges: [units(one.x), units(two.x), units(three.x)],
      rise: layout.rise / unit,
      stand: units(x),
      level,
    });
    for (const [n, stretch] of plan.entries()) {
      const before = plan[n - 1];
      if (!before) continue;
      expect(stretch.fromMs).toBeCloseTo(before.fromMs + before.ms, 6);
      expect(stretch.x[0]).toBe(before.x[1]);
      expect(stretch.level[0]).toBe(before.level[1]);
    }
    const last = plan.at(-1);
    expect(last?.level[1]).toBe(level);
    expect(last?.x[1]).toBeCloseTo(units(x), 6);
    expect(plan.filter(({ does }) => does === 'climb')).toHaveLength(level);
    expect(changesAt(plan)).toBeLessThan(12_000);
  });
});

describe('the way up', () => {
  const plan = planAscent({ edges: [150, 460, 800], rise: 84, stand: 900, level: 3 });

  it('is heard in order: the roll, the feet, the banner, the salute', () => {
    const sounds = soundsOf(plan);
    expect(sounds.map(({ atMs }) => atMs)).toEqual(sounds.map(({ atMs }) => atMs).toSorted((a, b) => a - b));
    expect(sounds[0]?.what).toBe('roll');
    expect(sounds.slice(-2).map(({ what }) => what)).toEqual(['banner', 'raised']);
    expect(sounds.filter(({ what }) => what === 'step').length).toBeGreaterThan(8);
  });

  it('never ends', () => {
    expect(stretchAt(plan, 1e9).does).toBe('stay');
    expect(shareOf(stretchAt(plan, 1e9), 1e9)).toBe(0);
  });

  it('changes the dress while the banner hangs before the figure', () => {
    const change = plan.find(({ does }) => does === 'change');
    expect(change).toBeDefined();
    const share = change ? (changesAt(plan) - change.fromMs) / change.ms : 0;
    expect(Math.abs(swingAt(share))).toBeLessThan(0.06);
    expect(swingAt(0)).toBeGreaterThan(1);
    expect(swingAt(1)).toBeLessThan(-1);
  });
});
