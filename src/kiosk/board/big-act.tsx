import type { JSX } from 'preact';
import { isOpen } from '../../app/acts.ts';
import { findPicture } from '../../app/campaign/pictures.ts';
import { formatNumber } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import { useActText, useCampaignText } from '../../app/text.ts';
import { hasAct } from '../../i18n/index.ts';
import type { Board } from '../../wire/kiosk.ts';
import { BoardList } from './board-list.tsx';

/** So many lines are read across a hall. */
const LINES = 10;

/** One act's best, under its painting. */
export function BigAct({ act, board }: { readonly act: string; readonly board: Board }): JSX.Element {
  const { t } = usePartText('claim');
  const campaign = useCampaignText();
  const at = useActText(act);
  const picture = findPicture(act);
  const visitors = board.visitors[act] ?? 0;
  return (
    <article class="big-act">
      <header class="big-act-head">
        {picture === null ? null : <img src={picture} alt="" class="big-picture" />}
        <div>
          <h2>{campaign(act, 'name')}</h2>
          <p>
            {isOpen(act) && hasAct(act) ? `${at('reveal.up')} · ` : ''}
            {t('board.visitors', { count: visitors, number: formatNumber(visitors) })}
          </p>
        </div>
      </header>
      <BoardList entries={board.acts[act] ?? []} most={LINES} />
    </article>
  );
}
