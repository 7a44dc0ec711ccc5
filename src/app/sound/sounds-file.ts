/**
 * What `levels/<act>/sounds.json` says, and how it is read: the act's own cues, which cues go with what happens, and what
 * the layers follow. Pure. `scripts/sound/read-sounds.ts` checks such a file; the page takes it as it is.
 *
 * A happening's name leads to a choice:
 * - `"land"`: the name of a cue, one of the act's `sounds` or of the house;
 * - `{ "cue": "scroll", "rate": 1.3, "after": 500 }`: the same at another speed (0.5 … 2) and some milliseconds later;
 * - `{ "by": "place", "cues": { "1": …, "2": … }, "else": … }`: a choice by that field of the happening, written as a
 *   word; what no word fits is `else`, or silent. `rate` and `after` hold for all of them. A field may lie inside another
 *   (`"order.kind"`), and in each thing of a list (`"orders.kind"`): then every word that occurs counts, once;
 * - `[ …, … ]`: all of these.
 */
import type { Happening } from '../../kernel/act.ts';
import type { OwnCue } from '../../sound/act-cues.ts';
import type { CueOptions, LayerId } from '../../sound/port.ts';

/** How a cue is played; rates multiply and delays add on the way from a choice to its cue. */
interface Manner {
  /** Speed and pitch, 0.5 … 2. */
  readonly rate?: number;
  /** Milliseconds from the happening to the cue. */
  readonly after?: number;
}

export type CueChoice =
  | string
  | ({ readonly cue: string } & Manner)
  | ({
      /** A field of the happening, or of things in it, by a path with dots: a word, a number, or true and false. */
      readonly by: string;
      readonly cues: Readonly<Record<string, CueChoice>>;
      readonly else?: CueChoice;
    } & Manner)
  | readonly CueChoice[];

/** One layer and what it follows in the act's state. */
export interface FollowingLayer {
  readonly layer: LayerId;
  /** Fields of the state, separated by spaces: lists of numbers, numbers, or true (1) and false; null for a layer that only stays. */
  readonly follows: string | null;
  readonly fold?: 'max' | 'sum';
  /** The fields are pairs of what the left and the right ear hear: the louder is the level, the difference the place. */
  readonly ears?: true;
  /** The layer goes from `quiet` to `full` while the number goes from `from` to `to`. */
  readonly from: number;
  readonly to: number;
  readonly quiet: number;
  readonly full: number;
  /** Milliseconds in which it moves; for a change of mood that must be quick. The house's own pace unless told. */
  readonly fade?: number;
  /** A field of the state: while it is true, the layer stays at `quiet`. */
  readonly unless?: string;
}

export interface ActSounds {
  /** The act's own cues, by name: how they are played. Their recipes are the pack of the act's name in `assets/sound/packs/`. */
  readonly sounds: Readonly<Record<string, OwnCue>>;
  /** Choice of cues by the name of what happens. */
  readonly cues: Readonly<Record<string, CueChoice>>;
  readonly layers: readonly FollowingLayer[];
  /** Places from left to right that a happening's `at` may name; 1 where `at` is no place from left to right. */
  readonly positions: number;
}

/** One cue that a happening leads to. */
export interface ChosenCue {
  readonly id: string;
  readonly options: CueOptions;
  /** Milliseconds from now. */
  readonly after: number;
}

/** What a happening may say about where it is heard. */
interface Placed {
  readonly at?: number;
  readonly pan?: number;
  readonly near?: number;
}

/** How loud what is far away still is, beside what is at hand. */
const FAR = 0.25;

/** Where it is heard: by what the happening says itself, else by its place from left to right. */
function hear({ at, pan, near }: Placed, positions: number): CueOptions {
  const side = pan ?? (at === undefined || positions < 2 ? 0 : (at / (positions - 1)) * 1.6 - 0.8);
  return near === undefined ? { pan: side } : { pan: side, volume: FAR + (1 - FAR) * near };
}

/** Every cue that a happening leads to, in the order of the file. */
export function chooseCues({ cues, positions }: ActSounds, happening: Happening): readonly ChosenCue[] {
  const chosen: ChosenCue[] = [];
  const heard = hear(happening as Placed, positions);
  const follow = (choice: CueChoice | undefined, rate: number, after: number): void => {
    if (choice === undefined) return;
    if (typeof choice === 'string')
      chosen.push({ id: choice, options: rate === 1 ? heard : { ...heard, rate }, after });
    else if (isList(choice)) for (const each of choice) follow(each, rate, after);
    else {
      const faster = rate * (choice.rate ?? 1);
      const later = after + (choice.after ?? 0);
      if ('cue' in choice) follow(choice.cue, faster, later);
      else {
        const fitting = readWords(happening, choice.by).filter((word) => Object.hasOwn(choice.cues, word));
        if (fitting.length === 0) follow(choice.else, faster, later);
        else for (const word of fitting) follow(choice.cues[word], faster, later);
      }
    }
  };
  if (Object.hasOwn(cues, happening.what)) follow(cues[happening.what], 1, 0);
  return chosen;
}

const isList = (choice: CueChoice): choice is readonly CueChoice[] => Array.isArray(choice);

/** What stands at a path with dots, as words, each once. Of a list, what stands there in each of its things. */
export function readWords(thing: unknown, path: string): readonly string[] {
  let found: readonly unknown[] = [thing];
  for (const name of path.split('.'))
    found = found
      .flatMap((one) => one)
      .flatMap((one) =>
        typeof one === 'object' && one !== null && Object.hasOwn(one, name) ? [one[name as keyof typeof one]] : [],
      );
  return [...new Set(found.flatMap((one) => one).map(String))];
}

/** Every cue that a file may ask for, each once. */
export function listCues({ cues }: ActSounds): readonly string[] {
  const found = new Set<string>();
  const gather = (choice: CueChoice | undefined): void => {
    if (choice === undefined) return;
    if (typeof choice === 'string') found.add(choice);
    else if (isList(choice)) choice.forEach(gather);
    else if ('cue' in choice) found.add(choice.cue);
    else {
      Object.values(choice.cues).forEach(gather);
      gather(choice.else);
    }
  };
  Object.values(cues).forEach(gather);
  return [...found];
}

/** How loud a layer is, 0 … 1, and for one that is heard from somewhere, where: −1 left … 1 right. */
export interface LayerHeard {
  readonly level: number;
  readonly pan?: number;
}

/** What a layer is at, in a state of the act. A field that is not there, or is no number and no list of them, counts for nothing. */
export function hearLayer(state: unknown, following: FollowingLayer): LayerHeard {
  const { follows, fold, ears, from, to, quiet, full, unless } = following;
  if (unless !== undefined && readField(state, unless)[0] === 1) return { level: quiet };
  if (follows === null) return { level: full };
  const shareOf = (value: number): number => Math.min(1, Math.max(0, (value - from) / (to - from)));
  const values = follows.split(' ').map((field) => readField(state, field));
  if (ears) {
    const [left, right] = [0, 1].map((ear) => Math.max(0, ...values.map((pair) => pair[ear] ?? 0)));
    return {
      level: quiet + (full - quiet) * shareOf(Math.max(left ?? 0, right ?? 0)),
      pan: panOf(left ?? 0, right ?? 0),
    };
  }
  let sum = 0;
  let max = 0;
  for (const list of values) {
    for (let i = 0; i < list.length; i++) {
      const value = list[i] ?? 0;
      sum += value;
      max = Math.max(max, value);
    }
  }
  return { level: quiet + (full - quiet) * shareOf(fold === 'max' ? max : sum) };
}

/** Of two ears, −1 … 1; what neither hears is in the middle. */
const panOf = (left: number, right: number): number => (left + right > 0 ? (right - left) / (right + left) : 0);

/** Numbers of a field of the state, whatever the act calls it. */
function readField(state: unknown, field: string): ArrayLike<number> {
  const value = typeof state === 'object' && state !== null ? (state as Record<string, unknown>)[field] : undefined;
  if (ArrayBuffer.isView(value) || Array.isArray(value)) return value as unknown as ArrayLike<number>;
  if (typeof value === 'number' || typeof value === 'boolean') return [Number(value)];
  return NOTHING;
}

const NOTHING: readonly number[] = [];
