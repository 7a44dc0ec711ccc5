/** Blind guessers: each takes the option with most of something that has nothing to do with the question. */
import type { Task } from './tasks.ts';
import { countAbsolutes, countHedges, countJoints, formOf, matterOf, overlapOf } from './words.ts';

/** How much of what the guesser looks for each option has. */
type Measure = (task: Task) => readonly number[];

const ofText =
  (measure: (text: string, task: Task) => number): Measure =>
  (task) =>
    task.options.map(({ text }) => measure(text, task));
const least =
  (measure: Measure): Measure =>
  (task) =>
    measure(task).map((value) => -value);

const longest = ofText((text) => [...text].length);
const hedged = ofText((text, { language }) => countHedges(text, language));
const absolute = ofText((text, { language }) => countAbsolutes(text, language));
const jointed = ofText((text, { language }) => countJoints(text, language));

/** What of the stem's matter an option repeats, among what no other option repeats as well. */
const echoes: Measure = ({ stem, options, language }) => {
  const own = matterOf(stem, language);
  return options.map(({ text }) => [...matterOf(text, language)].filter((each) => own.has(each)).length);
};

/** How much an option has in common with the others, on average. */
const likeOthers: Measure = ({ options, language }) => {
  const matters = options.map(({ text }) => matterOf(text, language));
  return matters.map((own, at) => mean(matters.filter((_other, place) => place !== at).map((b) => overlapOf(own, b))));
};

/** How far an option's length is from the mean of the others. */
const oddLength: Measure = ({ options }) => {
  const lengths = options.map(({ text }) => [...text].length);
  return lengths.map((own, at) => Math.abs(own - mean(lengths.filter((_other, place) => place !== at))));
};

/** Traits of form that an option has and no other. */
const oddForm: Measure = ({ options }) => {
  const forms = options.map(({ text }) => formOf(text));
  return forms.map(
    (own, at) => own.filter((trait, n) => forms.every((other, place) => place === at || other[n] !== trait)).length,
  );
};

/** All guessers by the name that the report gives them. */
export const GUESSERS: Readonly<Record<string, Measure>> = {
  'longest option': longest,
  'shortest option': least(longest),
  'most hedged option': hedged,
  'least hedged option': least(hedged),
  'most absolute option': absolute,
  'least absolute option': least(absolute),
  'option with most parts': jointed,
  'option with fewest parts': least(jointed),
  'first option of the file': ({ options }) => options.map((_option, place) => -place),
  'last option of the file': ({ options }) => options.map((_option, place) => place),
  'first option shown': ({ shownAt }) => shownAt.map((place) => -place),
  'odd one out by length': oddLength,
  'odd one out by form': oddForm,
  'odd one out by words': least(likeOthers),
  'most like the others': likeOthers,
  'repeats the stem': echoes,
  'avoids the stem': least(echoes),
};

/** The options that a guesser takes, as places in the file: more than one when it cannot tell them apart. */
export function pick(measure: Measure, task: Task): readonly number[] {
  const values = measure(task);
  const most = Math.max(...values);
  return values.flatMap((value, place) => (value >= most - 1e-12 ? [place] : []));
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
