import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../src/i18n/languages.ts';
import type { RoadHappening } from '../../src/acts/blind-and-lame/rules/happenings.ts';
import { act } from '../../src/acts/blind-and-lame/rules/index.ts';
import { PLACE } from '../../src/acts/blind-and-lame/rules/places.ts';
import { seeScreen } from '../../src/acts/blind-and-lame/rules/see.ts';
import type { RoadState } from '../../src/acts/blind-and-lame/rules/state.ts';
import { tellRoad } from '../../src/acts/blind-and-lame/stage/telling.ts';
import { voice } from '../../src/acts/blind-and-lame/stage/voice.ts';
import { makeBot } from '../../src/kernel/play-bot.ts';
import type { TextRef } from '../../src/kernel/act.ts';
import type { Told } from '../../src/stage/act-stage.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'levels', 'blind-and-lame');
const read = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
const { parameters: own } = read('act.json') as { parameters: Readonly<Record<string, number>> };

function begin(changes: Readonly<Record<string, number>> = {}): RoadState {
  return act.create(act.parseParameters({ ...own, ...changes }), 7);
}

/** Texts as the page reads them. */
function speak(language: Language): (ref: TextRef) => string {
  const i18n = createInstance();
  void i18n.init({
    lng: language,
    resources: { [language]: { translation: read(`${language}.json`) as object } },
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return ({ key, values }) => i18n.t(key, { ...values });
}

const say = speak('en');
const toEye = seeScreen(begin());
const byEar = seeScreen(begin({ ear: 1 }));
const words = (told: readonly Told[]): readonly string[] => told.map(({ text }) => say(text));
const near = { pan: -0.6, near: 1 } as const;
const left = { to: 'left', at: 5, ...near } as const;

describe('what the road tells', () => {
  it('says what the staff found where, by the slope to the eye and by the hand to the ear', () => {
    const bump: RoadHappening = { what: 'bump', ...left, place: PLACE.river };
    expect(words(tellRoad([bump], byEar))).toEqual(['Left: water. Closed.']);
    expect(words(tellRoad([bump], toEye))).toEqual(['Uphill: water. Closed.']);
    expect(words(tellRoad([{ what: 'touch', ...left, place: PLACE.bridge }], byEar))).toEqual(['Left: bridge.']);
  });

  it('calls the word at once to the ear, and counts the words that wait to the eye', () => {
    const call: RoadHappening = { what: 'call', to: 'right', words: 2, pan: 0, near: 1 };
    const [heard] = tellRoad([call], byEar);
    expect(heard).toMatchObject({ urgent: true });
    expect(words(tellRoad([call], byEar))).toEqual(['He calls: right.']);
    expect(words(tellRoad([call], toEye))).toEqual(['Called: downhill. 2 words wait.']);
  });

  it('keeps nobody waiting for a word or a stumble who walks by ear', () => {
    const call: RoadHappening = { what: 'call', to: 'right', words: 1, pan: 0, near: 1 };
    const stumble: RoadHappening = { what: 'stumble', ...left, place: PLACE.river };
    const touch: RoadHappening = { what: 'touch', ...left, place: PLACE.path };
    const ofThem = (state: RoadState): unknown[] => [call, stumble, touch].map((each) => voice.isUrgent?.(each, state));
    expect(ofThem(begin({ ear: 1 }))).toEqual([true, true, false]);
    expect(ofThem(begin())).toEqual([false, false, false]);
  });

  it('tells a stumble before everything else of the walk, and urgently', () => {
    const told = tellRoad(
      [
        { what: 'step', ...left, at: 4, place: PLACE.path, stride: true },
        { what: 'call', to: 'left', words: 1, pan: 0, near: 1 },
        { what: 'stumble', ...left, place: PLACE.ravine },
      ],
      byEar,
    );
    expect(told.map(({ text, urgent }) => [text.key, urgent === true])).toEqual([
      ['happenings.stumble', true],
      ['happenings.hears', true],
      ['happenings.step', false],
    ]);
  });

  it('tells a step that was felt for only once, and a stride by what is underfoot', () => {
    const touch: RoadHappening = { what: 'touch', ...left, place: PLACE.stones };
    const step: RoadHappening = { what: 'step', ...left, place: PLACE.stones, stride: false };
    expect(words(tellRoad([touch, step], byEar))).toEqual(['Left: stepping stones.']);
    expect(words(tellRoad([step], byEar))).toEqual(['Underfoot: stepping stones.']);
    const bump: RoadHappening = { what: 'bump', to: 'ahead', at: 10, place: PLACE.rock, pan: 0, near: 1 };
    expect(words(tellRoad([step, bump], byEar))).toEqual(['Ahead: rock. Closed.']);
  });

  it('puts the echoes of one call into one sentence, and the bell after it', () => {
    const echo = (to: 'left' | 'ahead' | 'right' | 'back', open: number): RoadHappening => ({
      what: 'echo',
      to,
      open,
      pan: 0,
      near: 1,
    });
    const bell: RoadHappening = { what: 'bell', market: 0, columns: 4, lanes: -2, ...near };
    const happened = [{ what: 'sound' }, echo('left', 2), echo('ahead', 0), echo('right', 9), echo('back', 1), bell];
    expect(words(tellRoad(happened as readonly RoadHappening[], byEar))).toEqual([
      'Echoes. Left: two steps. Ahead: closed. Right: a long way.',
      'The bell: 4 ahead, 2 left.',
    ]);
    expect(words(tellRoad([{ ...bell, lanes: 0 }], toEye))).toEqual(['The bell: 4 ahead.']);
  });

  it('names each repair of the map once, and says when the map was right', () => {
    const repair: RoadHappening = { what: 'repair', cause: 'fallen', cells: [12] };
    const report: RoadHappening = { what: 'report', facts: 3, repaired: 2 };
    expect(words(tellRoad([repair, repair, report], toEye))).toEqual([
      'He tells, and 2 places on the map are put right.',
      'The bridge is struck off the map.',
    ]);
    expect(words(tellRoad([{ ...report, repaired: 0 }], toEye))).toEqual(['He tells 3 things. The map agrees.']);
  });

  it('ends a passage urgently, and says no more than three sentences', () => {
    const told = tellRoad(
      [
        { what: 'bump', ...left, place: PLACE.rock },
        { what: 'market', market: 2, customers: 5, first: true, last: true },
        { what: 'sunset', passage: 'together', customers: 15, arrived: true, rested: false },
        { what: 'over', customers: [2, 0, 15] },
      ],
      toEye,
    );
    expect(told.map(({ text }) => text.key)).toEqual([
      'happenings.over',
      'happenings.sunset.arrived',
      'happenings.market.first',
    ]);
    expect(told.map(({ urgent }) => urgent === true)).toEqual([true, true, false]);
    expect(words(told)[0]).toBe('The road is behind you. Best passage: 15 customers.');
  });

  it('reads the map out when it is unrolled, after whatever else has to be said', () => {
    const state = begin();
    while (state.passage !== 'lame') act.step(state, state.isBetween ? [] : [{ do: 'rest' }]);
    const told = words(tellRoad([{ what: 'look' }], seeScreen(state)));
    expect(told[0]).toMatch(/^You are in lane \d of 5, counted from the mountain down\.$/);
    expect(told.some((sentence) => sentence.startsWith('Market 1: '))).toBe(true);
    expect(told.some((sentence) => sentence.startsWith('3 ahead'))).toBe(true);
    const passage = tellRoad([{ what: 'passage', passage: 'lame' }], seeScreen(state));
    expect(words(passage).slice(1)).toEqual(told);
    expect(passage[0]).toMatchObject({ urgent: true, text: { key: 'happenings.passage.lame' } });
  });

  it('says how much light is left when another quarter of it has gone, each once, though nothing else happens', () => {
    const state = begin();
    act.step(state, []);
    const keys: string[] = [];
    while (!state.isBetween) keys.push(...voice.tell(act.step(state, []), state).map(({ text }) => text.key));
    expect(keys.filter((key) => key.startsWith('happenings.light'))).toEqual([
      'happenings.light.3',
      'happenings.light.2',
      'happenings.light.1',
    ]);
  });
});

describe('what the road captions', () => {
  it('names the hand on which a sound is heard', () => {
    const bump = voice.caption({ what: 'bump', ...left, place: PLACE.river });
    expect(bump && say(bump)).toBe('[the staff, at his left hand: water, closed]');
    const bell = voice.caption({ what: 'bell', market: 0, columns: 3, lanes: 2, pan: 0.5, near: 0.4 });
    expect(bell && say(bell)).toBe('[the market’s bell, at his right hand]');
  });

  it('writes what the storyteller says', () => {
    const hint = voice.caption({ what: 'hint', hint: 'report' });
    expect(hint).toEqual({ key: 'hints.report', isStory: true });
  });

  it('lets footfalls never take the place of what is new, and writes nothing for what is silent', () => {
    expect(voice.caption({ what: 'step', ...left, place: PLACE.path, stride: true })).toMatchObject({ ambient: true });
    expect(voice.caption({ what: 'unsay', words: 0 })).toBeNull();
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  it.each([
    ['to the eye', {}],
    ['on the first road', { road: 1 }],
    ['by two', { hands: 2 }],
    ['by ear', { ear: 1 }],
  ])('whole runs %s are told in whole sentences', (_, changes) => {
    const speakNow = speak(language);
    for (const name of Object.keys(act.bots)) {
      const state = begin(changes);
      const bot = makeBot(act, name, 7);
      while (!act.isOver(state)) {
        const happened = act.step(state, bot.decide(state));
        const refs = [...voice.tell(happened, state).map(({ text }) => text), ...happened.map(voice.caption)];
        for (const ref of refs) {
          if (ref === null) continue;
          const spoken = speakNow(ref);
          expect(spoken, ref.key).not.toBe(ref.key);
          expect(spoken, ref.key).not.toMatch(/\{\{|\$t\(|undefined|(places|sides|words|opens|hands)\.\w/);
        }
      }
    }
  });
});
