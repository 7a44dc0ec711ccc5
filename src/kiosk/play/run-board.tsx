import type { JSX } from 'preact';
import { usePartText } from '../../app/part-text.ts';
import { useArriving } from '../../app/ui/arriving.ts';
import { BoardList } from '../board/board-list.tsx';
import type { Kiosk } from '../inside/kiosk.ts';
import type { LastResult } from '../inside/last-result.ts';

/** So many lines, and the visitor's own one below them if it is further down. */
const LINES = 3;

interface RunBoardProps {
  readonly kiosk: Kiosk;
  readonly last: LastResult & { readonly of: 'run' };
  /** The visitor's. */
  readonly visit: string | undefined;
}

/**
 * The best at this act so far, with the visitor's own line. Nothing while there is nobody else, where the event has no
 * board, or while other kiosks may know of better ones: then the big screen says it when they have delivered.
 */
export function RunBoard({ kiosk, last, visit }: RunBoardProps): JSX.Element | null {
  const { t } = usePartText('kiosk');
  const arriving = useArriving('board', async () => {
    const [board, { sure }] = await Promise.all([kiosk.book.readBoard(), kiosk.book.placeOf(last.act, last.score)]);
    return sure ? (board.acts[last.act] ?? []) : [];
  });
  if (!kiosk.settings.board || arriving.state !== 'here' || arriving.thing.length < 2) return null;
  return (
    <section class="sheet run-board" aria-label={t('result.board')}>
      <h2>{t('result.board')}</h2>
      <BoardList entries={arriving.thing} most={LINES} {...(visit === undefined ? {} : { own: visit })} />
    </section>
  );
}
