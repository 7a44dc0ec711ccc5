/** Reads and checks `levels/<act>/sounds.json`: its shape, and that all it names exists. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { chance } from '../../assets/sound/dsp/chance.ts';
import { type ActSounds, type CueChoice, listCues, readWords } from '../../src/app/sound/sounds-file.ts';
import type { Bot } from '../../src/kernel/act.ts';
import type { ActRules } from '../../src/kernel/act-rules.ts';
import type { ActFile } from '../../src/kernel/content/act-file.ts';
import { isHouseCue } from '../../src/sound/cues.ts';
import { isLayer, isPlace } from '../../src/sound/layers.ts';
import { ROOT } from './places.ts';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const number = v.pipe(v.number(), v.finite());
const field = v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/, 'must be the name of a field'));

const cueId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'must be the name of a cue'));
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
    unless: v.optional(v.pipe(v.string(), v.regex(/^\w+$/, 'must be a field'))),
    fade: v.optional(v.pipe(v.number(), v.integer(), v.minValue(50), v.maxValue(5_000))),
  }),
  v.check(({ from, to }) => from < to, 'from must be below to'),
  v.check(({ ears, fold }) => !ears || fold === undefined, 'ears fold by themselves'),
  v.check(({ ears, layer: id }) => !ears || (isLayer(id) && isPlace(id)), 'ears are for layers with a place'),
);

const own = v.strictObject({
  forms: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(6))),
  spacing: v.optional(v.pipe(v.number(), v.integer(), v.minValue(20), v.maxValue(5_000))),
  bus: v.optional(v.picklist(['effects', 'voice'])),
  throat: v.optional(v.string()),
});

const soundsFile = v.strictObject({
  sounds: v.record(cueId, own),
  cues: v.record(v.string(), choice),
  layers: v.array(layer),
  positions: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

const soundsPath = (act: string): string => join(ROOT, 'levels', act, 'sounds.json');

export const hasSounds = (act: string): boolean => existsSync(soundsPath(act));

/** Checks the shape, the cues and the layers: an act plays the house's cues and its own. Throws an error that names the place in the file. */
export function parseSounds(file: string, value: unknown): ActSounds {
  const result = v.safeParse(soundsFile, value);
  if (!result.success) {
    const [issue] = result.issues;
    throw new Error(`${file}: ${v.getDotPath(issue) ?? '(whole file)'}: ${issue.message}`);
  }
  const sounds = result.output as unknown as ActSounds;
  const asked = listCues(sounds);
  for (const id of asked)
    if (!isHouseCue(id) && !Object.hasOwn(sounds.sounds, id))
      throw new Error(`${file}: cues: ${id} is neither a cue of the house nor one of this act's sounds`);
  for (const id of Object.keys(sounds.sounds)) {
    if (isHouseCue(id)) throw new Error(`${file}: sounds.${id}: is the name of a cue of the house`);
    if (!asked.includes(id)) throw new Error(`${file}: sounds.${id}: nothing that happens leads to it`);
  }
  return sounds;
}

export const readSounds = (act: string): ActSounds =>
  parseSounds(`levels/${act}/sounds.json`, JSON.parse(readFileSync(soundsPath(act), 'utf8')));

type Told = Readonly<Record<string, unknown>>;

interface Played {
  /** A state as it is at the beginning. */
  readonly state: unknown;
  /** Everything that happened, by its name. */
  readonly happened: ReadonlyMap<string, readonly Told[]>;
  /** The same by the ticks in which it happened together, those with nothing left out. */
  readonly ticks: readonly (readonly Told[])[];
}

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
export function playAll({ act }: ActRules, file: ActFile): Played {
  const parameters = act.parseParameters(file.parameters);
  const happened = new Map<string, Told[]>();
  const ticks: Told[][] = [];
  for (const seed of SEEDS) {
    for (const maker of [...Object.values(act.bots), (botSeed: number) => makePresser(act, botSeed)]) {
      const state = act.create(parameters, seed);
      const bot = maker(seed);
      while (!act.isOver(state)) {
        const news = Array.from(act.step(state, bot.decide(state)), (one): Told => ({ ...one }));
        if (news.length > 0) ticks.push(news);
        for (const one of news) {
          const what = String(one['what']);
          const list = happened.get(what);
          if (list === undefined) happened.set(what, [one]);
          else list.push(one);
        }
      }
    }
  }
  return { state: act.create(parameters, 1), happened, ticks };
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

/** Something that a layer can follow, as a list; undefined for anything else. */
function listNumbers(value: unknown): ArrayLike<unknown> | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return [value];
  const isList = Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
  const list = isList ? (value as ArrayLike<unknown>) : undefined;
  return typeof list?.[0] === 'number' ? list : undefined;
}

/** What a file names that the act does not have, in words; nothing when all is there. */
export function findMissing(sounds: ActSounds, rules: ActRules, file: ActFile): string[] {
  const { state, happened } = playAll(rules, file);
  const complaints: string[] = [];
  for (const [what, given] of Object.entries(sounds.cues)) {
    for (const { field: by, words } of listFields(given)) {
      const seen = (happened.get(what) ?? []).flatMap((one) => readWords(one, by));
      if (seen.length === 0) complaints.push(`cues.${what}: nobody ever met one with a field ${by}`);
      else if (!seen.some((word) => words.includes(word)))
        complaints.push(`cues.${what}: ${by} was never any of ${words.join(', ')}`);
    }
  }
  for (const { layer: id, follows, ears, unless } of sounds.layers) {
    if (unless !== undefined && typeof (state as Told)[unless] !== 'boolean')
      complaints.push(`layers.${id}: ${unless} is not true or false in the state`);
    for (const name of follows?.split(' ') ?? []) {
      const list = listNumbers((state as Told)[name]);
      if (list === undefined) complaints.push(`layers.${id}: ${name} is no number and no list of numbers in the state`);
      else if (ears && list.length !== 2) complaints.push(`layers.${id}: ${name} is no pair of ears`);
    }
  }
  return complaints;
}
