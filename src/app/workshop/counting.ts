/** What the workshop's worker is asked and what it answers. */
export interface Asked {
  readonly act: string;
  readonly parameters: Readonly<Record<string, number>>;
  /** Runs of each strategy. */
  readonly runs: number;
  /** Answers carry it back, so that late ones are known as late. */
  readonly question: number;
}

export interface StrategyEnd {
  readonly bot: string;
  /** Quantiles of the score. */
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

export interface ClaimState {
  readonly claim: string;
  readonly holds: boolean;
}

export interface Counted {
  readonly question: number;
  readonly runs: number;
  readonly ends: readonly StrategyEnd[];
  readonly claims: readonly ClaimState[];
}
