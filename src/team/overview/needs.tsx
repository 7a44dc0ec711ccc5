/** Who needs me today: one line each, most pressing first. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePartText } from '../../app/part-text.ts';
import type { Need } from '../../wire/team.ts';
import { toPerson } from '../routes.ts';
import { PageLink } from '../shell/page-link.tsx';
import { useNames } from '../words/names.ts';
import { kindOfNeed, sayNeed } from '../words/need-sentence.ts';
import { NeedSign } from './need-sign.tsx';

/** More than these are behind a button: a day has only so many conversations. */
const FIRST = 6;

export function Needs({ team, needs }: { readonly team: string; readonly needs: readonly Need[] }): JSX.Element {
  const { t } = usePartText('team');
  const names = useNames();
  const [all, showAll] = useState(false);
  const shown = all ? needs : needs.slice(0, FIRST);
  return (
    <section class="needs">
      <h2>{t('need.heading')}</h2>
      {needs.length === 0 ? (
        <p class="large">{t('need.nobody')}</p>
      ) : (
        <ol class="need-list">
          {shown.map((need) => {
            const { sentence, advice } = sayNeed(need, names);
            const kind = kindOfNeed(need.why);
            return (
              <li key={`${need.person.id} ${need.why}`} class={`need need-${kind}`}>
                <NeedSign kind={kind} name={t(`need.kind.${kind}`)} />
                <div>
                  <p class="need-said">
                    <PageLink to={toPerson(team, need.person.id)} class="need-name">
                      {need.person.name}
                    </PageLink>{' '}
                    {sentence}
                  </p>
                  <p class="need-advice">{advice}</p>
                </div>
              </li>
            );
          })}
        </ol>
      )}
      {needs.length > FIRST ? (
        <button type="button" class="press press-quiet" aria-expanded={all} onClick={() => showAll(!all)}>
          {all ? t('need.fewer') : t('need.more', { count: needs.length - FIRST })}
        </button>
      ) : null}
    </section>
  );
}
