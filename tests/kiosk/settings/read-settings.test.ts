import { describe, expect, test } from 'vitest';

import { isAddress, readSettings } from '../../../src/kiosk/settings/read-settings.ts';
import { HOUSE, SAMPLE } from './sample.ts';

/** The sample with one thing changed, as somebody by hand might. */
function changed(path: string, value: unknown): unknown {
  const copy = structuredClone(SAMPLE) as unknown as Record<string, unknown>;
  const steps = path.split('.');
  const last = steps.pop() as string;
  let at = copy;
  for (const step of steps) at = at[step] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}

test('what an organiser said is read as it was said', () => {
  expect(readSettings(structuredClone(SAMPLE), HOUSE)).toEqual({ ok: true, settings: SAMPLE });
});

test('an event that somebody wrote in capitals is the one that the server knows', () => {
  const read = readSettings(changed('event.id', SAMPLE.event.id.toUpperCase()), HOUSE);
  expect(read).toEqual({ ok: true, settings: SAMPLE });
});

describe('a value out of its range is refused with its place:', () => {
  test.each<[string, unknown, string?]>([
    ['event.id', 'not-a-uuid'],
    ['event.name', '  '],
    ['event.name', 'x'.repeat(61)],
    ['event.endsAt', -1],
    ['event.keepDays', 0],
    ['event.keepDays', 91],
    ['boardToken', 'short'],
    ['acts', []],
    ['acts', [SAMPLE.acts[0], SAMPLE.acts[0]]],
    ['acts.0.act', 'Duck Pond'],
    ['languages', []],
    ['languages', ['en', 'en']],
    ['languages', ['xx'], 'languages.0'],
    ['idleSeconds', 29],
    ['idleSeconds', 601],
    ['idleSeconds', 75.5],
    ['answerSeconds', 19],
    ['answerSeconds', 121],
    ['resultSeconds', 44],
    ['resultSeconds', 301],
    ['volume', -0.1],
    ['volume', 1.1],
    ['textSize', 2],
    ['reach', 'yes'],
    ['address', 'https://play.example.org/kiosk'],
    ['address', 'http://play.example.org'],
    ['pin.rounds', 599_999],
    ['pin.rounds', 1e9],
    ['pin.salt', 'AAEC'],
    ['pin.hash', `${SAMPLE.pin.hash}x`],
    ['board', undefined],
    ['master', 'a stranger'],
  ])('%s = %j', (path, value, place = path) => {
    const read = readSettings(changed(path, value), HOUSE);
    expect(read).toMatchObject({ ok: false, fault: { kind: 'wrong', path: place } });
    expect(!read.ok && 'reason' in read.fault && read.fault.reason).not.toBe('');
  });
});

test('the borders themselves are within', () => {
  const within: readonly [string, unknown][] = [
    ['event.keepDays', 1],
    ['event.keepDays', 90],
    ['idleSeconds', 30],
    ['idleSeconds', 600],
    ['answerSeconds', 20],
    ['answerSeconds', 120],
    ['resultSeconds', 45],
    ['resultSeconds', 300],
    ['volume', 0],
    ['volume', 1],
  ];
  for (const [path, value] of within) expect(readSettings(changed(path, value), HOUSE).ok, path).toBe(true);
});

test('what is something else, or newer, or asks for an unknown act is told apart', () => {
  for (const other of [null, undefined, 7, 'text', [], {}, { version: '1' }])
    expect(readSettings(other)).toEqual({ ok: false, fault: { kind: 'notSettings' } });
  expect(readSettings({ ...SAMPLE, version: 2 })).toEqual({ ok: false, fault: { kind: 'newer' } });
  const acts = [
    { act: 'duck-pond', way: null },
    { act: 'tea-house', way: null },
  ];
  expect(readSettings({ ...SAMPLE, acts }, HOUSE)).toEqual({
    ok: false,
    fault: { kind: 'unknownAct', path: 'acts.1', reason: 'tea-house' },
  });
  expect(readSettings({ ...SAMPLE, acts: [{ act: 'blind-and-lame', way: 'three' }] }, HOUSE)).toMatchObject({
    fault: { kind: 'unknownAct', reason: 'blind-and-lame, three' },
  });
  // On a device that is set up already the form is enough: an act that has gone is for the kiosk to leave out.
  expect(readSettings({ ...SAMPLE, acts }).ok).toBe(true);
});

test.each<[string, boolean]>([
  ['https://play.example.org', true],
  ['https://play.example.org:8443', true],
  ['http://localhost:5182', true],
  ['http://127.0.0.1:8080', true],
  ['http://play.example.org', false],
  ['https://play.example.org/', false],
  ['https://user@play.example.org', false],
  ['javascript:alert(1)', false],
  ['play.example.org', false],
  ['', false],
])('%s as an address: %s', (text, good) => {
  expect(isAddress(text)).toBe(good);
});
