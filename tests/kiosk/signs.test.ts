import { afterEach, describe, expect, it, vi } from 'vitest';
import { signOf, watchPads } from '../../src/kiosk/idle/inputs.ts';

/** As much of an event as is looked at. */
function event(type: string, more: object = {}): Event {
  return { type, isTrusted: true, target: null, ...more } as unknown as Event;
}

describe('a sign of life', () => {
  it('K3 is a touch, a key, a wheel, if the browser vouches for it', () => {
    expect(signOf(event('pointerdown'), null)).toBe('act');
    expect(signOf(event('keydown', { key: 'k' }), null)).toBe('act');
    expect(signOf(event('wheel'), null)).toBe('act');
    for (const type of ['pointerdown', 'keydown', 'wheel'])
      expect(signOf(event(type, { isTrusted: false, key: 'k' }), null)).toBeNull();
  });

  it('does not take the way to an answer for the answer', () => {
    for (const key of ['Tab', 'Enter', ' ', 'ArrowLeft'])
      expect(signOf(event('keydown', { key }), null)).toBe('search');
  });

  it('is no key on which something lies', () => {
    for (const key of ['k', 'Enter']) expect(signOf(event('keydown', { key, repeat: true }), null)).toBeNull();
  });

  it('is no trembling of a mouse on its table', () => {
    const move = { movementX: 1, movementY: 2, pointerType: 'mouse' };
    expect(signOf(event('pointermove', move), null)).toBeNull();
    expect(signOf(event('pointermove', { ...move, movementX: 9 }), null)).toBe('search');
    expect(signOf(event('pointermove', { ...move, pointerType: 'touch' }), null)).toBe('search');
  });
});

describe('a gamepad', () => {
  afterEach(() => vi.unstubAllGlobals());

  function layPads(): { buttons: boolean[][] } {
    const pads: { buttons: boolean[][] } = { buttons: [] };
    vi.stubGlobal('navigator', {
      getGamepads: () => [
        null,
        ...pads.buttons.map((buttons, index) => ({ index, buttons: buttons.map((pressed) => ({ pressed })) })),
      ],
    });
    return pads;
  }

  it('gives a sign when a button goes down and when it comes up', () => {
    const pads = layPads();
    const isTouched = watchPads();
    expect(isTouched()).toBe(false);
    pads.buttons = [[false, false]];
    expect(isTouched()).toBe(false);
    pads.buttons = [[false, true]];
    expect(isTouched()).toBe(true);
    expect(isTouched()).toBe(false);
    pads.buttons = [[false, false]];
    expect(isTouched()).toBe(true);
  });

  it('that lies on its button is nobody, also for a page that was loaded anew', () => {
    const pads = layPads();
    pads.buttons = [[true]];
    const isTouched = watchPads();
    for (let look = 0; look < 5; look += 1) expect(isTouched()).toBe(false);
    // A browser hides a pad until one of its buttons is pressed; then the first release is the sign.
    pads.buttons = [[true], [true]];
    expect(isTouched()).toBe(false);
    pads.buttons = [[true], [false]];
    expect(isTouched()).toBe(true);
  });
});
