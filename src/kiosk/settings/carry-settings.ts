/** How settings travel to many devices: as a link, all of it in the fragment that no server sees, or as a file. */
import { fromBase64Url, toBase64Url } from './base64-url.ts';
import type { KioskSettings } from './kiosk-settings.ts';
import { readSettings, type HouseActs, type ReadSettings } from './read-settings.ts';

export const SETUP_PATH = '/kiosk/setup';
export const SETTINGS_FILE = 'marshals-baton-kiosk.json';
/** Real ones have about a thousand bytes; what unpacks to more than this is none. */
const MOST_BYTES = 65_536;

const NOT_SETTINGS: ReadSettings = { ok: false, fault: { kind: 'notSettings' } };

/** What a link brings along; empty texts for nothing. `settings` is packed, `code` is a team's. */
export interface Carried {
  readonly settings: string;
  readonly code: string;
}

export function readFragment(hash: string): Carried {
  const values = new URLSearchParams(hash.replace(/^#/, ''));
  return { settings: values.get('s') ?? '', code: values.get('code') ?? '' };
}

/** The link that sets a device up. `code` joins it to the team, too. */
export async function writeLink(settings: KioskSettings, code = ''): Promise<string> {
  const packed = toBase64Url(await deflate(JSON.stringify(settings)));
  const joining = code === '' ? '' : `&code=${encodeURIComponent(code)}`;
  return `${settings.address}${SETUP_PATH}#s=${packed}${joining}`;
}

export function writeFile(settings: KioskSettings): Blob {
  return new Blob([`${JSON.stringify(settings, null, 2)}\n`], { type: 'application/json' });
}

/** Reads what a link carries: zlib (RFC 1950), or plain JSON for whoever writes links by hand. Never rejects. */
export async function readPacked(packed: string, acts: HouseActs): Promise<ReadSettings> {
  const bytes = fromBase64Url(packed);
  if (bytes === null || bytes.length === 0 || bytes.length > MOST_BYTES) return NOT_SETTINGS;
  // A zlib stream never begins with a brace: its first byte names the method, 8, in its lower half.
  const isPlain = bytes[0] === '{'.charCodeAt(0);
  const text = isPlain ? new TextDecoder().decode(bytes) : await inflate(bytes).catch(() => '');
  return readText(text, acts);
}

/** Reads a file's text, or a link that somebody pasted. Never rejects. */
export async function readText(text: string, acts: HouseActs): Promise<ReadSettings> {
  const trimmed = text.trim();
  const packed = /[#&]s=(?<packed>[A-Za-z0-9_-]+)/.exec(trimmed)?.groups?.['packed'];
  if (!trimmed.startsWith('{') && packed !== undefined) return readPacked(packed, acts);
  try {
    return readSettings(JSON.parse(trimmed), acts);
  } catch {
    return NOT_SETTINGS;
  }
}

/** Reads a file. Never rejects. */
export async function readFile(file: Blob, acts: HouseActs): Promise<ReadSettings> {
  if (file.size > MOST_BYTES) return NOT_SETTINGS;
  return file.text().then(
    (text) => readText(text, acts),
    () => NOT_SETTINGS,
  );
}

async function deflate(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Rejects when it is no zlib stream, or unpacks to too much. */
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > MOST_BYTES) {
      await reader.cancel();
      throw new Error('too much for settings');
    }
    text += decoder.decode(value, { stream: true });
  }
}
