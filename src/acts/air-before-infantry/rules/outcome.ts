import type { Outcome } from '../../../kernel/act.ts';
import { ORDERS, type OrderKind } from './intents.ts';
import type { CampaignState, Tally } from './state.ts';

/**
 * What the weeks came to. `series`: after each week, the purse and what the towns held then will pay in the `lookahead`
 * weeks to come; `score`: the last of them. Lists have one entry a week.
 */
export interface CampaignOutcome extends Outcome, Readonly<Tally> {
  /** Coins in the purse at the start, and after each week. */
  readonly start: number;
  /** What the purse would have come to had nothing been spent: the start, and what headquarters sent. */
  readonly untouched: number;
  readonly money: readonly number[];
  /** Coins a week that the towns held pay, and how many they are. */
  readonly ground: readonly number[];
  readonly towns: readonly number[];
  /** By kind of order: coins spent on it. */
  readonly spent: Readonly<Record<OrderKind, readonly number[]>>;
}

export function readOutcome(state: CampaignState): CampaignOutcome {
  const { ledgers } = state;
  const spent: Partial<Record<OrderKind, readonly number[]>> = {};
  for (const kind of ORDERS) spent[kind] = [...ledgers.spent[kind]];
  return {
    series: [...ledgers.worth],
    score: ledgers.worth.at(-1) ?? state.parameters.purse,
    start: state.parameters.purse,
    untouched: state.parameters.purse + state.parameters.stipend * ledgers.worth.length,
    money: [...ledgers.money],
    ground: [...ledgers.ground],
    towns: [...ledgers.towns],
    spent: spent as Record<OrderKind, readonly number[]>,
    ...state.tally,
  };
}

/** Whether a campaign was won: what it came to is at least twice what an untouched purse would have come to. */
export function isWon(outcome: Pick<CampaignOutcome, 'score' | 'untouched'>): boolean {
  return outcome.score >= 2 * outcome.untouched;
}
