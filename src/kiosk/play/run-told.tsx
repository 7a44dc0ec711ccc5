import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { outcomeOf } from '../../kernel/run.ts';
import { findPicture } from '../../app/campaign/pictures.ts';
import { formatNumber } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import { useActText, useCampaignText } from '../../app/text.ts';
import type { Kiosk } from '../inside/kiosk.ts';
import type { LastResult } from '../inside/last-result.ts';
import type { Standing } from '../outbox/visit-book.ts';

/** So many reasons are told; a visitor stands. */
const REASONS = 2;

interface RunToldProps {
  readonly kiosk: Kiosk;
  readonly last: LastResult & { readonly of: 'run' };
}

/** A run in words: the figure and what it counts, the place among the others, why, and the one idea. */
export function RunTold({ kiosk, last }: RunToldProps): JSX.Element {
  const { t } = usePartText('kiosk');
  const campaign = useCampaignText();
  const at = useActText(last.act);
  const reasons = last.rules.explain(outcomeOf(last.run)).slice(0, REASONS);
  const standing = useStanding(kiosk, last);
  const picture = findPicture(last.act);
  return (
    <section class="sheet run-told">
      {picture === null ? null : <img class="run-picture" src={picture} alt="" />}
      <p class="run-act">{campaign(last.act, 'name')}</p>
      <p class="run-score">
        <b data-score={last.score}>{formatNumber(last.score)}</b>
        <span>{at('reveal.up')}</span>
      </p>
      {standing === null ? null : <Place standing={standing} />}
      <ul class="run-why">
        {reasons.map(({ key, values }) => (
          <li key={key}>{at(key, values)}</li>
        ))}
      </ul>
      <p class="run-idea">
        <span class="unseen">{t('result.idea')}</span>
        {at('reveal.idea')}
      </p>
    </section>
  );
}

/** Where the run stands on the event's board; null while it is not known, or where there is no board. */
function useStanding(kiosk: Kiosk, { act, score }: RunToldProps['last']): Standing | null {
  const [standing, setStanding] = useState<Standing | null>(null);
  useEffect(() => {
    if (!kiosk.settings.board) return undefined;
    let wanted = true;
    void kiosk.book.placeOf(act, score).then((found) => wanted && setStanding(found));
    return () => {
      wanted = false;
    };
  }, []);
  return standing;
}

function Place({ standing }: { readonly standing: Standing }): JSX.Element | null {
  const { t } = usePartText('kiosk');
  const { place, of, sure } = standing;
  // Other kiosks may have seen better: then only what is certain is said.
  if (!sure) return null;
  const values = { place: formatNumber(place), of: formatNumber(of), count: of };
  return (
    <p class="run-place" data-place={place}>
      {of === 1 ? t('result.firstHere') : t('result.place', values)}
    </p>
  );
}
