import { expect, test } from 'vitest';

import { isBlockedKey, type Stroke } from '../../../src/kiosk/blocks/blocked-keys.ts';

function stroke(written: string): Stroke {
  const parts = written.split('+');
  const key = parts.pop() as string;
  return {
    key,
    code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
  };
}

test.each([
  'Ctrl+=',
  'Ctrl+-',
  'Ctrl+0',
  'Meta+=',
  'Ctrl+p',
  'Ctrl+s',
  'Ctrl+f',
  'Ctrl+o',
  'Ctrl+u',
  'Ctrl+r',
  'Ctrl+t',
  'Ctrl+Shift+I',
  'Ctrl+Shift+J',
  'Alt+ArrowLeft',
  'Alt+ArrowRight',
  'Alt+Home',
  'F1',
  'F5',
  'F11',
  'F12',
  'BrowserBack',
  'BrowserHome',
  'ContextMenu',
  'Shift+F10',
])('%s is swallowed', (written) => {
  expect(isBlockedKey(stroke(written))).toBe(true);
});

test.each([
  'ArrowLeft',
  'Enter',
  'Escape',
  'Tab',
  'Shift+Tab',
  'a',
  'd',
  'Shift+W',
  '1',
  'Backspace',
  'F',
  'Control',
  'Ctrl+Shift',
  'Alt',
  'Meta',
  'Shift',
])('%s is the game’s, or means nothing alone', (written) => {
  expect(isBlockedKey(stroke(written))).toBe(false);
});

test('the staff’s own keys come through, and nothing near them', () => {
  expect(isBlockedKey(stroke('Ctrl+Shift+K'))).toBe(false);
  expect(isBlockedKey(stroke('Ctrl+K'))).toBe(true);
});
