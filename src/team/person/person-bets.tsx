import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { loadAct } from '../../i18n/index.ts';
import { usePartText } from '../../app/part-text.ts';
import { useActText } from '../../app/text.ts';
import { useArriving } from '../../app/ui/arriving.ts';
import type { PersonReport } from '../../wire/team.ts';
import { writeDay } from '../words/amounts.ts';
import { useNames } from '../words/names.ts';

/** The latest ones; earlier ones are behind a button. */
const FIRST = 6;

type PersonBet = PersonReport['bets'][number];

export function PersonBets({ bets }: { readonly bets: PersonReport['bets'] }): JSX.Element | null {
  const { t } = usePartText('team');
  const [all, showAll] = useState(false);
  if (bets.length === 0) return null;
  const ordered = bets.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <section class="block">
      <h2>{t('report.bets')}</h2>
      <ul class="lines">
        {(all ? ordered : ordered.slice(0, FIRST)).map((bet) => (
          <Bet key={`${bet.act} ${bet.at}`} bet={bet} />
        ))}
      </ul>
      {bets.length > FIRST ? (
        <button type="button" class="press press-quiet" aria-expanded={all} onClick={() => showAll(!all)}>
          {all ? t('runs.fewer') : t('runs.more', { count: bets.length - FIRST })}
        </button>
      ) : null}
    </section>
  );
}

function Bet({ bet }: { readonly bet: PersonBet }): JSX.Element {
  const { t } = usePartText('team');
  const names = useNames();
  const at = useActText(bet.act);
  const arriving = useArriving(bet.act, () => loadAct(bet.act).then(() => true));
  return (
    <li>
      <span>
        <b>{names.act(bet.act)}</b>{' '}
        {arriving.state === 'here' ? at(`bet.options.${bet.choice}`, undefined, bet.choice) : bet.choice}
      </span>
      <span class="quiet nowrap">
        {bet.right === null ? t('person.betOpen') : bet.right ? t('person.betRight') : t('person.betWrong')} ·{' '}
        {writeDay(bet.at)}
      </span>
    </li>
  );
}
