/** Plays an act's sweeps: how something grows with one parameter, as a table in Markdown. */
import type { Outcome } from '../../src/kernel/act.ts';
import type { Sweep } from '../../src/kernel/claim.ts';
import type { BotPool } from './pool.ts';

/** Plays every bot at every value of the sweep on `seeds` seeds (2 or more), and writes the table. */
export async function describeSweep(
  pool: BotPool,
  act: string,
  sweep: Sweep,
  parameters: Readonly<Record<string, number>>,
  seeds: number,
): Promise<string> {
  const { parameter, values, bots, columns } = sweep;
  const lines = await Promise.all(
    values.map(async (value) => {
      const changed = { ...parameters, [parameter]: value };
      const outcomes: Record<string, readonly Outcome[]> = {};
      for (const bot of bots)
        outcomes[bot] = (await pool.play({ act, bot, parameters: changed, firstSeed: 1, count: seeds })).outcomes;
      const cells = columns.map(({ digits, evaluate }) => {
        const { estimate, lower, upper } = evaluate(outcomes);
        return `${estimate.toFixed(digits)} (${lower.toFixed(digits)} … ${upper.toFixed(digits)})`;
      });
      return `| ${value === parameters[parameter] ? `**${value}** (the act)` : value} | ${cells.join(' | ')} |`;
    }),
  );
  return [
    `${sweep.sentence} ${seeds} seeds for each value.`,
    '',
    `| \`${parameter}\` | ${columns.map(({ heading }) => heading).join(' | ')} |`,
    `|---|${columns.map(() => '---').join('|')}|`,
    ...lines,
  ].join('\n');
}
