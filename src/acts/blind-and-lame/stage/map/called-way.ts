/** The way of the words that wait, over the cells of the map. Pure. */
import { columnOf, nextCell } from '../../rules/grid.ts';
import type { Direction } from '../../rules/intents.ts';
import { isOpen } from '../../rules/places.ts';
import type { LameView } from '../../rules/views.ts';

export interface CalledStep {
  readonly from: number;
  /** The cell that the word leads to; −1 beyond the edge of the road. */
  readonly to: number;
  readonly word: Direction;
  /** The map has no way there: the word leads into rock, a ravine, the river or off the road. */
  readonly isClosed: boolean;
}

/** Where the words begin: where the foot is about to come down, else where it stands. */
export function findStart(view: Pick<LameView, 'at' | 'towards' | 'doing'>): number {
  return view.doing === 'stride' || view.doing === 'grope' ? view.towards : view.at;
}

/** The waiting words as steps; those after a word off the road are left out, there is no place to draw them. */
export function traceWords(
  view: Pick<LameView, 'at' | 'towards' | 'doing' | 'words' | 'columns' | 'map'>,
): readonly CalledStep[] {
  const steps: CalledStep[] = [];
  let from = findStart(view);
  for (const word of view.words) {
    const to = nextCell(from, word, view.columns);
    steps.push({ from, to, word, isClosed: to < 0 || !isOpen(view.map[to] as number) });
    if (to < 0) break;
    from = to;
  }
  return steps;
}

/** The column that the eye should have in sight besides the pair's: where the words lead. */
export function findFocus(view: Pick<LameView, 'at' | 'towards' | 'doing' | 'words' | 'columns' | 'map'>): number {
  const at = columnOf(view.at);
  const last = traceWords(view).findLast((step) => step.to >= 0);
  return last ? (at + columnOf(last.to)) / 2 : at;
}
