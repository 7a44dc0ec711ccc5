/** Statistics of the questions, with what they mean in plain words. */
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { useBankText } from '../../app/bank.ts';
import { formatNumber } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import { stemText, type Item } from '../../quiz/index.ts';
import type { ItemsReport } from '../../wire/team.ts';
import type { TeamPageProps } from '../book.tsx';
import { ReportPage } from '../shell/report-page.tsx';
import { Scroller } from '../shell/scroller.tsx';
import { writeSigned } from '../words/amounts.ts';
import { useNames } from '../words/names.ts';
import { ChoicesTable } from './choices-table.tsx';
import { ItemsPlot } from './items-plot.tsx';
import { orderItems, readItem } from './reading.ts';
import { useBankItems } from './use-bank-items.ts';

type Told = ItemsReport['items'][number];

/** Rows shown at first: the ones with most to say. */
const FIRST = 20;

export function Items({ team }: TeamPageProps): JSX.Element {
  const { t } = usePartText('team');
  return (
    <ReportPage<ItemsReport>
      team={team}
      report="items"
      filters={['act', 'from', 'to']}
      isEmpty={() => false}
      none={{
        isNone: ({ items }) => items.length === 0,
        heading: t('items.noneHeading'),
        text: t('items.noneText'),
      }}
    >
      {({ items }) => (
        <>
          <Explained />
          <ItemsPlot items={items} />
          <ItemsTable items={items} />
        </>
      )}
    </ReportPage>
  );
}

function Explained(): JSX.Element {
  const { t } = usePartText('team');
  return (
    <dl class="explained">
      <div>
        <dt>{t('items.facility')}</dt>
        <dd>{t('items.facilityText')}</dd>
      </div>
      <div>
        <dt>{t('items.discrimination')}</dt>
        <dd>{t('items.discriminationText')}</dd>
      </div>
    </dl>
  );
}

function ItemsTable({ items }: { readonly items: readonly Told[] }): JSX.Element {
  const { t } = usePartText('team');
  const names = useNames();
  const [all, showAll] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const ordered = useMemo(() => orderItems(items), [items]);
  const ids = useMemo(() => items.map(({ item }) => item), [items]);
  const arriving = useBankItems(ids);
  const bank = arriving.state === 'here' ? arriving.thing : null;
  const text = useBankText();
  const stemOf = (item: Item | undefined, id: string): string => (item === undefined ? id : text(stemText(item)));
  return (
    <section class="block">
      <h2>{t('items.table')}</h2>
      <Scroller label={t('items.table')}>
        <table class="ledger ledger-cards">
          <thead>
            <tr>
              <th scope="col">{t('column.question')}</th>
              <th scope="col" class="num">
                {t('column.answers')}
              </th>
              <th scope="col" class="num">
                {t('items.facility')}
              </th>
              <th scope="col" class="num">
                {t('items.discrimination')}
              </th>
              <th scope="col">{t('items.reading')}</th>
            </tr>
          </thead>
          <tbody>
            {(all ? ordered : ordered.slice(0, FIRST)).map((told) => {
              const item = bank?.get(told.item);
              const stem = stemOf(item, told.item);
              return (
                <tr key={told.item}>
                  <th scope="row" class="question">
                    <span class="over">{names.idea(told.idea)}</span>
                    <button
                      type="button"
                      class="question-opener"
                      aria-expanded={open === told.item}
                      onClick={() => setOpen(open === told.item ? null : told.item)}
                    >
                      {stem}
                    </button>
                    {open === told.item ? <ChoicesTable item={item} choices={told.choices} caption={stem} /> : null}
                  </th>
                  <td class="num" data-label={t('column.answers')}>
                    {formatNumber(told.answers)}
                  </td>
                  <td class="num" data-label={t('items.facility')}>
                    {names.percent(told.facility)}
                  </td>
                  <td class="num" data-label={t('items.discrimination')}>
                    {told.discrimination === null ? '–' : writeSigned(told.discrimination)}
                  </td>
                  <td class="reading" data-label={t('items.reading')}>
                    {t(`items.read.${readItem(told)}`)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroller>
      {items.length > FIRST ? (
        <button type="button" class="press press-quiet" aria-expanded={all} onClick={() => showAll(!all)}>
          {all ? t('items.fewer') : t('items.more', { count: items.length - FIRST })}
        </button>
      ) : null}
    </section>
  );
}
