import { encode } from 'uqr';
import { expect, test } from 'vitest';

import { drawModules } from '../../src/app/ui/draw-modules.ts';
import { joinLink } from '../../src/team/codes/join-link.ts';
import { readToken } from '../../src/team/session/read-token.ts';
import { readQr } from '../browser/driver/read-qr.ts';

/** Pixels of an SVG path of unit squares in rows, as `drawModules` writes it, with a margin, four pixels a module. */
function paint(path: string, size: number): { data: Uint8ClampedArray; width: number } {
  const margin = 4;
  const scale = 4;
  const width = (size + 2 * margin) * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let py = 0; py < scale; py += 1)
      for (let px = 0; px < Number(length) * scale; px += 1) {
        const at = (((Number(y) + margin) * scale + py) * width + (Number(x) + margin) * scale + px) * 4;
        data.fill(0, at, at + 3);
      }
  }
  return { data, width };
}

test('what is drawn can be read by a camera, and leads to the page for joining with the code', () => {
  const link = joinLink('https://play.example.org', { code: 'BCDF-GH23', kind: 'player' });
  expect(link).toBe('https://play.example.org/join#code=BCDF-GH23');
  const { data: modules, size } = encode(link, { ecc: 'M', border: 0 });
  const { data, width } = paint(drawModules(modules), size);
  expect(readQr(data, width, width)).toBe(link);
});

test('a kiosk sets itself up at a page of its own', () => {
  expect(joinLink('http://localhost:1', { code: 'BCDF-GH23', kind: 'kiosk' })).toBe(
    'http://localhost:1/kiosk#code=BCDF-GH23',
  );
});

test('the token of a one-time link is what follows the #, if that can be one', () => {
  const token = 'q7Zk3v9s1XbC2nM5pL8rT4yW6aD0eG1hJ3kN5qS7uVx';
  expect(readToken(`#${token}`)).toBe(token);
  expect(readToken('#page')).toBeNull();
  expect(readToken('')).toBeNull();
});
