import { expect, it } from 'vitest';
import { findRefuge, groupControls } from '../../src/stage/input/roving.ts';
import { Turning } from '../../src/stage/input/turning.ts';

const rest = (enabled: boolean, id = 'rest') => ({ id, enabled });

it('turns once when what has the focus ended a round and the next one has begun', () => {
  const turning = new Turning();
  const told = [rest(true), rest(true), rest(false), rest(false), rest(true), rest(true)];
  expect(told.map((each) => turning.hasTurned(each))).toEqual([false, false, false, false, true, false]);
  expect([rest(false), rest(true)].map((each) => turning.hasTurned(each))).toEqual([false, true]);
});

it('leaves whoever comes to a tool that cannot be used yet where they are', () => {
  const turning = new Turning();
  expect([null, rest(false), rest(false), rest(true)].map((each) => turning.hasTurned(each))).not.toContain(true);
});

it('forgets the round when the focus has moved on by itself', () => {
  const turning = new Turning();
  const told = [rest(true), rest(false), rest(true, 'undo'), rest(true)];
  expect(told.map((each) => turning.hasTurned(each))).not.toContain(true);
  expect([rest(false), null, rest(true)].map((each) => turning.hasTurned(each))).not.toContain(true);
});

it('takes refuge on the stage, not on the tool that ends a round', () => {
  const control = (id: string, group: string) => ({ id, group, text: { key: id }, intent: id, enabled: true });
  const groups = groupControls([control('call', 'call'), control('rest', 'action')], ['action']);
  expect(findRefuge(groups, { group: 'walk', index: 2 }, ['action'])).toBe('call');
  const bare = groupControls([control('rest', 'action')], ['action']);
  expect(findRefuge(bare, { group: 'walk', index: 2 }, ['action'])).toBe('rest');
});
