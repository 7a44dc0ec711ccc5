import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { fromBase64Url, toBase64Url } from '../../../src/kiosk/settings/base64-url.ts';
import {
  readFile,
  readFragment,
  readPacked,
  readText,
  SETTINGS_FILE,
  writeFile,
  writeLink,
} from '../../../src/kiosk/settings/carry-settings.ts';
import { HOUSE, SAMPLE } from './sample.ts';

const NOT_SETTINGS = { ok: false, fault: { kind: 'notSettings' } } as const;

test('a link carries everything, and nothing of the team unless it is told to', async () => {
  const link = await writeLink(SAMPLE);
  const { pathname, hash, origin } = new URL(link);
  expect(origin).toBe('https://play.example.org');
  expect(pathname).toBe('/kiosk/setup');
  const { settings, code } = readFragment(hash);
  expect(code).toBe('');
  expect(await readPacked(settings, HOUSE)).toEqual({ ok: true, settings: SAMPLE });
  // The largest QR code with the least correction holds 2953 bytes; a scanner in a hall likes far fewer.
  expect(link.length).toBeLessThan(1000);

  const joining = readFragment(new URL(await writeLink(SAMPLE, 'BCDF2345')).hash);
  expect(joining).toEqual({ settings, code: 'BCDF2345' });
});

test('a link that somebody wrote by hand may be plain', async () => {
  const plain = toBase64Url(new TextEncoder().encode(JSON.stringify(SAMPLE)));
  expect(await readPacked(plain, HOUSE)).toEqual({ ok: true, settings: SAMPLE });
});

test('a file carries everything, and a pasted link is as good as a file', async () => {
  const file = writeFile(SAMPLE);
  expect(file.type).toBe('application/json');
  expect(SETTINGS_FILE).toBe('marshals-baton-kiosk.json');
  expect(await readFile(file, HOUSE)).toEqual({ ok: true, settings: SAMPLE });
  expect(await readText(`  ${await writeLink(SAMPLE, 'BCDF2345')}\n`, HOUSE)).toEqual({ ok: true, settings: SAMPLE });
});

test('a link that was cut off anywhere is refused, and never half taken', async () => {
  const { settings } = readFragment(new URL(await writeLink(SAMPLE)).hash);
  for (let length = 0; length < settings.length; length += 1)
    expect(await readPacked(settings.slice(0, length), HOUSE), `${length}`).toEqual(NOT_SETTINGS);
});

test('a link with a slip in it is refused', async () => {
  const { settings } = readFragment(new URL(await writeLink(SAMPLE)).hash);
  // zlib ends in a checksum of what it holds, so a slip is noticed wherever it stands.
  for (let at = 4; at < settings.length - 2; at += 7) {
    const slip = settings[at] === 'A' ? 'B' : 'A';
    const read = await readPacked(settings.slice(0, at) + slip + settings.slice(at + 1), HOUSE);
    expect(read, `${at}`).toEqual(NOT_SETTINGS);
  }
});

test('what unpacks to more than any settings is let go', async () => {
  const bomb = new Blob(['0'.repeat(5_000_000)]).stream().pipeThrough(new CompressionStream('deflate'));
  const packed = toBase64Url(new Uint8Array(await new Response(bomb).arrayBuffer()));
  expect(packed.length).toBeLessThan(20_000);
  expect(await readPacked(packed, HOUSE)).toEqual(NOT_SETTINGS);
  expect(await readFile(new Blob(['x'.repeat(70_000)]), HOUSE)).toEqual(NOT_SETTINGS);
});

test('whatever stands in a file or a link, it is read or refused, and nothing throws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.json(), fc.base64String()), async (text) => {
      expect((await readText(text, HOUSE)).ok).toBe(false);
      expect((await readPacked(text, HOUSE)).ok).toBe(false);
    }),
  );
});

test('bytes become text for an address and come back', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = toBase64Url(bytes);
      expect(encodeURIComponent(text)).toBe(text);
      expect([...(fromBase64Url(text) ?? [])]).toEqual([...bytes]);
    }),
  );
  for (const wrong of ['A', 'AB+/', 'ä', 'A B']) expect(fromBase64Url(wrong)).toBeNull();
});
