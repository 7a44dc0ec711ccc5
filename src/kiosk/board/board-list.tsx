import type { JSX } from 'preact';
import { VisitorName } from '../../app/claim/shown-name.tsx';
import { usePartText } from '../../app/part-text.ts';
import type { BoardEntry } from '../../wire/kiosk.ts';
import './board-list.css';

interface BoardListProps {
  /** Of one act, best first. */
  readonly entries: readonly BoardEntry[];
  /** A visit whose line stands out. */
  readonly own?: string;
  /** Most lines; all when left out. An own line beyond them stands below a gap. */
  readonly most?: number;
}

/** The best of one act, with places, names and scores. */
export function BoardList({ entries, own, most = entries.length }: BoardListProps): JSX.Element {
  const { t, language } = usePartText('claim');
  const figures = new Intl.NumberFormat(language);
  if (entries.length === 0) return <p class="board-empty">{t('board.empty')}</p>;
  const shown = entries.slice(0, most);
  const beyond = entries.slice(most).find(({ visit }) => visit === own);
  const line = (entry: BoardEntry, isApart: boolean): JSX.Element => (
    <li
      key={entry.visit}
      class={`board-line ${isApart ? 'board-line-apart' : ''}`}
      value={entry.place}
      data-place={entry.place}
      aria-current={entry.visit === own ? 'true' : undefined}
    >
      <span class="board-place" aria-hidden="true">
        {figures.format(entry.place)}
      </span>
      <VisitorName name={entry.name} />
      <span class="board-score">{figures.format(entry.score)}</span>
    </li>
  );
  return (
    <ol class="board-list">
      {shown.map((entry) => line(entry, false))}
      {beyond === undefined ? null : line(beyond, true)}
    </ol>
  );
}
