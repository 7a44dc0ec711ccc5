import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { stemOf } from '../../scripts/content/plural-keys.ts';
import { readTextGroups } from '../../scripts/content/read-texts.ts';
import type { ActFile } from '../../src/kernel/content/act-file.ts';
import type { Claim } from '../../src/kernel/claim.ts';
import type { ActRules } from '../../src/kernel/act-rules.ts';
import type { TextRef } from '../../src/kernel/act.ts';
import { makeBot } from '../../src/kernel/play-bot.ts';
import type { ActStageModule } from '../../src/stage/act-stage.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const groups = readTextGroups(ROOT);
const acts = readdirSync(join(ROOT, 'src', 'acts'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(ROOT, 'src', 'acts', entry.name, 'rules', 'index.ts')))
  .map((entry) => entry.name);

/** How often a bot's run is looked at, in ticks. */
const LOOK_EVERY = 20;

/**
 * Every text that the act asks for while its bots play, in every way: controls, gauges, strategies, explanations; and
 * those that the screens ask for by what its file and its claims name.
 */
async function collectAsked(id: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rules = (await import(join(ROOT, 'src', 'acts', id, 'rules', 'index.ts'))) as ActRules;
  const file = JSON.parse(readFileSync(join(ROOT, 'levels', id, 'act.json'), 'utf8')) as ActFile;
  const { claims } = (await import(join(ROOT, 'src', 'acts', id, 'rules', 'claims.ts'))) as {
    claims: readonly Claim[];
  };
  const { stage } = (await import(join(ROOT, 'src', 'acts', id, 'stage', 'index.ts'))) as { stage: ActStageModule };
  const { act } = rules;
  const ways = [{}, file.first ?? {}, ...(file.ways ?? []).map((way) => way.parameters)];
  const asked = new Map<string, Set<string>>();
  const take = ({ key, values = {} }: TextRef): void => {
    const names = asked.get(key) ?? new Set();
    for (const name of Object.keys(values)) names.add(name);
    asked.set(key, names);
  };
  for (const { text } of rules.strategies) take(text);
  for (const text of [stage.description, ...Object.values(stage.groupNames)]) take(text);
  for (const changes of ways) {
    const parameters = act.parseParameters({ ...file.parameters, ...changes });
    for (const name of Object.keys(act.bots)) {
      const state = act.create(parameters, 7);
      const bot = makeBot(act, name, 7);
      while (!act.isOver(state)) {
        act.step(state, bot.decide(state));
        if (act.tick(state) % LOOK_EVERY !== 0) continue;
        for (const { text } of [...act.controls(state), ...act.gauges(state)]) take(text);
      }
      for (const text of rules.explain(act.outcome(state))) take(text);
    }
  }
  const screens = [
    ...(file.ways ?? []).flatMap((way) => [`ways.${way.id}.name`, `ways.${way.id}.text`]),
    ...file.bets.map((bet) => `bet.options.${bet}`),
    ...file.ideas.map((idea) => `ideas.${idea}`),
    ...file.workshop.map(({ parameter }) => `workshop.${parameter}`),
    ...claims.map((claim) => `claims.${claim.id}`),
    'name',
    'line',
    'playbill',
    'kiosk',
    'actions.pause',
    'bet.question',
    'reveal.plotHeading',
    'reveal.across',
    'reveal.up',
    'reveal.idea',
  ];
  for (const key of screens) take({ key });
  take({ key: 'reveal.round', values: { number: 1 } });
  return asked;
}

describe.each(acts)('the act %s', (id) => {
  const files = groups.find(({ namespace }) => namespace === id)?.files ?? [];

  test.each(files.map((file) => [file.language, file] as const))(
    'says everything that it asks for in %s',
    async (_language, file) => {
      const known = new Map(file.texts.map(({ key, value }) => [stemOf(key), value] as const));
      const asked = await collectAsked(id);
      expect(asked.size).toBeGreaterThan(10);
      expect([...asked.keys()].filter((key) => !known.has(key))).toEqual([]);
      // A placeholder that nobody fills would be shown to the player as it is.
      const unfilled = [...asked].flatMap(([key, names]) =>
        [...(known.get(key) ?? '').matchAll(/\{\{\s*(\w+)/g)]
          .map((match) => match[1] ?? '')
          .filter((name) => !names.has(name))
          .map((name) => `${key}: {{${name}}}`),
      );
      expect(unfilled).toEqual([]);
    },
  );
});
