import type { JSX } from 'preact';
import { findPicture } from '../../app/campaign/pictures.ts';
import { usePartText } from '../../app/part-text.ts';
import { cue } from '../../app/sound/cues.ts';
import { useActText, useCampaignText } from '../../app/text.ts';
import type { Kiosk } from '../inside/kiosk.ts';
import { Station } from '../inside/station.tsx';
import { Seats } from '../two/seats.tsx';
import { isForTwo } from '../two/is-for-two.ts';

interface HelpProps {
  readonly kiosk: Kiosk;
  readonly act: string;
  readonly way: string | null;
  start(): void;
}

/** One page before the curtain: what there is to do, in the act's own words, and who does what when there are two. */
export function Help({ kiosk, act, way, start }: HelpProps): JSX.Element {
  const { t } = usePartText('kiosk');
  const at = useActText(act);
  const campaign = useCampaignText();
  const picture = findPicture(act);
  return (
    <Station
      kiosk={kiosk}
      name="play"
      heading={campaign(act, 'name')}
      class="help"
      buttons={
        <>
          <button
            type="button"
            class="button button-main help-start"
            onClick={() => {
              cue('curtain');
              start();
            }}
          >
            {t('help.start')}
          </button>
          <button type="button" class="button" onClick={() => kiosk.travel.go({ what: 'gaveUp' })}>
            {t('help.back')}
          </button>
        </>
      }
    >
      <section class="sheet help-sheet">
        {picture === null ? null : <img class="help-picture" src={picture} alt="" width="640" height="280" />}
        <p class="large help-words">{at('kiosk', undefined, at('playbill'))}</p>
        {isForTwo(way) ? <Seats act={act} /> : way === null ? null : <p>{at(`ways.${way}.text`)}</p>}
        <p class="help-touch">{t('help.touch')}</p>
      </section>
    </Station>
  );
}
