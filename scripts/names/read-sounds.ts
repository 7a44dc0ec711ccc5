import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadSounds } from './judge-names.ts';

/** How every Chinese word of the lists sounds, from `sounds.json`: syllables of pinyin without tones, ü written v. */
export function readSoundsFile(): ReadSounds {
  const file = join(import.meta.dirname, 'sounds.json');
  const sounds = new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>));
  return (word) => sounds.get(word)?.split(' ');
}
