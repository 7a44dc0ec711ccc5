/** The entries of the event's board, each with a button that takes it off. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { formatNumber } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import { useCampaignText } from '../../app/text.ts';
import { useArriving } from '../../app/ui/arriving.ts';
import { nameText, VisitorName } from '../names/index.ts';
import type { DeliverableBook } from '../outbox/index.ts';

export function BoardEntries(props: { readonly book: DeliverableBook; onHidden(): void }): JSX.Element {
  const { book } = props;
  const { t } = usePartText('organiser');
  const campaign = useCampaignText();
  const [edition, setEdition] = useState(0);
  const [said, say] = useState('');
  const board = useArriving(`board ${edition}`, () => book.readBoard());
  const acts =
    board.state === 'here' ? Object.entries(board.thing.acts).filter(([, entries]) => entries.length > 0) : [];
  const hide = async (visit: string, name: string): Promise<void> => {
    try {
      await book.hide(visit);
      say(t('staff.hidden', { name }));
      props.onHidden();
    } catch {
      say(t('done.notKept'));
    }
    setEdition((before) => before + 1);
  };
  return (
    <section class="staff-part">
      <h3>{t('staff.board')}</h3>
      <p class="quiet small">{t('staff.boardNote')}</p>
      <p role="status">{board.state === 'here' && acts.length === 0 && said === '' ? t('staff.boardEmpty') : said}</p>
      {acts.map(([act, entries]) => (
        <div key={act} class="staff-act">
          <h4>{campaign(act, 'name')}</h4>
          <ol class="staff-board">
            {entries.map(({ visit, name, place, score }) => (
              <li key={visit}>
                <span class="staff-number">{formatNumber(place)}</span>
                <VisitorName name={name} />
                <span class="staff-number">{formatNumber(score)}</span>
                <button
                  type="button"
                  class="button button-paper"
                  aria-label={t('staff.hideName', { name: nameText(name) })}
                  onClick={() => void hide(visit, nameText(name))}
                >
                  {t('staff.hide')}
                </button>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
