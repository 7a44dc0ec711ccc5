import { ln } from '../../kernel/exponential.ts';
import { CELLS, RANK_EDGES } from '../model/grid.ts';
import type { Posterior } from '../model/posterior.ts';
import type { CurveTable } from '../model/tables.ts';
import type { BankEntry, ExaminationBank } from './bank.ts';
import type { Progress } from './progress.ts';
import { ALL_GROUPS_BY, GROUP_SLACK, LEAST } from './rules.ts';

const RANK_COUNT = RANK_EDGES.length - 1;

/** Cells with less than this are left out of the search for the next item: they could not change it. */
const NEGLIGIBLE = 1e-7;

/**
 * Chooses the next item: the one whose answer is expected to tell most about the rank, among the items that are eligible,
 * not asked yet, on an idea not asked yet and of a group whose turn it is. Equal items are taken in the order of the seed.
 * Null when nothing is left.
 */
export function chooseNext(bank: ExaminationBank, progress: Progress): BankEntry | null {
  const candidates = listCandidates(bank, progress);
  const values = new Map<number, number>();
  let best: BankEntry | null = null;
  let bestValue = -1;
  for (const entry of candidates) {
    let value = values.get(entry.curve);
    if (value === undefined) {
      value = informationOnRank(progress.posterior, bank.curves[entry.curve] as CurveTable);
      values.set(entry.curve, value);
    }
    if (value > bestValue) {
      bestValue = value;
      best = entry;
    }
  }
  return best;
}

/** Every rule gives way when it would leave nothing: first the groups, then the ideas, then the eligible part. */
function listCandidates(bank: ExaminationBank, progress: Progress): readonly BankEntry[] {
  const asked = new Set(progress.asked.map(({ entry }) => entry.item.id));
  const ideas = new Set(progress.asked.map(({ entry }) => entry.item.idea));
  const eligible = progress.asked.length < LEAST ? progress.first : [...progress.first, ...progress.later];
  const fresh = eligible.map((place) => bank.entries[place] as BankEntry).filter(({ item }) => !asked.has(item.id));
  const newIdeas = fresh.filter(({ item }) => !ideas.has(item.idea));
  const open = openGroups(bank, progress);
  const inTurn = newIdeas.filter(({ group }) => open.has(group));
  if (inTurn.length > 0) return inTurn;
  if (newIdeas.length > 0) return newIdeas;
  return fresh.length > 0 ? fresh : bank.entries.filter(({ item }) => !asked.has(item.id));
}

/**
 * The groups whose turn it is (Kingsbury and Zara 1989): each is asked in proportion to its share of the bank, with
 * some slack, and an examination of `ALL_GROUPS_BY` items or more has met all of them.
 */
function openGroups(bank: ExaminationBank, progress: Progress): ReadonlySet<number> {
  const asked = (group: number): number => progress.asked.filter(({ entry }) => entry.group === group).length;
  const missing = bank.groups.filter(({ group }) => asked(group) === 0);
  if (missing.length >= ALL_GROUPS_BY - progress.asked.length) return new Set(missing.map(({ group }) => group));
  return new Set(
    bank.groups
      .filter(({ group, share }) => asked(group) < share * (progress.asked.length + GROUP_SLACK))
      .map(({ group }) => group),
  );
}

/**
 * The information, in nats, that an answer is expected to give about the rank: the mutual information of answer and rank,
 * Σ P(category, rank) ln( P(category, rank) / (P(category) P(rank)) ) (Shannon 1948), which looks at the cut in doubt by
 * itself, and which Weissman (2007) finds the best criterion when there are more than two classes.
 */
export function informationOnRank(posterior: Posterior, curve: CurveTable): number {
  let from = 0;
  while ((posterior[from] as number) < NEGLIGIBLE) from++;
  let to = CELLS;
  while ((posterior[to - 1] as number) < NEGLIGIBLE) to--;
  // Entropy of the rank, less what is left of it when the category is known: −Σ p ln p of a joint less −p ln p of its sum.
  let gained = 0;
  for (let rank = 0; rank < RANK_COUNT; rank++) {
    const first = Math.max(from, RANK_EDGES[rank] as number);
    const end = Math.min(to, RANK_EDGES[rank + 1] as number);
    let share = 0;
    for (let cell = first; cell < end; cell++) share += posterior[cell] as number;
    gained -= plog(share);
  }
  for (let k = 0; k < curve.categories; k++) {
    const offset = k * CELLS;
    let whole = 0;
    for (let rank = 0; rank < RANK_COUNT; rank++) {
      const first = Math.max(from, RANK_EDGES[rank] as number);
      const end = Math.min(to, RANK_EDGES[rank + 1] as number);
      let joint = 0;
      for (let cell = first; cell < end; cell++)
        joint += (posterior[cell] as number) * (curve.probabilities[offset + cell] as number);
      gained += plog(joint);
      whole += joint;
    }
    gained -= plog(whole);
  }
  return gained;
}

function plog(p: number): number {
  return p > 0 ? p * ln(p) : 0;
}
