/** Every statement that the server makes, field by field against the rules of xAPI 1.0.3. */
import { readFile } from 'node:fs/promises';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Item } from '../../../src/quiz/index.ts';
import { describeActivities, type Activities } from '../../../src/server/statements/activities.ts';
import type { Earned } from '../../../src/server/statements/earned.ts';
import { makeStatements, type Teller } from '../../../src/server/statements/make-statements.ts';
import type { Statement } from '../../../src/server/statements/statement.ts';
import { NAMES, TYPES, VERBS } from '../../../src/server/statements/vocabulary.ts';
import { LANGUAGES, openWords, type Words } from '../../../src/server/statements/words.ts';
import { openWriter } from '../../../src/server/statements/write-statements.ts';
import type { LogRecord } from '../../../src/wire/records/records.ts';
import { makePlayer, makeTeam, openTestGrounds, type MadePlayer, type TestGrounds } from '../harness/grounds.ts';
import { answerItem, makeDevice, playAttempt, sitExamination } from '../records/device.ts';
import { sendWords } from '../records/send.ts';
import { findFaults } from './xapi-rules.ts';

const ORIGIN = 'https://play.example.org';
const EXTENSION = `${ORIGIN}/xapi/extensions/`;

let house: TestGrounds;
let words: Words;
let activities: Activities;
let teller: Teller;
beforeAll(async () => {
  const bare = await openTestGrounds();
  const { library } = bare.grounds;
  await bare.close();
  words = await openWords(library);
  activities = describeActivities(ORIGIN, library, words);
  teller = { origin: ORIGIN, library, activities };
  const { write } = await openWriter({ library, origin: ORIGIN, names: false });
  house = await openTestGrounds({ parts: { writeStatements: write } });
});
afterAll(() => house.close());

async function readStatements(player: Pick<MadePlayer, 'id'>): Promise<readonly Statement[]> {
  const rows = await house.grounds.db
    .selectFrom('statement')
    .select(['id', 'statement'])
    .where('player_id', '=', player.id)
    .execute();
  const statements = rows.map(({ statement }) => statement as Statement);
  expect(statements.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  return statements.toSorted((a, b) => (a.timestamp < b.timestamp ? -1 : a.timestamp > b.timestamp ? 1 : 0));
}

function sayVerbs(statements: readonly Statement[]): readonly string[] {
  return statements.map(({ verb }) => verb.id.split('/').at(-1) as string);
}

describe('a delivery', () => {
  test('leaves a statement for every thing earned, by the rules and without a name', async () => {
    const { grounds, clock } = house;
    const { library, now } = grounds;
    const team = await makeTeam(grounds, { name: 'Team Sonnenschein' });
    const player = await makePlayer(grounds, { team, name: 'Wilhelmine' });
    const device = makeDevice(now, player.device);
    const items = [...library.items.values()];
    const kinds = [...new Set(items.map(({ kind }) => kind))];
    const at = clock.at.getTime() - 60_000;
    const examination = sitExamination(library.bank, 7, (n) => n % 3 !== 0);
    const records = [
      device.write({ type: 'poll', payload: { question: 'role', choice: 'hunter' } }, at - 9000),
      device.write({ type: 'bet', payload: { act: 'duck-pond', question: 'bet', choice: 'shooter' } }, at - 8000),
      device.write(
        { type: 'attempt', payload: await playAttempt({ act: 'duck-pond', seed: 5, bet: 'shooter', now: at }) },
        at,
      ),
      ...kinds.flatMap((kind) => {
        const item = items.find((each) => each.kind === kind) as Item;
        return [true, false].map((right) =>
          device.write(
            { type: 'answer', payload: answerItem(item, right ? { right, act: 'duck-pond' } : { right }) },
            at,
          ),
        );
      }),
      device.write({ type: 'examination', payload: examination }, at),
    ];
    expect(new Set(await sendWords(house, player, records))).toEqual(new Set(['counted']));
    const made = await readStatements(player);
    for (const statement of made) expect(findFaults(statement, now()), JSON.stringify(statement)).toEqual([]);

    const count = (verb: string): number => sayVerbs(made).filter((each) => each === verb).length;
    const examined = examination.answers.length;
    expect(count('initialized')).toBe(2);
    expect(count('completed')).toBe(2);
    expect(count('selected')).toBe(1);
    expect(count('answered')).toBe(2 * kinds.length + examined);
    expect(made.length).toBe(5 + 2 * kinds.length + examined);
    expect(kinds.length).toBeGreaterThanOrEqual(9);

    const text = JSON.stringify(made);
    expect(text).not.toContain('Wilhelmine');
    expect(text).not.toContain('Sonnenschein');
    expect(text).not.toContain(player.device);
    expect(new Set(made.map(({ actor }) => JSON.stringify(actor))).size).toBe(1);
    expect(made[0]?.actor).toEqual({ objectType: 'Agent', account: { homePage: ORIGIN, name: player.id } });
    expect(made[0]?.context.team).toEqual({ objectType: 'Group', account: { homePage: ORIGIN, name: team } });
  });

  test('that does not count leaves none, and one that comes again no second', async () => {
    const { grounds } = house;
    const player = await makePlayer(grounds, { team: await makeTeam(grounds) });
    const device = makeDevice(grounds.now, player.device);
    const attempt = await playAttempt({ act: 'blind-and-lame', seed: 11 });
    const forged = { ...attempt, outcome: { ...attempt.outcome, score: attempt.outcome.score + 1 } };
    const [bad, good] = [device.writeAny('attempt', forged), device.write({ type: 'attempt', payload: attempt })];
    expect(await sendWords(house, player, [bad])).toEqual(['forged']);
    expect(await readStatements(player)).toEqual([]);
    await sendWords(house, player, [good]);
    await sendWords(house, player, [good]);
    expect(sayVerbs(await readStatements(player))).toEqual(['initialized', 'completed']);
  });

  test('on a server without a store leaves none at all', async () => {
    const bare = await openTestGrounds({ database: house.database });
    const player = await makePlayer(bare.grounds, { team: await makeTeam(bare.grounds) });
    const device = makeDevice(bare.grounds.now, player.device);
    const attempt = device.write({ type: 'attempt', payload: await playAttempt({ act: 'duck-pond', seed: 23 }) });
    expect(await sendWords(bare, player, [attempt])).toEqual(['counted']);
    expect(await readStatements(player)).toEqual([]);
    await bare.close();
  });

  test('takes names along only where that is wished', async () => {
    const { library } = house.grounds;
    const { write } = await openWriter({ library, origin: ORIGIN, names: true });
    const named = await openTestGrounds({ database: house.database, parts: { writeStatements: write } });
    const team = await makeTeam(named.grounds, { name: 'Team Sonnenschein' });
    const player = await makePlayer(named.grounds, { team, name: '李薇' });
    const device = makeDevice(named.grounds.now, player.device);
    const bet = device.write({ type: 'bet', payload: { act: 'duck-pond', question: 'bet', choice: 'equal' } });
    expect(await sendWords(named, player, [bet])).toEqual(['counted']);
    const [made] = await readStatements(player);
    expect(made?.actor.name).toBe('李薇');
    expect(made?.context.team.name).toBe('Team Sonnenschein');
    expect(findFaults(made, named.grounds.now())).toEqual([]);
    await named.close();
  });
});

describe('a statement', () => {
  const learner = { player: '019a0000-0000-7000-8000-000000000001', team: '019a0000-0000-7000-8000-000000000002' };
  const at = new Date('2026-11-22T10:00:00.000Z');
  const envelope = { device: crypto.randomUUID(), seq: 1, schema: 1, payloadHash: '', at: at.getTime() };

  async function anAttempt(): Promise<Earned> {
    const payload = await playAttempt({ act: 'duck-pond', seed: 3, bet: 'shooter' });
    const record = { ...envelope, id: crypto.randomUUID(), type: 'attempt', payload } as LogRecord;
    return { record, at, found: { type: 'attempt', score: 12.5, series: [1, 2], seconds: 83.456, betRight: false } };
  }

  test('of a run says how long it took, what it scored and whether the bet was right', async () => {
    const earned = await anAttempt();
    const [begun, done] = makeStatements(teller, learner, earned);
    expect(begun?.timestamp).toBe('2026-11-22T09:58:36.544Z');
    expect(begun?.verb.id).toBe('http://adlnet.gov/expapi/verbs/initialized');
    expect(done?.timestamp).toBe(at.toISOString());
    expect(done?.object.id).toBe(`${ORIGIN}/xapi/acts/duck-pond`);
    expect(done?.object.definition.name).toEqual({
      en: 'The Duck Pond',
      'zh-Hans': '鸭塘',
      'zh-Hant': '野鴨塘',
      ru: 'Утиный пруд',
    });
    expect(done?.result).toEqual({
      score: { raw: 12.5 },
      completion: true,
      duration: 'PT83.46S',
      extensions: { [`${EXTENSION}series`]: [1, 2], [`${EXTENSION}bet`]: 'shooter', [`${EXTENSION}bet-right`]: false },
    });
  });

  test('of an examination says the rank on an even scale, and how sure it is', () => {
    const payload = sitExamination(teller.library.bank, 3);
    const record = { ...envelope, id: crypto.randomUUID(), type: 'examination', payload } as LogRecord;
    const scores = payload.answers.map(({ score }) => score);
    const found = {
      type: 'examination',
      scores,
      rank: 'general',
      tier: 'general',
      sureOfRank: 0.7,
      sureOfTier: 0.8,
      estimate: 1.1,
      sd: 0.4,
    } as const;
    const made = makeStatements(teller, learner, { record, at, found });
    expect(sayVerbs(made)).toEqual(['initialized', ...payload.answers.map(() => 'answered'), 'completed']);
    const { score, completion, success, extensions } = made.at(-1)?.result ?? {};
    expect({ score, completion, success }).toEqual({
      score: { scaled: 0.75, raw: 3, min: 0, max: 4 },
      completion: true,
      success: undefined,
    });
    expect(extensions?.[`${EXTENSION}rank`]).toBe('general');
    expect(extensions?.[`${EXTENSION}sure-of-rank`]).toBe(0.7);
    const times = made.map(({ timestamp }) => timestamp);
    expect(times).toEqual(times.toSorted());
    expect(times.at(-2)).toBe(times.at(-1));
    expect(
      made
        .slice(1, -1)
        .every(({ context }) => context.contextActivities.parent?.[0]?.id === `${ORIGIN}/xapi/examination`),
    ).toBe(true);
  });

  test('has the same id when it is made again, and another for another player, record, verb or place', async () => {
    const earned = await anAttempt();
    const ids = (who: typeof learner, what: Earned): readonly string[] =>
      makeStatements(teller, who, what).map(({ id }) => id);
    expect(ids(learner, earned)).toEqual(ids({ ...learner }, earned));
    const others = [
      ...ids(learner, earned),
      ...ids({ ...learner, player: learner.team }, earned),
      ...ids(learner, { ...earned, record: { ...earned.record, id: crypto.randomUUID() } }),
    ];
    expect(new Set(others).size).toBe(6);
    expect(
      ids(learner, { ...earned, record: { ...earned.record, id: '019a0000-0000-7000-8000-00000000000a' } }),
    ).toEqual(['90128344-71ac-5aca-a5af-37b8d70aa97c', '30118a4f-3760-54b3-a4a8-19137491f42c']);
  });

  test('of an answer that the bank no longer understands leaves out what it cannot say', () => {
    const payload = { ...answerItem([...teller.library.items.values()][0] as Item), item: 'gone', response: ['x'] };
    const record = { ...envelope, id: crypto.randomUUID(), type: 'answer', payload } as LogRecord;
    const [made] = makeStatements(teller, learner, { record, at, found: { type: 'answer', score: 1 } });
    expect(made?.object.definition).toEqual({ type: TYPES.question });
    expect(made?.result?.response).toBeUndefined();
    expect(findFaults(made, at)).toEqual([]);
  });
});

describe('words', () => {
  test('stand in four languages for every act, idea, question, option and bet', () => {
    const ofActs = [...words.acts.values()].flatMap(({ name, line, question, bets }) =>
      [name, line, question].concat(Object.values(bets)),
    );
    const ofItems = [...words.items.values()].flatMap(({ stem, options, places }) =>
      [stem].concat(Object.values(options), Object.values(places)),
    );
    const maps = [ofActs, [...words.ideas.values()], ofItems].flat();
    expect(maps.length).toBeGreaterThan(500);
    for (const map of maps) expect(Object.keys(map ?? {}).toSorted()).toEqual([...LANGUAGES].toSorted());
    for (const item of house.grounds.library.items.values())
      // What is chosen in an estimate is a number, which needs no words.
      expect(Object.keys(words.items.get(item.id)?.options ?? {})).toEqual(
        item.kind === 'estimate' ? [] : item.options,
      );
  });

  test('of the game are those that it shows', async () => {
    for (const language of LANGUAGES) {
      const shown = JSON.parse(await readFile(`src/i18n/texts/${language}.json`, 'utf8')) as Record<
        string,
        Record<string, string>
      >;
      expect(NAMES.game[language]).toBe(shown['title']?.['name']);
      expect(NAMES.examination[language]).toBe(shown['exam']?.['heading']);
      expect(NAMES.drill[language]).toBe(shown['drill']?.['heading']);
    }
  });

  test('of verbs are in every language', () => {
    for (const { display } of Object.values(VERBS))
      expect(Object.keys(display).toSorted()).toEqual([...LANGUAGES].toSorted());
  });
});
