import { useEffect, useRef } from 'preact/hooks';
import type { DragTable } from './drag.ts';

/** Lets the cards inside `root` be dragged to its places, as soon as the way to do so has come. */
export function useDrag(
  root: { readonly current: HTMLElement | null },
  drop: (card: string, place: string) => void,
): void {
  const latest = useRef(drop);
  latest.current = drop;
  const table = useRef<DragTable | null>(null);
  useEffect(() => {
    let wanted = true;
    import('./drag.ts').then(
      ({ layDragTable }) => {
        if (!wanted || root.current === null) return;
        table.current = layDragTable(root.current, (card, place) => latest.current(card, place));
        table.current.lookAgain();
      },
      // Without it everything is done by pressing.
      () => undefined,
    );
    return () => {
      wanted = false;
      table.current?.clear();
      table.current = null;
    };
  }, [root]);
  useEffect(() => table.current?.lookAgain());
}
