import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useSearch } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { OPEN_ACTS, CAMPAIGN } from '../../app/acts.ts';
import { usePartText } from '../../app/part-text.ts';
import { useCampaignText } from '../../app/text.ts';
import { ChoiceEntry, TextEntry } from '../forms/fields.tsx';
import { changeFilter, dropFilters, isFiltered, isReversed, readFilters, type FilterName } from './filters.ts';

/** The search waits until the typing rests. */
const REST_MS = 350;

const replaceSearch = (search: string): void =>
  navigate(location.pathname + search, { replace: true, state: history.state as unknown });

/** Narrows a report. What is chosen stands in the address and stays from report to report. */
export function FilterBar({ shown }: { readonly shown: readonly FilterName[] }): JSX.Element {
  const { t } = usePartText('team');
  const name = useCampaignText();
  const search = useSearch();
  const filters = readFilters(search);
  const asked = `?${search}`;
  const change = (filter: FilterName, value: string): void => replaceSearch(changeFilter(asked, filter, value));
  return (
    <form class="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      {shown.includes('search') ? <Search value={filters.search ?? ''} /> : null}
      {shown.includes('act') ? (
        <ChoiceEntry
          label={t('filter.act')}
          value={filters.act ?? ''}
          change={(value) => change('act', value)}
          choices={[
            { value: '', text: t('filter.allActs') },
            ...CAMPAIGN.filter((act) => OPEN_ACTS.has(act)).map((act) => ({ value: act, text: name(act, 'name') })),
          ]}
        />
      ) : null}
      {shown.includes('from') ? (
        <TextEntry
          label={t('filter.from')}
          type="date"
          value={filters.from ?? ''}
          change={(value) => change('from', value)}
          wrong={isReversed(filters) ? t('filter.reversed') : undefined}
        />
      ) : null}
      {shown.includes('to') ? (
        <TextEntry
          label={t('filter.to')}
          type="date"
          value={filters.to ?? ''}
          change={(value) => change('to', value)}
        />
      ) : null}
      {isFiltered(filters) ? (
        <button type="button" class="press press-quiet" onClick={() => replaceSearch(dropFilters(asked))}>
          {t('filter.drop')}
        </button>
      ) : null}
    </form>
  );
}

function Search({ value }: { readonly value: string }): JSX.Element {
  const { t } = usePartText('team');
  const [typed, type] = useState(value);
  useEffect(() => type(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return undefined;
    const timer = setTimeout(() => replaceSearch(changeFilter(location.search, 'search', typed)), REST_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return <TextEntry label={t('filter.search')} type="search" value={typed} change={type} max={100} />;
}
