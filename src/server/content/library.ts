/** Acts, ideas and items as the server needs them: ids and structure from `levels/`, never words. */
import type { Item } from '../../quiz/index.ts';
import type { ExaminationBank } from '../../quiz/examination/index.ts';

export interface Library {
  /** Acts that can be played, in the campaign's order. */
  readonly acts: readonly string[];
  /** Ideas of each act. */
  readonly ideasOf: Readonly<Record<string, readonly string[]>>;
  /** What can be bet on before each act, in order. */
  readonly betsOf: Readonly<Record<string, readonly string[]>>;
  /** Group (1 to 5) of each idea. */
  readonly groupOf: Readonly<Record<string, number>>;
  readonly items: ReadonlyMap<string, Item>;
  readonly bank: ExaminationBank;
}
