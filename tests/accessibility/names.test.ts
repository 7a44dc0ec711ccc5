/** Whatever can be pressed on a stage has a name of its own in every language, whatever the state. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';

import { listActs, loadAct, readActFile, ROOT } from '../../scripts/bots/content.ts';
import { LANGUAGES, type Language } from '../../src/i18n/languages.ts';
import type { Act, Control, TextRef } from '../../src/kernel/act.ts';
import { makeBot } from '../../src/kernel/play-bot.ts';
import { advanceRun, startRun } from '../../src/kernel/run.ts';

/** Ticks from look to look. */
const EVERY = 61;
const SEED = 7;

function openTexts(act: string): (language: Language, ref: TextRef) => string {
  const i18n = createInstance();
  const read = (language: string): object =>
    JSON.parse(readFileSync(join(ROOT, 'levels', act, `${language}.json`), 'utf8')) as object;
  void i18n.init({
    lng: 'en',
    resources: Object.fromEntries(LANGUAGES.map((language) => [language, { translation: read(language) }])),
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return (language, { key, values }) => i18n.t(key, { ...values, lng: language });
}

/** The controls at many moments of a run. */
function* watchControls(act: Act, parameters: unknown, bot: string): Generator<readonly Control[]> {
  const run = startRun(act, parameters, SEED);
  const player = makeBot(act, bot, SEED);
  for (let tick = 0; !act.isOver(run.state); tick++) {
    if (tick % EVERY === 0) yield act.controls(run.state);
    advanceRun(run, player.decide(run.state));
  }
}

describe.each(listActs())('the controls of %s', (id) => {
  it('each have a name that no other has at that moment, in every language', async () => {
    const { act, strategies } = await loadAct(id);
    const file = readActFile(id);
    const say = openTexts(id);
    const trouble = new Set<string>();
    let looks = 0;
    const ways = [{}, ...(file.ways ?? []).map(({ parameters }) => parameters)];
    for (const [place, way] of ways.entries()) {
      const parameters = act.parseParameters({ ...(file.parameters as object), ...way });
      // The other ways have the same controls, more or fewer of them: one player is enough.
      for (const { bot } of place === 0 ? strategies : strategies.slice(0, 1))
        for (const controls of watchControls(act, parameters, bot)) {
          looks++;
          for (const language of LANGUAGES) {
            const names = controls.map(({ text }) => say(language, text));
            for (const [n, name] of names.entries()) {
              const { key } = (controls[n] as Control).text;
              if (name.trim() === '' || name === key) trouble.add(`${language}: ${key} says nothing`);
              if (names.indexOf(name) !== n) trouble.add(`${language}: two are called ${name}`);
            }
          }
        }
    }
    expect(looks, 'changes of the controls while the bots played').toBeGreaterThan(20);
    expect([...trouble]).toEqual([]);
  });
});
