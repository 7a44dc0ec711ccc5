/**
 * Nobody gets to know what his role cannot know: what is hidden is changed in a twin of the road, and every view, button
 * and bot must not notice. What ears legitimately get from the truth nearby is named, and bounded.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cellAt, columnOf, laneOf } from '../../../src/acts/blind-and-lame/rules/grid.ts';
import { EARSHOT, hear } from '../../../src/acts/blind-and-lame/rules/hearing.ts';
import { listen } from '../../../src/acts/blind-and-lame/rules/listen.ts';
import { LANES, UNKNOWN } from '../../../src/acts/blind-and-lame/rules/places.ts';
import { seeBlind, seeLame, seeScreen } from '../../../src/acts/blind-and-lame/rules/see.ts';
import type { RoadState } from '../../../src/acts/blind-and-lame/rules/state.ts';
import type { Crossing } from '../../../src/acts/blind-and-lame/rules/terrain/road.ts';
import { act, parameters } from './roads.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** Another truth: every cell that the staff has not touched is something else, every crossing as false as it was honest. */
function changeTruth(road: RoadState): void {
  const { truth, crossings, crossingOf } = road.road;
  for (let cell = 0; cell < truth.length; cell++) {
    if (road.touched[cell] !== UNKNOWN) continue;
    truth[cell] = ((truth[cell] as number) + 1) % 7;
    crossingOf[cell] = -1 - (crossingOf[cell] as number);
  }
  const other: Crossing[] = [];
  for (const each of crossings) other.unshift({ ...each, isFalse: !each.isFalse, hasNewWay: !each.hasNewWay });
  Object.assign(road.road, { crossings: other });
  road.tally.denied += 7;
  road.hinted ^= 0b1010;
}

/** What the lame man's eyes see, changed: the map, what was mended, the rivals, the markets' lanes. */
function changeMap(road: RoadState): void {
  for (let cell = 0; cell < road.map.length; cell++) {
    road.map[cell] = ((road.map[cell] as number) + 2) % 7;
    road.mended[cell] = 1 - (road.mended[cell] as number);
    road.road.drawn[cell] = 3;
  }
  for (let rival = 0; rival < road.rivals.length; rival++) road.rivals[rival] = 1 + rival;
  const moved = road.road.markets.map((market) => cellAt(columnOf(market), (laneOf(market) + 1) % LANES));
  Object.assign(road.road, { markets: moved });
}

/** What the staff knows and has not told, changed. */
function changeTouched(road: RoadState): void {
  for (let cell = 0; cell < road.touched.length; cell += 2) road.touched[cell] = UNKNOWN;
  for (let cell = 1; cell < road.touched.length; cell += 2) road.touched[cell] = 5;
  road.untold.push(3, 4, 5);
  road.waterHeard.fill(0.3);
  road.windHeard.fill(0.2);
  road.marketHeard.fill(0.1);
}

function twinOf(road: RoadState, ...changes: readonly ((road: RoadState) => void)[]): RoadState {
  const twin = structuredClone(road);
  for (const change of changes) change(twin);
  return twin;
}

/** A road on which a bot has played for some ticks of the passage in which it plays. */
function playedRoad(bot: keyof typeof act.bots, seed: number, ticks: number, ways = {}): RoadState {
  const road = act.create(parameters(ways), seed);
  const player = act.bots[bot]?.(seed);
  if (player === undefined) throw new Error(`there is no bot ${bot}`);
  for (let played = 0; played < ticks && !act.isOver(road);) {
    const intents = player.decide(road);
    if (intents.every((intent) => intent.do !== 'rest') && !road.isBetween) played++;
    act.step(road, intents);
  }
  return road;
}

const MOMENTS = [1, 2, 3, 4, 5].flatMap((seed) =>
  [30, 200, 437, 610].flatMap((ticks) =>
    (['blindWanderer', 'carriedReporting', 'carriedSilent', 'wholePlay'] as const).map((bot) => ({ bot, seed, ticks })),
  ),
);

describe('views', () => {
  it.each(MOMENTS)('of $bot after $ticks ticks (seed $seed) know nothing of what is hidden', ({ bot, seed, ticks }) => {
    const road = playedRoad(bot, seed, ticks);
    const twin = twinOf(road, changeTruth);
    expect(twin.road.truth).not.toEqual(road.road.truth);
    expect(seeBlind(twin)).toEqual(seeBlind(road));
    expect(seeLame(twin)).toEqual(seeLame(road));
    expect(seeScreen(twin)).toEqual(seeScreen(road));
    expect(listen(twin)).toEqual(listen(road));
    expect(act.controls(twin)).toEqual(act.controls(road));
    expect(act.gauges(twin)).toEqual(act.gauges(road));
  });

  it.each(MOMENTS)('of one do not know what only the other knows: $bot, $ticks ticks, seed $seed', (moment) => {
    const road = playedRoad(moment.bot, moment.seed, moment.ticks);
    expect(seeBlind(twinOf(road, changeMap))).toEqual(seeBlind(road));
    expect(seeLame(twinOf(road, changeTouched))).toEqual(seeLame(road));
    // The screen, the buttons and the gauges go with the eyes that are open.
    const twin = twinOf(road, changeTruth, road.eyes === 'lame' ? changeTouched : changeMap);
    expect(seeScreen(twin)).toEqual(seeScreen(road));
    expect(act.controls(twin)).toEqual(act.controls(road));
    expect(act.gauges(twin)).toEqual(act.gauges(road));
  });

  it('would notice: what is not hidden shows', () => {
    const road = playedRoad('carriedReporting', 1, 300);
    expect(seeLame(twinOf(road, changeMap))).not.toEqual(seeLame(road));
    expect(seeBlind(twinOf(road, changeTouched))).not.toEqual(seeBlind(road));
  });

  it('show each side only while its eyes are open', () => {
    const one = playedRoad('wholePlay', 1, 20);
    expect(seeScreen(one)).toMatchObject({ eyes: 'blind', lame: null });
    const both = playedRoad('random', 1, 2200, { hands: 2 });
    expect(both.passage).toBe('together');
    expect(seeScreen(both).blind).not.toBeNull();
    expect(seeScreen(both).lame).not.toBeNull();
    const byEar = playedRoad('earWalker', 1, 200, { ear: 1 });
    expect(seeScreen(byEar)).toMatchObject({ eyes: 'blind', lame: null });
  });
});

describe('bots', () => {
  it.each(Object.keys(act.bots))('%s decides the same in another truth, from the first tick to the last', (name) => {
    const ways = name === 'earWalker' ? { ear: 1 } : {};
    const road = act.create(parameters(ways), 11);
    const bot = act.bots[name]?.(11);
    const other = act.bots[name]?.(11);
    for (let tick = 0; !act.isOver(road); tick++) {
      const twin = twinOf(road, changeTruth, road.eyes === 'lame' ? changeTouched : changeMap);
      // Sounds are heard by all: what the walker's ears get stays as it is.
      for (const ears of ['waterHeard', 'windHeard', 'marketHeard'] as const) twin[ears].set(road[ears]);
      const intents = bot?.decide(road) ?? [];
      expect(other?.decide(twin), `at tick ${tick}`).toEqual(intents);
      act.step(road, intents);
    }
  });
});

describe('ears', () => {
  it('hear nothing of what lies beyond their reach, and something of what is near', () => {
    for (const { bot, seed, ticks } of MOMENTS) {
      const road = playedRoad(bot, seed, ticks);
      const farther = (cell: number): boolean =>
        Math.abs(columnOf(cell) - columnOf(road.at)) > EARSHOT || Math.abs(laneOf(cell) - laneOf(road.at)) > EARSHOT;
      const twin = twinOf(road, ({ road: { truth } }) => {
        for (let cell = 0; cell < truth.length; cell++)
          if (farther(cell)) truth[cell] = ((truth[cell] as number) + 1) % 7;
      });
      hear(road);
      hear(twin);
      expect(listen(twin)).toEqual(listen(road));
    }
    const road = playedRoad('blindWanderer', 1, 1);
    const twin = twinOf(road, ({ road: { truth }, at }) => {
      truth[at + LANES] = 6;
    });
    hear(road);
    hear(twin);
    expect(twin.waterHeard).not.toEqual(road.waterHeard);
  });

  it('are told no cell, column or lane', () => {
    const road = act.create(parameters({ ear: 1, falseness: 0.5 }), 2);
    const bot = act.bots['earWalker']?.(5);
    const heard = new Set<string>();
    while (!act.isOver(road)) {
      act.step(road, [...(bot?.decide(road) ?? []), ...(road.tick % 97 === 0 ? ([{ do: 'sound' }] as const) : [])]);
      for (const sound of listen(road).sounds) {
        heard.add(sound.what);
        for (const seen of ['at', 'cells', 'columns', 'lanes']) expect(sound).not.toHaveProperty(seen);
      }
    }
    expect([...heard]).toEqual(expect.arrayContaining(['call', 'step', 'stumble', 'report', 'echo', 'bell', 'market']));
  });
});

/** Imports of a file from the rules: the file's name and the names taken, those that are only types apart. */
function importsOf(path: string): { from: string; values: string[]; types: string[] }[] {
  const text = readFileSync(path, 'utf8');
  const found = [...text.matchAll(/import\s+(type\s+)?\{([^}]*)\}\s+from\s+'([^']+)'/g)];
  return found.map(([, onlyTypes, names = '', from = '']) => {
    const all = names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const isType = (name: string): boolean => onlyTypes !== undefined || name.startsWith('type ');
    return { from, values: all.filter((name) => !isType(name)), types: all.filter(isType) };
  });
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));
}

describe('the sources', () => {
  const OPEN = /\/rules\/(views|places|intents|happenings|parameters|see|grid)\.ts$/;

  it('of the stage take only views, and what everybody knows, from the rules', () => {
    const files = listFiles(join(ROOT, 'src/acts/blind-and-lame/stage'));
    const wrong: string[] = [];
    for (const file of files) {
      for (const { from, values } of importsOf(file)) {
        if (!from.includes('/rules/') || OPEN.test(from)) continue;
        // Two constants; the state itself is only handed on to `see`.
        const isConstant = (name: string): boolean => name === 'TICKS_PER_SECOND' || name === 'RIVALS';
        const foreign = values.filter((name) => !(from.endsWith('/rules/state.ts') && isConstant(name)));
        if (foreign.length > 0) wrong.push(`${file}: ${foreign.join(', ')} from ${from}`);
      }
      if (/\.(truth|crossings|crossingOf|untold\.|tongue|hinted)\b/.test(readFileSync(file, 'utf8')))
        wrong.push(`${file} speaks of what is hidden`);
    }
    expect(wrong).toEqual([]);
  });

  it('of the bots take only views: one file sits between them and the road', () => {
    const files = listFiles(join(ROOT, 'src/acts/blind-and-lame/rules/bots'));
    const wrong: string[] = [];
    for (const file of files) {
      for (const { from, values, types } of importsOf(file)) {
        const isOpen = /^(\.\/|\.\.\/(views|places|intents|grid|listen)\.ts$|(\.\.\/)+kernel\/)/.test(from);
        if (!isOpen && !file.endsWith('pace.ts'))
          wrong.push(`${file}: ${[...values, ...types].join(', ')} from ${from}`);
        if (from.endsWith('listen.ts') && values.length > 0 && !file.endsWith('pace.ts'))
          wrong.push(`${file}: ${from}`);
      }
    }
    expect(files.length).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  });
});
