/**
 * What the manager's pages read. Every figure is computed by the server from results that it has checked itself.
 * Times are ISO 8601 in UTC; shares from 0 to 1. `GET /api/teams/:team/<name>`.
 */
import type { Replay } from '../kernel/replay.ts';
import type { Rank, Tier } from '../quiz/index.ts';

/**
 * Filters that every report takes as query; the overview only takes none. With `format=csv` the same report comes as a
 * file, one row a line (UTF-8 with BOM, RFC 4180); `attempts` and `answers` exist as files only.
 */
export interface ReportFilters {
  /** First and last day, `YYYY-MM-DD` in UTC, both counted in. */
  readonly from?: string;
  readonly to?: string;
  /** An act's id: only what belongs to this act (its runs, its debriefs, its ideas). */
  readonly act?: string;
  /** Part of a name, whatever the case. */
  readonly search?: string;
  /** For files: the language in which columns are named; their ids without it. */
  readonly lang?: 'en' | 'zh-Hans' | 'zh-Hant' | 'ru';
}

export interface PersonBrief {
  readonly id: string;
  readonly name: string;
}

/** `overview`: who needs me today, in one sentence each, most pressing first. */
export interface Overview {
  readonly team: { readonly id: string; readonly name: string };
  readonly players: number;
  /** Joined, but played nothing yet. */
  readonly notStarted: number;
  readonly active7Days: number;
  /** Ready for the examination: every act played, what the acts teach known, stuck on none of it, and not examined since. */
  readonly ready: number;
  /** Their names, and of those who have not begun, in the order of names: the first dozen of each. */
  readonly names: { readonly ready: readonly PersonBrief[]; readonly notStarted: readonly PersonBrief[] };
  /** Delivered but not counted in the last 30 days. */
  readonly marked: number;
  readonly needs: readonly Need[];
  /** The one thing to do with the whole team this week; null while there is too little to say. */
  readonly thisWeek: {
    /** The idea that most people get wrong. */
    readonly idea: string;
    /** The first act that teaches it; null when none of those that can be played does. */
    readonly act: string | null;
    /** Share of those who were asked about it who get it wrong. */
    readonly share: number;
    /** How many they are who get it wrong. */
    readonly people: number;
  } | null;
  /** Results a day for the last 28 days, oldest first. */
  readonly days: readonly { readonly day: string; readonly runs: number; readonly answers: number }[];
}
export type Need = { readonly person: PersonBrief } & (
  | { readonly why: 'neverStarted'; readonly days: number }
  | { readonly why: 'stalled'; readonly days: number; readonly act: string | null }
  | { readonly why: 'stuckOnAct'; readonly act: string; readonly attempts: number }
  | { readonly why: 'stuckOnIdea'; readonly idea: string; readonly standing: number; readonly answers: number }
  | { readonly why: 'readyForExamination' }
  | { readonly why: 'atBorder'; readonly rank: Rank; readonly sure: number }
  | { readonly why: 'newRank'; readonly rank: Rank; readonly sure: number }
);

/** `progress`: people × acts. */
export interface ProgressReport {
  readonly acts: readonly string[];
  readonly people: readonly (PersonBrief & {
    readonly joinedAt: string;
    readonly lastAt: string | null;
    readonly cells: readonly ProgressCell[];
  })[];
}
export interface ProgressCell {
  readonly act: string;
  readonly attempts: number;
  readonly first: number | null;
  readonly best: number | null;
  readonly last: number | null;
  /** Share of the debrief's ideas that are settled; null before a debrief. */
  readonly debrief: number | null;
}

/** `ranks`. */
export interface RanksReport {
  readonly people: readonly (PersonBrief & {
    readonly examinations: number;
    readonly latest: {
      readonly at: string;
      readonly rank: Rank;
      readonly tier: Tier;
      readonly sureOfRank: number;
      readonly sureOfTier: number;
      readonly ranks: readonly { readonly rank: Rank; readonly probability: number }[];
    } | null;
    /** The rank before the latest examination; null when there is none. */
    readonly before: Rank | null;
  })[];
}

/** `ideas`: heat map of people × the five groups of ideas, and the worst five ideas with the answers people give. */
export interface IdeasReport {
  readonly groups: readonly number[];
  readonly people: readonly (PersonBrief & {
    /** In the order of `groups`; null where fewer than three answers were given. */
    readonly cells: readonly ({ readonly standing: number; readonly answers: number } | null)[];
  })[];
  readonly team: readonly ({ readonly standing: number; readonly answers: number } | null)[];
  readonly worst: readonly {
    readonly idea: string;
    readonly standing: number;
    readonly answers: number;
    readonly people: number;
    /** The item of this idea that most people get wrong, and what they chose. */
    readonly item: ItemChoices | null;
  }[];
}
export interface ItemChoices {
  readonly item: string;
  readonly kind: string;
  readonly answers: number;
  readonly options: readonly { readonly option: string; readonly taken: number; readonly right: boolean }[];
}

/** `bets`: did the act change what they believe? First bet against what people bet after having played. */
export interface BetsReport {
  readonly acts: readonly {
    readonly act: string;
    readonly options: readonly {
      readonly choice: string;
      /** People whose first bet it was. */
      readonly before: number;
      /** People whose bet it was the next time, after a run that they finished. */
      readonly after: number;
    }[];
    /** People who bet before their first finished run. */
    readonly people: number;
    /** People who bet again after a finished run. */
    readonly again: number;
    /** Share of settled bets that were right: each person's first one, and all later ones. */
    readonly rightFirst: number | null;
    readonly rightLater: number | null;
  }[];
}

/** `time`: how long and how often. */
export interface TimeReport {
  readonly people: readonly (PersonBrief & {
    readonly minutes: number;
    readonly days: number;
    readonly lastAt: string | null;
    /** Minutes by week, Monday to Sunday in UTC: the last 8, oldest first; the last one is under way. */
    readonly weeks: readonly number[];
  })[];
  /** Share of those who started that came back on another day. */
  readonly returned: number | null;
}

/** `items`: item statistics over the team's first answers (classical test theory, as Moodle names them). */
export interface ItemsReport {
  readonly items: readonly {
    readonly item: string;
    readonly idea: string;
    readonly kind: string;
    readonly answers: number;
    readonly facility: number;
    /** From −1 to 1; null with fewer than ten examinations that asked it. */
    readonly discrimination: number | null;
    readonly choices: ItemChoices;
  }[];
}

/** `people/:player`: one person's page. */
export interface PersonReport {
  readonly person: PersonBrief & {
    readonly joinedAt: string;
    readonly lastAt: string | null;
    readonly devices: number;
  };
  readonly progress: readonly ProgressCell[];
  readonly runs: readonly RunBrief[];
  readonly examinations: readonly {
    readonly record: string;
    readonly at: string;
    readonly rank: Rank;
    readonly sureOfRank: number;
    readonly ranks: readonly { readonly rank: Rank; readonly probability: number }[];
    readonly strong: readonly number[];
    readonly weak: readonly number[];
  }[];
  readonly ideas: readonly {
    readonly idea: string;
    readonly group: number;
    readonly standing: number;
    readonly answers: number;
  }[];
  readonly bets: readonly {
    readonly act: string;
    readonly choice: string;
    readonly right: boolean | null;
    readonly at: string;
  }[];
  readonly minutes: number;
}
export interface RunBrief {
  /** The record's id: `GET /api/teams/:team/people/:player/runs/:record` gives its replay. */
  readonly record: string;
  readonly act: string;
  readonly at: string;
  readonly score: number;
  readonly minutes: number;
  /** Why it does not count; null when it does. Then `score` and `minutes` are what the device said. */
  readonly mark: string | null;
}

/** `people/:player/runs/:record`: one run, to be shown on the stage. */
export interface RunReport {
  readonly person: PersonBrief;
  readonly run: RunBrief;
  /** As it was delivered; of a marked run it may be anything, so it is to be read by `parseReplay`. */
  readonly replay: Replay;
}

/** `marked`: what was delivered and does not count, newest first. */
export interface MarkedReport {
  readonly results: readonly {
    readonly person: PersonBrief;
    readonly record: string;
    readonly type: 'attempt' | 'answer' | 'examination' | 'poll' | 'bet';
    /** The act of a run or a bet; null for others. */
    readonly act: string | null;
    readonly at: string;
    /** One of `MARKS` of `delivery.ts`. */
    readonly mark: string;
    /** What the device said that it came to, where it said so. */
    readonly claimed: number | null;
  }[];
}

/** Pushed on `GET /api/teams/:team/live` (server-sent events, event `change`): what to read again. */
export interface LiveChange {
  readonly team: string;
  readonly player: string;
  readonly what: 'joined' | 'run' | 'answer' | 'examination' | 'bet' | 'erased';
  readonly at: string;
}
