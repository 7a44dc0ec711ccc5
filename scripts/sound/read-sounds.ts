/** Reads and checks `levels/<act>/sounds.json`: its shape, and that all it names exists. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { chance } from '../../assets/sound/dsp/chance.ts';
import type { ActSounds, CueChoice } from '../../src/app/sound/sounds-file.ts';
import type { Bot } from '../../src/kernel/act.ts';
import type { ActRules } from '../../src/kernel/act-rules.ts';
import type { ActFile } from '../../src/kernel/content/act-file.ts';
import { isCue } from '../../src/sound/cues.ts';
import { isLayer, isPlace, type LayerId } from '../../src/sound/layers.ts';
import { ROOT } from './places.ts';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const number = v.pipe(v.number(), v.finite());
const field = v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]*$/, 'must be the name of a field'));

const cueId = v.pipe(v.string(), v.check(isCue, 'is no cue'));
const manner = {
  rate: v.optional(v.pipe(v.number(), v.minValue(0.5), v.maxValue(2))),
  after: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5_000))),
};
const choice: v.GenericSchema = v.union([
  cueId,
  v.strictObject({ cue: cueId, ...manner }),
  v.strictObject({
    by: field,
    cues: v.record(
      v.string(),
      v.lazy(() => choice),
    ),
    else: v.optional(v.lazy(() => choice)),
    ...manner,
  }),
  v.pipe(v.array(v.lazy(() => choice)), v.minLength(2)),
]);

const layer = v.pipe(
  v.strictObject({
    layer: v.pipe(v.string(), v.check(isLayer, 'is no layer')),
    follows: v.nullable(v.pipe(v.string(), v.regex(/^\w+( \w+)*$/, 'must be fields separated by spaces'))),
    fold: v.optional(v.picklist(['max', 'sum'])),
    ears: v.optional(v.literal(true)),
    from: number,
    to: number,
    quiet: share,
    full: share,
  }),
  v.check(({ from, to }) => from < to, 'from must be below to'),
  v.check(({ ears, fold }) => !ears || fold === undefined, 'ears fold by themselves'),
  v.check(({ ears, layer: id }) => !ears || isPlace(id as LayerId), 'ears are for layers with a place'),
);

const soundsFile = v.strictObject({
  cues: v.record(v.string(), choice),
  layers: v.array(layer),
  positions: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

export const soundsPath = (act: string): string => join(ROOT, 'levels', act, 'sounds.json');

export const hasSounds = (act: string): boolean => existsSync(soundsPath(act));

/** Checks the shape, the cues and the layers. Throws an error that names the place in the file. */
export function parseSounds(file: string, value: unknown): ActSounds {
  const result = v.safeParse(soundsFile, value);
  if (result.success) return result.output as unknown as ActSounds;
  const [issue] = result.issues;
  throw new Error(`${file}: ${v.getDotPath(issue) ?? '(whole file)'}: ${issue.message}`);
}

export const readSounds = (act: string): ActSounds =>
  parseSounds(`levels/${act}/sounds.json`, JSON.parse(readFileSync(soundsPath(act), 'utf8')));

type Told = Readonly<Record<string, unknown>>;

/** Runs played for the check, and ticks between two presses of the one who presses anything. */
const SEEDS = [1, 2, 3, 4];
const PRESS_EVERY = 9;

/** One who presses whatever can be pressed: he does what no strategy would. */
function makePresser(act: ActRules['act'], seed: number): Bot {
  const next = chance(seed);
  return {
    decide(state) {
      if (act.tick(state) % PRESS_EVERY !== 0) return [];
      const enabled = act.controls(state).filter((control) => control.enabled);
      const pressed = enabled[Math.floor(next() * enabled.length)];
      return pressed === undefined ? [] : [pressed.intent];
    },
  };
}

/** Everything that happens when every bot, and one who presses anything, plays with the act's own parameters. */
function playAll({ act }: ActRules, file: ActFile): { state: unknown; happened: Map<string, Told[]> } {
  const parameters = act.parseParameters(file.parameters);
  const happened = new Map<string, Told[]>();
  for (const seed of SEEDS) {
    for (const maker of [...Object.values(act.bots), (botSeed: number) => makePresser(act, botSeed)]) {
      const state = act.create(parameters, seed);
      const bot = maker(seed);
      while (!act.isOver(state)) {
        for (const one of act.step(state, bot.decide(state))) {
          const list = happened.get(one.what);
          if (list === undefined) happened.set(one.what, [{ ...one }]);
          else list.push({ ...one });
        }
      }
    }
  }
  return { state: act.create(parameters, 1), happened };
}

/** Fields by which a choice is made, with the words that it knows. */
function listFields(given: CueChoice | undefined): { field: string; words: readonly string[] }[] {
  if (given === undefined || typeof given === 'string' || 'cue' in given) return [];
  if ('by' in given)
    return [
      { field: given.by, words: Object.keys(given.cues) },
      ...Object.values(given.cues).flatMap(listFields),
      ...listFields(given.else),
    ];
  return given.flatMap(listFields);
}

/** What a file names that the act does not have, in words; nothing when all is there. */
export function findMissing(sounds: ActSounds, rules: ActRules, file: ActFile): string[] {
  const { state, happened } = playAll(rules, file);
  const complaints: string[] = [];
  for (const [what, given] of Object.entries(sounds.cues)) {
    for (const { field: by, words } of listFields(given)) {
      const seen = (happened.get(what) ?? []).filter((one) => Object.hasOwn(one, by));
      if (seen.length === 0) complaints.push(`cues.${what}: nobody ever met one with a field ${by}`);
      else if (!seen.some((one) => words.includes(String(one[by]))))
        complaints.push(`cues.${what}: ${by} was never any of ${words.join(', ')}`);
    }
  }
  for (const { layer: id, follows, ears } of sounds.layers) {
    for (const name of follows?.split(' ') ?? []) {
      const value = (state as Told)[name];
      const list =
        Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView)) ? value : undefined;
      if (list === undefined || typeof (list as ArrayLike<unknown>)[0] !== 'number')
        complaints.push(`layers.${id}: ${name} is no list of numbers in the state`);
      else if (ears && (list as ArrayLike<unknown>).length !== 2)
        complaints.push(`layers.${id}: ${name} is no pair of ears`);
    }
  }
  return complaints;
}
