import * as v from 'valibot';
import { Id } from '../content/concepts.ts';
import { ESTIMATE_OPTIONS } from '../kinds/estimate.ts';
import { RANKS, TIERS } from './item.ts';

/** A list of ids, none twice; `what` names one of them in the reasons. */
const Ids = (what: string, fewest: number, most: number) =>
  v.pipe(
    v.array(Id),
    v.minLength(fewest, `needs at least ${fewest} ${what}s`),
    v.maxLength(most, `takes at most ${most} ${what}s`),
    v.check((ids) => new Set(ids).size === ids.length, `names ${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what} twice`),
  );

const Amount = v.pipe(v.number(), v.finite('is no finite number'));
const Positive = v.pipe(Amount, v.gtValue(0, 'must be above 0'));

const common = { id: Id, tier: v.picklist(TIERS), situation: v.boolean() };

const SingleChoiceSchema = v.strictObject({
  ...common,
  kind: v.literal('single-choice'),
  options: Ids('option', 3, 5),
  key: v.pipe(v.string('must be the one option that is right; for several, the kind is multiple-response'), Id),
});

const MultipleResponseSchema = v.strictObject({
  ...common,
  kind: v.literal('multiple-response'),
  options: Ids('option', 4, 8),
  key: v.array(Id),
});

const TrueFalseReasonSchema = v.strictObject({
  ...common,
  kind: v.literal('true-false-reason'),
  options: Ids('option', 3, 5),
  key: v.strictObject({ verdict: v.boolean(), reason: Id }),
});

const OrderingSchema = v.strictObject({
  ...common,
  kind: v.literal('ordering'),
  options: Ids('option', 3, 6),
  key: v.array(Id),
});

const MatchingSchema = v.strictObject({
  ...common,
  kind: v.literal('matching'),
  options: Ids('option', 3, 6),
  places: Ids('place', 3, 8),
  key: v.record(Id, Id),
});

const SortingSchema = v.strictObject({
  ...common,
  kind: v.literal('sorting'),
  options: Ids('option', 4, 8),
  places: Ids('place', 2, 4),
  key: v.record(Id, Id),
});

const GradedJudgementSchema = v.strictObject({
  ...common,
  kind: v.literal('graded-judgement'),
  options: Ids('option', 4, 5),
  key: v.record(Id, v.picklist(RANKS)),
});

const EstimateSchema = v.strictObject({
  ...common,
  kind: v.literal('estimate'),
  range: v.strictObject({ min: Amount, max: Amount, step: Positive }),
  options: v.pipe(
    v.array(Id),
    v.check(
      (options) => options.length === ESTIMATE_OPTIONS.length && ESTIMATE_OPTIONS.every((id) => options.includes(id)),
      `must be ${ESTIMATE_OPTIONS.join(', ')}`,
    ),
  ),
  key: v.strictObject({
    value: Amount,
    exact: v.pipe(Amount, v.minValue(0, 'must not be below 0')),
    near: Positive,
  }),
});

const ClozeSchema = v.strictObject({
  ...common,
  kind: v.literal('cloze'),
  gaps: Ids('gap', 2, 6),
  options: Ids('option', 3, 9),
  key: v.record(Id, Id),
});

/** An item as it is written: without its idea, which is the folder's name. */
export const ItemSchema = v.variant('kind', [
  SingleChoiceSchema,
  MultipleResponseSchema,
  TrueFalseReasonSchema,
  OrderingSchema,
  MatchingSchema,
  SortingSchema,
  GradedJudgementSchema,
  EstimateSchema,
  ClozeSchema,
]);

/** The file around the items: each is checked on its own, so that one fault does not take the others along. */
export const ItemsFile = v.strictObject({ items: v.array(v.unknown()) });
