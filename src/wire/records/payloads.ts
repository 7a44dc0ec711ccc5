import * as v from 'valibot';
import { REPLAY_FORMAT, REPLAY_VERSION } from '../../kernel/replay.ts';
import { RANKS, TIERS } from '../../quiz/index.ts';
import type { Payloads, RecordType } from './records.ts';

const Text = v.pipe(v.string(), v.maxLength(200, 'is too long'));
const Finite = v.pipe(v.number(), v.finite('is not finite'));
const Count = v.pipe(v.number(), v.safeInteger('is no whole number'), v.minValue(0, 'is negative'));
const Share = v.pipe(Finite, v.minValue(0, 'is below 0'), v.maxValue(1, 'is above 1'));
const Options = v.pipe(v.array(Text), v.maxLength(50, 'is too long'));

const OutcomeSchema = v.looseObject({ series: v.array(Finite), score: Finite });

/** A replay as far as it can be judged without the act's rules; `parseReplay` judges the rest. */
export const ReplaySchema = v.object({
  format: v.literal(REPLAY_FORMAT),
  version: v.literal(REPLAY_VERSION),
  act: Text,
  rules: Count,
  parameters: v.unknown(),
  seed: Finite,
  ticks: Count,
  hashEvery: Count,
  intents: v.array(v.strictTuple([Count, v.unknown()])),
  hashes: v.array(Text),
  outcome: v.exactOptional(OutcomeSchema),
});

export const BetPlacedSchema = v.object({ question: Text, choice: Text, right: v.nullable(v.boolean()) });

const AttemptSchema = v.object({
  act: Text,
  replay: ReplaySchema,
  outcome: OutcomeSchema,
  bet: v.nullable(BetPlacedSchema),
  startedAt: Finite,
  endedAt: Finite,
  input: v.picklist(['pointer', 'touch', 'keyboard', 'gamepad', 'switch']),
  speed: v.pipe(Finite, v.minValue(0, 'is below 0')),
  assists: Options,
});

const AnswerSchema = v.object({
  way: v.picklist(['debrief', 'drill']),
  act: v.nullable(Text),
  item: Text,
  idea: Text,
  kind: Text,
  shown: Options,
  response: Options,
  score: Share,
  round: v.picklist([1, 2]),
  tookMs: v.pipe(Finite, v.minValue(0, 'is negative')),
});

export const ExaminationAnswerSchema = v.object({
  item: Text,
  idea: Text,
  kind: Text,
  shown: Options,
  response: Options,
  score: Share,
  tookMs: v.pipe(Finite, v.minValue(0, 'is negative')),
});

const Spread = v.pipe(Finite, v.minValue(0, 'is negative'));

const ResultSchema = v.object({
  rank: v.picklist(RANKS),
  tier: v.picklist(TIERS),
  sureOfRank: Share,
  sureOfTier: Share,
  ranks: v.pipe(
    v.array(v.object({ rank: v.picklist(RANKS), probability: Share })),
    v.length(RANKS.length, 'is not one for each rank'),
  ),
  tiers: v.pipe(
    v.array(v.object({ tier: v.picklist(TIERS), probability: Share })),
    v.length(TIERS.length, 'is not one for each tier'),
  ),
  estimate: Finite,
  sd: Spread,
  interval: v.strictTuple([Finite, Finite]),
  groups: v.array(
    v.object({
      group: Count,
      asked: Count,
      observed: Share,
      expected: Share,
      error: Spread,
      verdict: v.picklist(['strong', 'weak', 'open']),
    }),
  ),
  playNext: v.array(Text),
});

const ExaminationSchema = v.object({
  seed: Finite,
  bank: Text,
  startedAt: Finite,
  endedAt: Finite,
  answers: v.pipe(v.array(ExaminationAnswerSchema), v.minLength(1, 'is empty'), v.maxLength(100, 'is too long')),
  result: ResultSchema,
});

/** The form of each payload at its current schema version. */
export const PAYLOADS: { readonly [Type in RecordType]: v.GenericSchema<unknown, Payloads[Type]> } = {
  attempt: AttemptSchema,
  answer: AnswerSchema,
  examination: ExaminationSchema,
  poll: v.object({ question: Text, choice: Text }),
  bet: v.object({ act: Text, question: Text, choice: Text }),
};
