/** What managers and owners read of a team: `src/wire/team.ts` has the forms. */
import type { Call, RateLimit, Reply, Role, Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';
import { reportBets, tabulateBets } from './bets.ts';
import { nameColumns } from './column-names/column-names.ts';
import { sendSheet, streamSheet, writeSheet, type Sheet } from './csv.ts';
import { dayOf } from './days.ts';
import { readUuid, readWishes, teamOf, type Filters } from './filters.ts';
import { reportIdeas, tabulateIdeas } from './ideas.ts';
import { reportItems, tabulateItems } from './items.ts';
import { openLive } from './live.ts';
import { reportMarked, tabulateMarked } from './marked.ts';
import { reportOverview, tabulateNeeds } from './overview.ts';
import { reportPerson, tabulatePerson } from './person.ts';
import { reportProgress, tabulateProgress } from './progress.ts';
import { reportRanks, tabulateRanks } from './ranks.ts';
import { ANSWER_COLUMNS, ATTEMPT_COLUMNS, listAnswers, listAttempts } from './raw.ts';
import { reportRun } from './runs.ts';
import { reportTime, tabulateTime } from './time.ts';

const READERS: readonly Role[] = ['manager', 'owner'];
/** Somebody who clicks through all pages, with live pages reading again, stays below. */
const READING: readonly RateLimit[] = [{ count: 600, seconds: 60, by: 'caller' }];
/** The long files: every run or answer of a team. */
const TAKING: readonly RateLimit[] = [{ count: 30, seconds: 600, by: 'caller' }];

interface Reporting<Report> {
  /** Last part of the path, after the team. */
  readonly path: string;
  /** Name of the file. */
  readonly file: string;
  read(call: Call, team: string, filters: Filters): Promise<Report>;
  tabulate(report: Report): Sheet;
}

/** One report: as JSON for the page, as a file for a spreadsheet. */
function report<Report>({ path, file, read, tabulate }: Reporting<Report>): Route {
  return route({
    method: 'GET',
    path: `/api/teams/:team/${path}`,
    allow: READERS,
    limits: READING,
    async handle(call): Promise<Reply> {
      const { filters, format, language } = readWishes(call.query);
      const found = await read(call, teamOf(call), filters);
      if (format === 'json') return { json: found };
      const { columns, rows } = tabulate(found);
      return sendSheet(nameFile(call, file), writeSheet({ columns: nameColumns(columns, language), rows }));
    },
  });
}

function nameFile({ grounds }: Call, file: string): string {
  return `${file}-${dayOf(grounds.now())}`;
}

export const reportRoutes: readonly Route[] = [
  report({
    path: 'overview',
    file: 'needs',
    read: ({ grounds: { db, library, now } }, team) => reportOverview(db, library, team, now()),
    tabulate: tabulateNeeds,
  }),
  report({
    path: 'progress',
    file: 'progress',
    read: ({ grounds: { db, library } }, team, filters) => reportProgress(db, library, team, filters),
    tabulate: tabulateProgress,
  }),
  report({
    path: 'ranks',
    file: 'ranks',
    read: ({ grounds: { db } }, team, filters) => reportRanks(db, team, filters),
    tabulate: tabulateRanks,
  }),
  report({
    path: 'ideas',
    file: 'ideas',
    read: ({ grounds: { db, library } }, team, filters) => reportIdeas(db, library, team, filters),
    tabulate: tabulateIdeas,
  }),
  report({
    path: 'bets',
    file: 'bets',
    read: ({ grounds: { db, library } }, team, filters) => reportBets(db, library, team, filters),
    tabulate: tabulateBets,
  }),
  report({
    path: 'time',
    file: 'time',
    read: ({ grounds: { db, now } }, team, filters) => reportTime(db, team, filters, now()),
    tabulate: tabulateTime,
  }),
  report({
    path: 'items',
    file: 'items',
    read: ({ grounds: { db, library } }, team, filters) => reportItems(db, library, team, filters),
    tabulate: tabulateItems,
  }),
  report({
    path: 'marked',
    file: 'marked',
    read: ({ grounds: { db } }, team, filters) => reportMarked(db, team, filters),
    tabulate: tabulateMarked,
  }),
  report({
    path: 'people/:player',
    file: 'person',
    read: (call, team, filters) =>
      reportPerson(call.grounds.db, call.grounds.library, team, readUuid(call, 'player'), filters),
    tabulate: tabulatePerson,
  }),
  route({
    method: 'GET',
    path: '/api/teams/:team/people/:player/runs/:record',
    allow: READERS,
    limits: READING,
    async handle(call) {
      const { db } = call.grounds;
      return { json: await reportRun(db, teamOf(call), readUuid(call, 'player'), call.params['record'] ?? '') };
    },
  }),
  route({
    method: 'GET',
    path: '/api/teams/:team/attempts',
    allow: READERS,
    limits: TAKING,
    async handle(call) {
      const { filters, language } = readWishes(call.query);
      const pages = listAttempts(call.grounds.db, teamOf(call), filters);
      return sendSheet(nameFile(call, 'attempts'), streamSheet(nameColumns(ATTEMPT_COLUMNS, language), pages));
    },
  }),
  route({
    method: 'GET',
    path: '/api/teams/:team/answers',
    allow: READERS,
    limits: TAKING,
    async handle(call) {
      const { filters, language } = readWishes(call.query);
      const pages = listAnswers(call.grounds.db, teamOf(call), filters);
      return sendSheet(nameFile(call, 'answers'), streamSheet(nameColumns(ANSWER_COLUMNS, language), pages));
    },
  }),
  route({
    method: 'GET',
    path: '/api/teams/:team/live',
    allow: READERS,
    limits: [{ count: 120, seconds: 60, by: 'caller' }],
    handle: (call) => Promise.resolve(openLive(call)),
  }),
];
