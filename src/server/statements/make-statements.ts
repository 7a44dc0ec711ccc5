/** From a record that counts to its statements. `docs/learning-records.md` has the table of what becomes of what. */
import { RANKS } from '../../quiz/index.ts';
import type { Answer, Attempt, Bet, Examination, ExaminationAnswer } from '../../wire/records/records.ts';
import type { Library } from '../content/library.ts';
import type { Activities } from './activities.ts';
import type { Earned, Found } from './earned.ts';
import { fits, writeResponse } from './interaction.ts';
import { makeStableId } from './stable-id.ts';
import type { Activity, Party, Result, Statement } from './statement.ts';
import { PLATFORM, VERBS, type VerbName } from './vocabulary.ts';
import { guessBegin, guessTimes, writeDuration } from './when.ts';

export interface Teller {
  /** Where players reach the server: names the system whose accounts the actors are. */
  readonly origin: string;
  readonly library: Pick<Library, 'items' | 'bank'>;
  readonly activities: Activities;
}

/** Who earned it. Names only when they may leave the server. */
export interface Learner {
  readonly player: string;
  readonly team: string;
  readonly playerName?: string;
  readonly teamName?: string;
}

/** What differs from statement to statement. */
interface Told {
  readonly verb: VerbName;
  readonly object: Activity;
  readonly at: Date;
  /** Tells statements of one record and verb apart. */
  readonly place?: number;
  readonly parent?: Activity;
  readonly revision?: string;
  readonly result?: Result;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** The statements of one record, in the order in which it happened; none for the opening poll, which is no achievement. */
export function makeStatements(teller: Teller, learner: Learner, { record, found, at }: Earned): readonly Statement[] {
  const told = ((): readonly Told[] => {
    switch (found.type) {
      case 'attempt':
        return tellAttempt(teller, record.payload as Attempt, found, at);
      case 'answer':
        return [tellAnswer(teller, record.payload as Answer, found.score, at)];
      case 'examination':
        return tellExamination(teller, record.payload as Examination, found, at);
      case 'bet':
        return [tellBet(teller, record.payload as Bet, at)];
      case 'poll':
        return [];
    }
  })();
  return told.map((each) => frame(teller, learner, record.id, each));
}

function tellAttempt(
  { activities }: Teller,
  attempt: Attempt,
  { score, series, seconds, betRight }: Extract<Found, { type: 'attempt' }>,
  at: Date,
): readonly Told[] {
  const { act, replay, bet } = attempt;
  const object = activities.act(act);
  const revision = String(replay.rules);
  const { extension } = activities;
  return [
    { verb: 'initialized', object, revision, at: guessBegin(at, attempt, seconds * 1000) },
    {
      verb: 'completed',
      object,
      revision,
      at,
      result: {
        // Acts have scores of their own kinds, without a top: nothing to scale by.
        score: { raw: score },
        completion: true,
        duration: writeDuration(seconds * 1000),
        extensions: {
          [extension('series')]: series,
          ...(bet === null ? {} : { [extension('bet')]: bet.choice }),
          ...(betRight === null ? {} : { [extension('bet-right')]: betRight }),
        },
      },
    },
  ];
}

function tellAnswer(teller: Teller, answer: Answer, score: number, at: Date): Told {
  const { activities } = teller;
  const { way, act, round } = answer;
  const parent = act === null ? activities.drill : activities.act(act);
  return {
    ...tellResponse(teller, answer, score),
    at,
    parent,
    extensions: { ...nameWay(teller, way, answer), [activities.extension('round')]: round },
  };
}

function tellExamination(
  teller: Teller,
  examination: Examination,
  { scores, ...found }: Extract<Found, { type: 'examination' }>,
  at: Date,
): readonly Told[] {
  const { activities, library } = teller;
  const { extension, examination: object } = activities;
  const took = examination.answers.map(({ tookMs }) => tookMs);
  const workMs = took.reduce((sum, each) => sum + each, 0);
  const begin = guessBegin(at, examination, workMs);
  const times = guessTimes(begin, at, took);
  const revision = library.bank.fingerprint;
  const place = Math.max(
    0,
    RANKS.findIndex((rank) => rank === found.rank),
  );
  return [
    { verb: 'initialized', object, revision, at: begin },
    ...examination.answers.map((answer, i): Told => ({
      ...tellResponse(teller, answer, scores[i] ?? 0),
      place: i + 1,
      at: times[i] ?? at,
      parent: object,
      extensions: nameWay(teller, 'examination', answer),
    })),
    {
      verb: 'completed',
      object,
      revision,
      at,
      result: {
        // The five ranks lie evenly between 0 and 1, as everywhere in the game.
        score: { scaled: place / (RANKS.length - 1), raw: place, min: 0, max: RANKS.length - 1 },
        completion: true,
        duration: writeDuration(workMs),
        extensions: {
          [extension('rank')]: found.rank,
          [extension('tier')]: found.tier,
          [extension('sure-of-rank')]: found.sureOfRank,
          [extension('sure-of-tier')]: found.sureOfTier,
          [extension('estimate')]: found.estimate,
          [extension('standard-deviation')]: found.sd,
        },
      },
    },
  ];
}

function tellBet({ activities }: Teller, { act, choice }: Bet, at: Date): Told {
  return {
    verb: 'selected',
    object: activities.bet(act),
    at,
    parent: activities.act(act),
    result: { response: choice },
  };
}

function tellResponse(
  { activities, library }: Teller,
  { item: id, response, tookMs }: Pick<ExaminationAnswer, 'item' | 'response' | 'tookMs'>,
  score: number,
): Pick<Told, 'verb' | 'object' | 'revision' | 'result'> {
  const item = library.items.get(id);
  return {
    verb: 'answered',
    object: activities.item(id),
    revision: library.bank.fingerprint,
    result: {
      score: { scaled: score, raw: score, min: 0, max: 1 },
      success: score === 1,
      // To an earlier edition of the item other things could be answered.
      ...(item !== undefined && fits(item, response) ? { response: writeResponse(item, response) } : {}),
      duration: writeDuration(tookMs),
    },
  };
}

function nameWay(
  { activities }: Teller,
  way: string,
  { idea }: { readonly idea: string },
): Readonly<Record<string, unknown>> {
  return { [activities.extension('way')]: way, [activities.extension('idea')]: idea };
}

function frame({ origin, activities }: Teller, learner: Learner, record: string, told: Told): Statement {
  const { verb, object, at, place = 0, parent, revision, result, extensions } = told;
  const { player, team, playerName, teamName } = learner;
  return {
    // The player too: ids of records are made on devices, and nobody shall take the place of somebody else's statement.
    id: makeStableId('statement', player, record, verb, String(place)),
    actor: nameParty('Agent', origin, player, playerName),
    verb: VERBS[verb],
    object,
    ...(result === undefined ? {} : { result }),
    context: {
      registration: makeStableId('registration', player),
      team: nameParty('Group', origin, team, teamName),
      platform: PLATFORM,
      ...(revision === undefined ? {} : { revision }),
      contextActivities: {
        ...(parent === undefined ? {} : { parent: [parent] }),
        grouping: [activities.game],
        category: [activities.profile],
      },
      ...(extensions === undefined ? {} : { extensions }),
    },
    timestamp: at.toISOString(),
  };
}

function nameParty<Type extends 'Agent' | 'Group'>(
  objectType: Type,
  homePage: string,
  id: string,
  name: string | undefined,
): Party<Type> {
  return { objectType, ...(name === undefined ? {} : { name }), account: { homePage, name: id } };
}
