/** What the build has baked for the reveal: a thousand runs of each strategy, as bands by round. */

/** One strategy's thousand runs. */
export interface StrategyBand {
  readonly bot: string;
  /** By round: quantiles of the act's main figure, in the order of `shares`. */
  readonly rounds: readonly (readonly number[])[];
  /** The same of the act's other lines, by their names, when it has some. */
  readonly lines?: Readonly<Record<string, readonly (readonly number[])[]>>;
}

export interface Bands {
  readonly runs: number;
  /** Shares at which the quantiles were taken, lowest first; the middle one is the median. */
  readonly shares: readonly number[];
  readonly strategies: readonly StrategyBand[];
  /** Share of the thousand seeds, 0 to 1, on which each answer to the bet comes true. */
  readonly bets: Readonly<Record<string, number>>;
}

const files = import.meta.glob<Bands>('../../../assets/built/reveal/*.json', { import: 'default' });

/** Loads an act's bands; null when the build made none. Rejects when they do not arrive. */
export async function loadBands(act: string): Promise<Bands | null> {
  const load = files[`../../../assets/built/reveal/${act}.json`];
  return load ? load() : null;
}

/** Low end, middle and high end of a strategy after a round (from 0). */
export function bandAt(strategy: StrategyBand, round: number): { low: number; middle: number; high: number } {
  const values = strategy.rounds[round] ?? [];
  return {
    low: values[0] ?? 0,
    middle: values[Math.floor(values.length / 2)] ?? 0,
    high: values.at(-1) ?? 0,
  };
}

/** A strategy's band of one of the act's lines; null when the build has none. */
export function lineOf(strategy: StrategyBand, line: string): StrategyBand | null {
  const rounds = strategy.lines?.[line];
  return rounds === undefined ? null : { bot: strategy.bot, rounds };
}

/** The strategy whose middle run lies closest to a series over all its rounds; null without strategies. */
export function findNearest(bands: Bands, series: readonly number[]): StrategyBand | null {
  let nearest: StrategyBand | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const strategy of bands.strategies) {
    const distance = series.reduce((sum, value, round) => sum + Math.abs(value - bandAt(strategy, round).middle), 0);
    if (distance < least) {
      least = distance;
      nearest = strategy;
    }
  }
  return nearest;
}

/** The strategy whose middle run ends highest; null without strategies. */
export function findBest(bands: Bands, rounds: number): StrategyBand | null {
  const ends = bands.strategies.map((strategy) => ({ strategy, end: bandAt(strategy, rounds - 1).middle }));
  return ends.sort((a, b) => b.end - a.end)[0]?.strategy ?? null;
}
