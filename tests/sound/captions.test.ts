/** What can be heard in an act can be read: every sound that tells something has its words, in every language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { listActs, loadAct, readActFile, ROOT } from '../../scripts/bots/content.ts';
import { playAll, readSounds } from '../../scripts/sound/read-sounds.ts';
import { chooseCues } from '../../src/app/sound/sounds-file.ts';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import type { Happening } from '../../src/kernel/act.ts';
import type { Cue } from '../../src/sound/cues.ts';
import { HOUSE_CUES } from '../../src/sound/house-cues.ts';
import type { Voice } from '../../src/stage/act-stage.ts';

type Words = { readonly [key: string]: string | Words };

const decorative = new Set(Object.entries<Cue>(HOUSE_CUES).flatMap(([id, cue]) => (cue.decorative ? [id] : [])));

async function loadVoice(act: string): Promise<Voice> {
  const { voice } = (await import(pathToFileURL(join(ROOT, 'src/acts', act, 'stage/voice.ts')).href)) as {
    readonly voice: Voice;
  };
  return voice;
}

const readWords = (act: string, language: string): Words =>
  JSON.parse(readFileSync(join(ROOT, 'levels', act, `${language}.json`), 'utf8')) as Words;

function findWords(words: Words, key: string): string | undefined {
  let at: string | Words | undefined = words;
  for (const name of key.split('.')) at = typeof at === 'object' ? at[name] : undefined;
  return typeof at === 'string' ? at : undefined;
}

describe.each(listActs())('captions of %s', (act) => {
  it('stand for every sound that tells something, in every language', async () => {
    const sounds = readSounds(act);
    const voice = await loadVoice(act);
    const { ticks } = playAll(await loadAct(act), readActFile(act));
    const without = new Set<string>();
    const keys = new Set<string>();
    for (const tick of ticks) {
      const heard = (tick as unknown as readonly Happening[]).filter((one) =>
        chooseCues(sounds, one).some(({ id }) => !decorative.has(id)),
      );
      const captions = heard.map((one) => voice.caption(one));
      for (const caption of captions) if (caption !== null) keys.add(caption.key);
      // One may speak for what comes with it, as the call does for its echoes.
      if (captions.length > 0 && captions.every((caption) => caption === null))
        for (const { what } of heard) without.add(what);
    }
    expect([...without]).toEqual([]);
    expect(keys.size, 'captions that were heard while the bots played').toBeGreaterThan(5);
    for (const language of LANGUAGES) {
      const words = readWords(act, language);
      for (const key of keys)
        expect([language, key, findWords(words, key)]).toEqual([language, key, expect.stringMatching(/\S/)]);
    }
  });

  it('of its own sounds say something different for different sounds', () => {
    for (const language of LANGUAGES) {
      const { captions } = readWords(act, language);
      const all: string[] = [];
      const gather = (words: string | Words | undefined): void => {
        if (typeof words === 'string') all.push(words);
        else for (const each of Object.values(words ?? {})) gather(each);
      };
      gather(captions);
      expect(all.length).toBeGreaterThan(5);
      expect(all.filter((words, i) => all.indexOf(words) !== i)).toEqual([]);
    }
  });
});
