import { expect, test } from 'vitest';

import { isBehind } from '../../src/app/offline/behind.ts';
import { mayUpdate, placeOf, QUIET_MS, type Situation } from '../../src/app/offline/places.ts';
import { ROUTES } from '../../src/app/routes.ts';

test('nothing is under way on the title, in the campaign and in the settings, and nowhere else', () => {
  const resting = Object.entries(ROUTES).filter(([, path]) => placeOf(path) === 'rest');
  expect(resting.map(([name]) => name)).toEqual(['title', 'campaign', 'settings']);
  expect(placeOf('/nowhere')).toBe('road');
});

test('the stage and the examination have the line for themselves', () => {
  const playing = Object.entries(ROUTES).filter(([, path]) => placeOf(path) === 'play');
  expect(playing.map(([name]) => name)).toEqual(['play', 'workshop', 'musterRun']);
  expect(placeOf('/kiosk/inside')).toBe('play');
  expect(placeOf('/kiosk')).toBe('rest');
});

const LEFT: Situation = { place: 'rest', quietMs: QUIET_MS, hidden: false, dialog: false, unsaved: 0, complete: true };

test('a page that nobody uses is loaded anew; one that is used is asked', () => {
  expect(mayUpdate(LEFT)).toBe('now');
  expect(mayUpdate({ ...LEFT, quietMs: 0 })).toBe('offer');
  expect(mayUpdate({ ...LEFT, quietMs: 0, hidden: true })).toBe('now');
  expect(mayUpdate({ ...LEFT, dialog: true })).toBe('offer');
});

test('nothing is loaded anew where something would be lost', () => {
  expect(mayUpdate({ ...LEFT, place: 'play' })).toBe('wait');
  expect(mayUpdate({ ...LEFT, place: 'road', hidden: true })).toBe('wait');
  expect(mayUpdate({ ...LEFT, unsaved: 1 })).toBe('wait');
  expect(mayUpdate({ ...LEFT, complete: false })).toBe('wait');
});

test('a page is behind when the server runs newer rules, and its own no more', () => {
  expect(isBehind(2, [3])).toBe(true);
  expect(isBehind(2, [1, 3])).toBe(true);
  expect(isBehind(2, [2, 3])).toBe(false);
  // An older server keeps newer runs waiting by itself.
  expect(isBehind(2, [1])).toBe(false);
  expect(isBehind(2, [])).toBe(false);
});
