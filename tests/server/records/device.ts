/** A device for tests: plays with bots, answers items, and writes the records that the game would write. */
import { randomUUID } from 'node:crypto';

import type { ActRules } from '../../../src/kernel/act-rules.ts';
import type { ActFile } from '../../../src/kernel/content/act-file.ts';
import { asUsualWay } from '../../../src/kernel/content/usual-way.ts';
import { recordBot } from '../../../src/kernel/play-bot.ts';
import { settleTruth } from '../../../src/kernel/settle-truth.ts';
import {
  answerExamination,
  beginExamination,
  currentQuestion,
  isOver,
  resultOf,
  type ExaminationBank,
} from '../../../src/quiz/examination/index.ts';
import { keyResponse, scoreResponse, shuffleOptions, type Item } from '../../../src/quiz/index.ts';
import { loadRules, readActFile } from '../../../src/server/content/acts.ts';
import { makeUuid } from '../../../src/server/database/uuid.ts';
import { asJson, hashPayload } from '../../../src/wire/records/canonical.ts';
import { currentSchema, LADDERS } from '../../../src/wire/records/migrate.ts';
import type { StoredRecord } from '../../../src/wire/records/read-record.ts';
import { recordRun } from '../../../src/wire/records/record-run.ts';
import type { Answer, Attempt, Examination, NewRecord, RecordType } from '../../../src/wire/records/records.ts';

/** What must be there for the test to make sense. */
export function there<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('it is not there');
  return value;
}

/** The item at a place of the bank. */
export function itemOf({ entries }: ExaminationBank, place: number): Item {
  return there(entries[place % entries.length]).item;
}

export interface TestDevice {
  readonly id: string;
  /** Writes a record, numbered from 1 on. */
  write(fresh: NewRecord, at?: number): StoredRecord;
  /** The same with a payload that the game would not write. */
  writeAny(type: RecordType, payload: unknown, at?: number): StoredRecord;
}

/** A device; its clock stands at `now` unless a record says otherwise. */
export function makeDevice(now: () => Date, id: string = randomUUID()): TestDevice {
  let seq = 0;
  const writeAny = (type: RecordType, payload: unknown, at = now().getTime()): StoredRecord =>
    stamp({ device: id, seq: ++seq, type, schema: currentSchema(LADDERS[type]), at }, payload);
  return { id, writeAny, write: ({ type, payload }, at) => writeAny(type, payload, at) };
}

/** Puts a payload into its envelope, with the fingerprint that fits it. */
export function stamp(
  envelope: Pick<StoredRecord, 'device' | 'seq' | 'type' | 'schema' | 'at'>,
  payload: unknown,
): StoredRecord {
  const kept = asJson(payload);
  return { id: makeUuid(new Date(envelope.at)), ...envelope, payload: kept, payloadHash: hashPayload(kept) };
}

export interface PlayedAct {
  readonly rules: ActRules;
  readonly file: ActFile;
}
const acts = new Map<string, Promise<PlayedAct>>();
export function readAct(id: string): Promise<PlayedAct> {
  const known =
    acts.get(id) ?? Promise.all([loadRules(id), readActFile(id)]).then(([rules, file]) => ({ rules, file }));
  acts.set(id, known);
  return known;
}

export interface RunWishes {
  readonly act: string;
  readonly seed: number;
  readonly bot?: string;
  /** What is changed of the act's parameters. */
  readonly changes?: Readonly<Record<string, number>>;
  readonly bet?: string;
  readonly now?: number;
}

/** What the game writes after a run. */
export async function playAttempt({ act, seed, bot, changes = {}, bet, now = 0 }: RunWishes): Promise<Attempt> {
  const { rules, file } = await readAct(act);
  const parameters = rules.act.parseParameters({ ...file.parameters, ...changes });
  const run = recordBot(rules.act, parameters, seed, bot ?? (rules.betStrategies[0] as string));
  const truth = bet === undefined ? null : settleTruth(rules, asUsualWay(file, parameters), seed);
  return {
    act,
    replay: recordRun(run),
    outcome: rules.act.outcome(run.state),
    bet: bet === undefined ? null : { question: 'bet', choice: bet, right: truth === bet },
    startedAt: now,
    endedAt: now,
    input: 'pointer',
    speed: 1,
    assists: [],
  };
}

/** An answer to an item: the right one, or one that is not. */
export function answerItem(
  item: Item,
  given: { readonly right?: boolean; readonly seed?: number; readonly act?: string } = {},
): Answer {
  const { right = true, seed = 1, act } = given;
  const response = right ? keyResponse(item) : wrongResponse(item);
  const shown = shuffleOptions(item, seed);
  const where = act === undefined ? ({ way: 'drill', act: null } as const) : ({ way: 'debrief', act } as const);
  const { score } = scoreResponse(item, response, shown);
  const { id, idea, kind } = item;
  return { ...where, item: id, idea, kind, shown, response, score, round: 1, tookMs: 4000 + seed };
}

/** A response that fits the item and is worth less than all. */
export function wrongResponse(item: Item): readonly string[] {
  const key = keyResponse(item);
  switch (item.kind) {
    case 'true-false-reason':
      return [item.key.verdict ? 'false' : 'true', ...key.slice(1)];
    case 'estimate': {
      const { min, max } = item.range;
      return [String(Math.abs(item.key.value - min) > Math.abs(item.key.value - max) ? min : max)];
    }
    case 'ordering':
    case 'matching':
    case 'cloze':
      return [...key.slice(1), key[0] as string];
    case 'sorting':
      return key.map((place) => item.places.find((other) => other !== place) as string);
    case 'multiple-response':
      return item.options.filter((option) => !item.key.includes(option)).slice(0, 1);
    case 'single-choice':
    case 'graded-judgement':
      return [there(item.options.find((option) => option !== key[0]))];
  }
}

/** An examination held to its end; `isRight` says which questions (from 1) are answered rightly. */
export function sitExamination(
  bank: ExaminationBank,
  seed: number,
  isRight: (number: number) => boolean = () => true,
): Examination {
  let examination = beginExamination(bank, seed);
  const answers: Examination['answers'][number][] = [];
  while (!isOver(bank, examination)) {
    const question = currentQuestion(bank, examination);
    if (question === null) break;
    const { item, number } = question;
    examination = answerExamination(bank, examination, isRight(number) ? keyResponse(item) : wrongResponse(item));
    const given = examination.answers.at(-1);
    if (given !== undefined) answers.push({ ...given, idea: item.idea, kind: item.kind, tookMs: 3000 });
  }
  const { review: _, ...result } = resultOf(bank, examination);
  return { seed, bank: bank.fingerprint, startedAt: 0, endedAt: 0, answers, result };
}
