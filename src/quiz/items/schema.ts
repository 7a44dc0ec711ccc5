import * as v from 'valibot';
import { Id } from '../content/concepts.ts';
import { RANKS, TIERS } from './item.ts';

const Options = (fewest: number, most: number) =>
  v.pipe(
    v.array(Id),
    v.minLength(fewest, `needs at least ${fewest} options`),
    v.maxLength(most, `takes at most ${most} options`),
    v.check((options) => new Set(options).size === options.length, 'names an option twice'),
  );

const common = { id: Id, idea: Id, tier: v.picklist(TIERS) };

const SingleChoiceSchema = v.strictObject({
  ...common,
  kind: v.literal('single-choice'),
  options: Options(3, 5),
  key: Id,
});

const OrderingSchema = v.strictObject({
  ...common,
  kind: v.literal('ordering'),
  options: Options(3, 6),
  key: v.array(Id),
});

const GradedJudgementSchema = v.strictObject({
  ...common,
  kind: v.literal('graded-judgement'),
  options: Options(4, 5),
  key: v.record(Id, v.picklist(RANKS)),
});

export const ItemSchema = v.variant('kind', [SingleChoiceSchema, OrderingSchema, GradedJudgementSchema]);

/** `levels/<act>/items.json`. */
export const ItemsFile = v.strictObject({ items: v.array(ItemSchema) });
