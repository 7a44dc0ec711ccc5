/**
 * The files of `levels/` that the rules need: `<act>/act.json` and `campaign.json`. Errors name file, path and reason.
 */
import * as v from 'valibot';
import { type Act, BadInput } from '../act.ts';
import { sayIssue } from './say-issue.ts';

const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case words joined by hyphens'));
const name = v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]*$/, 'must be a name in camelCase'));
const number = v.pipe(v.number(), v.finite());

const slider = v.pipe(
  v.strictObject({ parameter: name, from: number, to: number, step: v.pipe(number, v.minValue(Number.MIN_VALUE)) }),
  v.check(({ from, to }) => from < to, 'from must be below to'),
);

const parameters = v.record(name, number);

const actFile = v.strictObject({
  id,
  ideas: v.pipe(v.array(id), v.minLength(1)),
  parameters,
  kiosk: parameters,
  /** Ways to play, the usual one first; an act without them has only that one. */
  ways: v.exactOptional(v.pipe(v.array(v.strictObject({ id: name, parameters })), v.minLength(1))),
  /** What is changed for the usual way while a player has not yet played the act to its end. */
  first: v.exactOptional(parameters),
  workshop: v.pipe(v.array(slider), v.minLength(1)),
  /** Fields of the outcome, each a number after each round, that the reveal draws; without them it draws the main figure. */
  lines: v.exactOptional(v.pipe(v.array(name), v.minLength(1))),
  bets: v.pipe(v.array(name), v.minLength(2)),
});

const campaignFile = v.strictObject({ acts: v.pipe(v.array(id), v.minLength(1)) });

/** What an act's data says: ideas, parameters (and those of the kiosk cut), ways to play, sliders of the workshop, bets. */
export type ActFile = v.InferOutput<typeof actFile>;
export type Slider = v.InferOutput<typeof slider>;
export type CampaignFile = v.InferOutput<typeof campaignFile>;

/** Checks an act's file. Throws `BadInput`, whose path begins with the file's name. */
export function parseActFile(file: string, value: unknown): ActFile {
  const parsed = parse(file, actFile, value);
  const { parameters } = parsed;
  const checkKnown = (path: string, changes: Readonly<Record<string, number>>): void => {
    for (const key of Object.keys(changes))
      if (!Object.hasOwn(parameters, key)) throw new BadInput(`${file}: ${path}.${key}`, 'is not among the parameters');
  };
  checkKnown('kiosk', parsed.kiosk);
  checkKnown('first', parsed.first ?? {});
  const seen = new Set<string>();
  for (const [i, { id, parameters: changes }] of (parsed.ways ?? []).entries()) {
    if (seen.has(id)) throw new BadInput(`${file}: ways.${i}.id`, `${id} is there already`);
    seen.add(id);
    // The thousand runs of the reveal are played as the act's own parameters say, and so is the usual way.
    if (i === 0 && Object.keys(changes).length > 0)
      throw new BadInput(`${file}: ways.0.parameters`, 'must be empty: the usual way changes nothing');
    checkKnown(`ways.${i}.parameters`, changes);
  }
  for (const [i, slider] of parsed.workshop.entries()) {
    const { parameter } = slider;
    const path = `${file}: workshop.${i}`;
    const value = parameters[parameter];
    if (value === undefined) throw new BadInput(`${path}.parameter`, `${parameter} is not among the parameters`);
    const { from, to, step } = slider;
    if (!valuesOf(slider).includes(value))
      throw new BadInput(
        path,
        `the act's own value ${value} of ${parameter} is off the slider, which goes from ${from} to ${to} in steps of ${step}`,
      );
  }
  return parsed;
}

/** Checks the campaign's file. Throws `BadInput`, whose path begins with the file's name. */
export function parseCampaignFile(file: string, value: unknown): CampaignFile {
  return parse(file, campaignFile, value);
}

function parse<Schema extends v.GenericSchema>(file: string, schema: Schema, value: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new BadInput(`${file}: ${v.getDotPath(issue) ?? '(whole file)'}`, sayIssue(issue));
}

/** The act's parameters with some of them changed (a kiosk cut, a slider), checked by the act. Throws `BadInput`. */
export function parametersOf<Parameters>(
  act: Pick<Act<unknown, unknown, Parameters>, 'parseParameters'>,
  file: Pick<ActFile, 'parameters'>,
  changes: Readonly<Record<string, number>> = {},
): Parameters {
  return act.parseParameters({ ...file.parameters, ...changes });
}

/** Every value that a slider can take, from `from` to `to`. Rounded to a millionth, so that 0.1 · 3 is 0.3. */
export function valuesOf({ from, to, step }: Pick<Slider, 'from' | 'to' | 'step'>): readonly number[] {
  const count = Math.floor((to - from) / step + 1e-6);
  return Array.from({ length: count + 1 }, (_, i) => Math.round((from + i * step) * 1e6) / 1e6);
}
