/** The frame of a screen about one act: waits for its texts, and says what to do when they do not arrive. */
import type { ComponentChildren, JSX } from 'preact';
import { ROUTES } from '../routes.ts';
import { CAMPAIGN } from '../acts.ts';
import { formatNumber } from '../format.ts';
import { useCampaignText, useText } from '../text.ts';
import { useActTexts } from './act-texts.ts';
import type { Arriving } from './arriving.ts';
import { LampLoading } from './loading.tsx';
import { Screen } from './screen.tsx';
import { Trouble } from './trouble.tsx';

interface ActScreenProps<Thing> {
  readonly act: string;
  /** The heading; the act's own name unless told. */
  readonly name?: string;
  readonly back?: { readonly to: string; readonly text: string };
  readonly narrow?: boolean;
  readonly class?: string;
  /** What else the screen needs before it can be drawn. */
  readonly needs: Arriving<Thing>;
  readonly children: (thing: Thing) => ComponentChildren;
}

export function ActScreen<Thing>(props: ActScreenProps<Thing>): JSX.Element {
  const { t } = useText();
  const campaign = useCampaignText();
  const texts = useActTexts(props.act);
  const number = CAMPAIGN.indexOf(props.act) + 1;
  const title = campaign(props.act, 'name');
  const back = props.back ?? { to: ROUTES.campaign, text: t('page.toCampaign') };
  const lost = texts.state === 'lost' ? texts : props.needs.state === 'lost' ? props.needs : null;
  const content =
    lost !== null ? (
      <Trouble heading={t('play.lost')} text={t('error.texts')}>
        <button type="button" class="button button-main" onClick={lost.retry}>
          {t('error.retry')}
        </button>
      </Trouble>
    ) : texts.state === 'here' && props.needs.state === 'here' ? (
      props.children(props.needs.thing)
    ) : (
      <LampLoading />
    );
  const over = t('campaign.act', { number: formatNumber(number) });
  return (
    <Screen
      name={props.name ?? title}
      back={back}
      narrow={props.narrow === true}
      class={props.class ?? ''}
      over={<p class="act-number">{props.name === undefined ? over : title}</p>}
    >
      {content}
    </Screen>
  );
}
