import { timeSelection } from '../exam/time-selection.ts';
import { atMost, median, type Figure } from './figure.ts';

const ROUNDS = 5;

/** How long the examination takes to choose its next item. */
export function benchExam(): readonly Figure[] {
  const times = Array.from({ length: ROUNDS }, () => timeSelection());
  return [atMost('examination: an answer and the next item, bank of 1,000', median(times), 'ms', 2)];
}
