import { expect, test } from 'vitest';

import {
  beginDraft,
  dayOf,
  endOfDay,
  firstWrongStep,
  judgeStep,
  move,
  settleDraft,
  toggleAct,
  type Draft,
  type Step,
} from '../../../src/kiosk/setup/draft.ts';
import { isOtherEvent, takeKeptEvent, takeNewEvent } from '../../../src/kiosk/setup/other-event.ts';
import { otherWays } from '../../../src/kiosk/setup/other-ways.ts';
import { beginSettings } from '../../../src/kiosk/settings/begin-settings.ts';
import { readSettings } from '../../../src/kiosk/settings/read-settings.ts';
import { HOUSE, SAMPLE } from '../settings/sample.ts';

const NOON = new Date(2027, 2, 5, 12).getTime();

function fresh(): Draft {
  const acts = [{ act: 'duck-pond', way: null }];
  const settings = beginSettings({ acts, language: 'ru', address: 'https://play.example.org', endsAt: NOON });
  return beginDraft(settings);
}

test('a fresh draft needs a name and a PIN, and nothing else', () => {
  const draft = fresh();
  expect(judgeStep(draft, 'event', NOON)).toEqual({ name: 'nameEmpty' });
  for (const step of ['play', 'visitors', 'board'] as const) expect(judgeStep(draft, step, NOON)).toEqual({});
  expect(judgeStep(draft, 'pin', NOON)).toEqual({ pin: 'pinShort' });
  expect(draft.settings.languages).toEqual(['ru', 'en', 'zh-Hans', 'zh-Hant']);
});

test('a draft in which nothing is wrong becomes settings that can be read', () => {
  const draft = fresh();
  const named = { ...draft.settings.event, name: '  Выставка  ' };
  const whole = { ...draft, settings: { ...draft.settings, event: named }, pin: '271828', pinAgain: '271828' };
  expect(firstWrongStep(whole, NOON)).toBeNull();
  const settings = settleDraft(whole, SAMPLE.pin);
  expect(readSettings(settings, HOUSE)).toEqual({ ok: true, settings });
  expect(settings.event.name).toBe('Выставка');
  expect(settings.event.endsAt).toBe(new Date(2027, 2, 5, 23, 59, 59, 999).getTime());
});

test('a name that was pasted with what nobody sees is kept without it', () => {
  const draft = beginDraft(SAMPLE);
  const named = (name: string): Draft => ({
    ...draft,
    settings: { ...draft.settings, event: { ...draft.settings.event, name } },
  });
  const pasted = named('\u200BHerbst\u00ADmesse \u200E\t');
  expect(judgeStep(pasted, 'event', NOON)).toEqual({});
  const settings = settleDraft(pasted, SAMPLE.pin);
  expect(settings.event.name).toBe('Herbstmesse');
  expect(readSettings(settings, HOUSE).ok).toBe(true);
  expect(judgeStep(named('\u200B \u00AD'), 'event', NOON)).toEqual({ name: 'nameEmpty' });
});

test('settings that are there already keep event, board and PIN', () => {
  const draft = beginDraft(SAMPLE);
  expect(firstWrongStep(draft, SAMPLE.event.endsAt - 1000)).toBeNull();
  const settled = settleDraft(draft, SAMPLE.pin);
  expect(settled.event.id).toBe(SAMPLE.event.id);
  expect(settled.boardToken).toBe(SAMPLE.boardToken);
  expect(judgeStep(draft, 'pin', NOON)).toEqual({});
});

test('a new event has an id, a board and a name of its own, and everything else of the old one', () => {
  const draft = beginDraft(SAMPLE);
  expect(isOtherEvent(draft)).toBe(false);
  const over = SAMPLE.event.endsAt + 5 * 86_400_000;
  const other = takeNewEvent(draft, over);
  expect(isOtherEvent(other)).toBe(true);
  expect(judgeStep(other, 'event', over)).toEqual({ name: 'nameEmpty' });
  const { event, boardToken, ...rest } = other.settings;
  expect(event).toMatchObject({ name: '', keepDays: SAMPLE.event.keepDays });
  expect(event.id).not.toBe(SAMPLE.event.id);
  expect(boardToken).not.toBe(SAMPLE.boardToken);
  expect(SAMPLE).toMatchObject(rest);
  expect(other.endDay).toBe(dayOf(over));
  // A last day that is still to come stays, and the old event can be had back.
  expect(takeNewEvent(draft, SAMPLE.event.endsAt - 1000).endDay).toBe(draft.endDay);
  expect(takeKeptEvent(other)).toEqual(draft);
});

test.each<[string, Partial<Draft>, object]>([
  ['event', { endDay: '' }, { endDay: 'dayMissing' }],
  ['event', { endDay: '2027-02-30' }, { endDay: 'dayMissing' }],
  ['event', { endDay: '2027-03-04' }, { endDay: 'dayOver' }],
  ['event', { endDay: '2027-03-05' }, {}],
  ['event', { endDay: '2028-04-07' }, {}],
  ['event', { endDay: '2028-04-09' }, { endDay: 'dayFar' }],
  ['board', { code: 'BCDF-2345' }, {}],
  ['board', { code: ' bcdf2345 ' }, {}],
  ['board', { code: 'https://play.example.org/kiosk#code=BCDF2345' }, {}],
  ['board', { code: 'BCDF234' }, { code: 'codeForm' }],
  ['board', { code: 'AEIO2345' }, { code: 'codeForm' }],
  ['pin', { pin: '271828', pinAgain: '271828' }, {}],
  ['pin', { pin: '271828', pinAgain: '271829' }, { pinAgain: 'pinDiffers' }],
  ['pin', { pin: '111111', pinAgain: '111111' }, { pin: 'pinPlain' }],
])('on %s, %j gives %j', (step, some, faults) => {
  const draft = { ...beginDraft(SAMPLE), ...some };
  expect(judgeStep(draft, step as Step, NOON)).toEqual(faults);
});

test('numbers that are being typed are told to be out of range', () => {
  const { settings, ...rest } = beginDraft(SAMPLE);
  const draft = { ...rest, settings: { ...settings, idleSeconds: Number.NaN, answerSeconds: 19, resultSeconds: 60.5 } };
  expect(judgeStep(draft, 'visitors', NOON)).toEqual({
    idleSeconds: 'outOfRange',
    answerSeconds: 'outOfRange',
    resultSeconds: 'outOfRange',
  });
});

test('a day is this device’s own, to its last millisecond', () => {
  expect(dayOf(endOfDay('2027-03-05'))).toBe('2027-03-05');
  expect(dayOf(endOfDay('2027-03-05') + 1)).toBe('2027-03-06');
  expect(endOfDay('5.3.2027')).toBeNaN();
});

test('acts keep the order of the house, however they were ticked', () => {
  const house = [
    { act: 'duck-pond', way: null },
    { act: 'blind-and-lame', way: null },
    { act: 'blind-and-lame', way: 'two' },
  ];
  const [pond, road, two] = house as [(typeof house)[0], (typeof house)[0], (typeof house)[0]];
  const chosen = toggleAct(toggleAct(toggleAct([], two, house), pond, house), road, house);
  expect(chosen).toEqual(house);
  expect(toggleAct(chosen, road, house)).toEqual([pond, two]);
});

test('languages move by one, and stay at the ends', () => {
  expect(move(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(move(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  expect(move(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
});

test('a way that the kiosk’s cut swallows is not offered', () => {
  const act = {
    parameters: { towns: 12, hands: 1 },
    kiosk: { towns: 5 },
    ways: [
      { id: 'one', parameters: {} },
      { id: 'two', parameters: { hands: 2 } },
      { id: 'country', parameters: { towns: 40 } },
    ],
  };
  expect(otherWays(act)).toEqual(['two']);
});
