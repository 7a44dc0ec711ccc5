import { categoryWorths } from '../model/categories.ts';
import { CELLS, PRIOR } from '../model/grid.ts';
import { updatePosterior, type Posterior } from '../model/posterior.ts';
import type { CurveTable } from '../model/tables.ts';
import type { BankEntry, ExaminationBank } from './bank.ts';
import type { GroupFinding, GroupVerdict } from './examination.ts';

/** An item that was asked, with the category of its answer. */
export interface Asked {
  readonly entry: BankEntry;
  readonly category: number;
}

/** A group is called strong or weak when so good or so bad a result had at most this probability. */
const SURPRISE = 0.05;
/** One answer is no finding about a group. */
const FEWEST = 2;
/** All worths are whole quarters. */
const QUARTERS = 4;

/**
 * Compares every group's answers with what the answers on all other groups let expect. The comparison is exact: the
 * distribution of the group's total, for an ability known as well as the other answers make it known, is computed by
 * convolution, so that two or three answers are judged as two or three (posterior predictive check: Rubin 1984; leaving
 * the judged part out: Gelman, Meng and Stern 1996).
 */
export function judgeGroups(bank: ExaminationBank, asked: readonly Asked[]): readonly GroupFinding[] {
  return bank.groups.map(({ group }) => {
    const own = asked.filter(({ entry }) => entry.group === group);
    if (own.length === 0) return { group, asked: 0, observed: 0, expected: 0, error: 0, verdict: 'open' };
    let others: Posterior = PRIOR;
    for (const { entry, category } of asked)
      if (entry.group !== group) others = updatePosterior(others, curveOf(bank, entry).probabilities, category);
    const totals = distributeTotal(bank, own, others);
    const reached = own.reduce((sum, answer) => sum + (quarters(answer.entry)[answer.category] as number), 0);
    const mean = totals.reduce((sum, probability, total) => sum + probability * total, 0);
    const variance = totals.reduce((sum, probability, total) => sum + probability * (total - mean) * (total - mean), 0);
    const most = QUARTERS * own.length;
    return {
      group,
      asked: own.length,
      observed: reached / most,
      expected: mean / most,
      error: Math.sqrt(variance) / most,
      verdict: own.length < FEWEST ? 'open' : judge(totals, reached),
    };
  });
}

function judge(totals: readonly number[], reached: number): GroupVerdict {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  if (sum(totals.slice(0, reached + 1)) <= SURPRISE) return 'weak';
  return sum(totals.slice(reached)) <= SURPRISE ? 'strong' : 'open';
}

/** The probability of every total, in quarters, of these items' worths. */
function distributeTotal(bank: ExaminationBank, own: readonly Asked[], ability: Posterior): readonly number[] {
  const whole = new Float64Array(QUARTERS * own.length + 1);
  for (let cell = 0; cell < CELLS; cell++) {
    let here = new Float64Array(whole.length);
    here[0] = ability[cell] as number;
    for (const { entry } of own) {
      const { probabilities } = curveOf(bank, entry);
      const next = new Float64Array(whole.length);
      quarters(entry).forEach((worth, k) => {
        const probability = probabilities[k * CELLS + cell] as number;
        for (let total = 0; total + worth < whole.length; total++)
          next[total + worth] = (next[total + worth] as number) + probability * (here[total] as number);
      });
      here = next;
    }
    for (let total = 0; total < whole.length; total++)
      whole[total] = (whole[total] as number) + (here[total] as number);
  }
  return [...whole];
}

/** What each category of the item is worth, in quarters. */
function quarters({ item }: BankEntry): readonly number[] {
  return categoryWorths(item).map((worth) => Math.round(worth * QUARTERS));
}

function curveOf(bank: ExaminationBank, entry: BankEntry): CurveTable {
  return bank.curves[entry.curve] as CurveTable;
}
