/** A team's past, written by hand: what the server found, put through the same projections and sums as a delivery's. */
import type { Rank, Tier } from '../../../src/quiz/index.ts';
import type { Grounds } from '../../../src/server/grounds.ts';
import { countRecords } from '../../../src/server/records/keep.ts';
import { writeNoStatements, type CountedRecord } from '../../../src/server/records/statements-hook.ts';
import type { Mark } from '../../../src/wire/delivery.ts';
import { makePlayer } from '../harness/grounds.ts';

export interface RunGiven {
  readonly act: string;
  readonly score: number;
  readonly at: string;
  readonly seconds?: number;
  readonly bet?: string;
  readonly right?: boolean;
}
export interface AnswerGiven {
  readonly item: string;
  readonly score: number;
  readonly at: string;
  readonly response?: readonly string[];
  readonly act?: string | null;
  readonly seconds?: number;
}
export interface ExaminationGiven {
  readonly rank: Rank;
  readonly sure: number;
  readonly at: string;
  /** Scores by item. */
  readonly answers?: Readonly<Record<string, number>>;
  readonly groups?: readonly { readonly group: number; readonly verdict: 'strong' | 'weak' | 'open' }[];
}

const TIERS: Readonly<Record<Rank, Tier>> = {
  'low-soldier': 'soldier',
  'common-soldier': 'soldier',
  'senior-soldier': 'soldier',
  general: 'general',
  marshal: 'marshal',
};

/** Somebody whose past is being written. Calls come back when it is in the database. */
export interface Past {
  readonly id: string;
  ran(run: RunGiven): Promise<string>;
  answered(answer: AnswerGiven): Promise<string>;
  examined(examination: ExaminationGiven): Promise<string>;
  bet(bet: { readonly act: string; readonly choice: string; readonly at: string }): Promise<string>;
  /** Something that was delivered and does not count. */
  marked(given: {
    readonly mark: Mark;
    readonly at: string;
    readonly act: string;
    readonly score: number;
  }): Promise<string>;
}

let next = 1;

/** Ids that sort in the order in which they were made, like those of a device. */
function nextId(): string {
  return `00000000-0000-7000-8000-${String(next++).padStart(12, '0')}`;
}

/** Somebody new in a team, joined at this moment. */
export async function addPerson(
  grounds: Grounds,
  given: { readonly team: string; readonly name: string; readonly joined: string; readonly kind?: 'player' | 'kiosk' },
): Promise<Past> {
  const joined = new Date(given.joined);
  const { team, name, kind = 'player' } = given;
  const { id: player } = await makePlayer({ ...grounds, now: () => joined }, { team, name, kind });
  const keep = async (id: string, type: string, payload: unknown, at: string, mark: Mark | null): Promise<void> => {
    const row = { player_id: player, id, device: 'a device', seq: next, schema: 1, payload_hash: '0', mark };
    const times = { written_at: new Date(at), received_at: new Date(at) };
    await grounds.db
      .insertInto('record')
      .values({ ...row, ...times, type: type as 'attempt', payload: JSON.stringify(payload) })
      .execute();
  };
  const count = async (at: string, type: string, payload: unknown, finding: unknown): Promise<string> => {
    const id = nextId();
    const counted = { record: { id, type, payload }, finding: { type, ...(finding as object) }, at: new Date(at) };
    await keep(id, type, payload, at, null);
    await grounds.db.transaction().execute((transaction) =>
      countRecords(transaction, {
        library: grounds.library,
        writeStatements: writeNoStatements,
        owner: { player, team },
        counted: [counted as unknown as CountedRecord],
        now: new Date(at),
      }),
    );
    return id;
  };
  const itemOf = (item: string): { item: string; idea: string } => {
    const found = grounds.library.items.get(item);
    if (found === undefined) throw new Error(`there is no item ${item}`);
    return { item, idea: found.idea };
  };
  return {
    id: player,
    ran: ({ act, score, at, seconds = 60, bet, right }) =>
      count(
        at,
        'attempt',
        { act, replay: { act, rules: 1 }, bet: bet === undefined ? null : { choice: bet } },
        {
          run: {
            outcome: { score, series: [score] },
            runHash: `run ${next}`,
            seconds,
            isKioskCut: false,
            betRight: right ?? null,
          },
        },
      ),
    answered: ({ item, score, at, response = [], act = 'duck-pond', seconds = 10 }) =>
      count(
        at,
        'answer',
        { ...itemOf(item), way: act === null ? 'drill' : 'debrief', act, response, round: 1, tookMs: seconds * 1000 },
        { score },
      ),
    examined: ({ rank, sure, at, answers = {}, groups = [] }) =>
      count(
        at,
        'examination',
        { answers: Object.keys(answers).map((item) => Object.assign(itemOf(item), { response: [], tookMs: 10_000 })) },
        {
          examination: {
            scores: Object.values(answers),
            result: {
              rank,
              tier: TIERS[rank],
              sureOfRank: sure,
              sureOfTier: sure,
              estimate: 0,
              sd: 0.4,
              ranks: [{ rank, probability: sure }],
              groups,
            },
          },
        },
      ),
    bet: ({ act, choice, at }) => count(at, 'bet', { act, question: 'bet', choice }, {}),
    async marked({ mark, at, act, score }) {
      const id = nextId();
      const payload = { act, outcome: { score, series: [] }, startedAt: 0, endedAt: 120_000, replay: { act } };
      await keep(id, 'attempt', payload, at, mark);
      return id;
    },
  };
}
