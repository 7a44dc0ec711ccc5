/** The managers' pages as addresses. `:team` and `:player` are ids; a report's name is also its name at the server. */

/** The reports, in the order of the book's index. */
export const REPORTS = ['overview', 'progress', 'ranks', 'ideas', 'bets', 'time', 'items', 'marked'] as const;
export type ReportName = (typeof REPORTS)[number];

/** What is arranged for one team. */
export const TEAM_DESKS = ['codes', 'settings'] as const;
export type TeamDesk = (typeof TEAM_DESKS)[number];

export const ROUTES = {
  home: '/team',
  setup: '/team/setup',
  invitation: '/team/invitation',
  account: '/team/account',
  teams: '/team/teams',
  managers: '/team/managers',
  audit: '/team/audit',
  person: '/team/t/:team/people/:player',
  ofTeam: '/team/t/:team/:page',
} as const;

export const toReport = (team: string, page: ReportName | TeamDesk): string => `/team/t/${team}/${page}`;
export const toPerson = (team: string, player: string): string => `/team/t/${team}/people/${player}`;
