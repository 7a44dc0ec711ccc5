/** The sheet of honour of one examination: a name if one likes, to be printed or kept as a picture. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { findMuster, type Muster } from '../examination/find-muster.ts';
import { ROUTES, toMusterResult } from '../routes.ts';
import type { ScreenProps } from '../screens.ts';
import { useText } from '../text.ts';
import { useArriving } from '../ui/arriving.ts';
import { LampLoading } from '../ui/loading.tsx';
import { PlaceLink } from '../ui/place.tsx';
import { Screen } from '../ui/screen.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { keepName, readName } from './keep-name.ts';
import { savePicture } from './save-picture.ts';
import { Sheet } from './sheet.tsx';
import './honour.css';

export default function Honour({ attempt: id }: ScreenProps): JSX.Element {
  const { t } = useText();
  const needs = useArriving(id, () => findMuster(id));
  return (
    <Screen name={t('honour.heading')} back={{ to: toMusterResult(id), text: t('exam.heading') }} class="honour">
      {needs.state === 'coming' ? <LampLoading /> : null}
      {needs.state === 'here' && needs.thing !== null ? <Ready muster={needs.thing} /> : null}
      {needs.state === 'lost' || (needs.state === 'here' && needs.thing === null) ? (
        <Trouble heading={t('exam.lost')} text={t('exam.lostText')}>
          <PlaceLink to={ROUTES.muster} class="button button-main">
            {t('drill.toMuster')}
          </PlaceLink>
        </Trouble>
      ) : null}
    </Screen>
  );
}

/** A name that fits on the sheet. */
const LONGEST_NAME = 40;

function Ready({ muster }: { readonly muster: Muster }): JSX.Element {
  const { t } = useText();
  const [name, setName] = useState(readName);
  const [failed, fail] = useState(false);
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => keepName(name), [name]);
  const save = async (): Promise<void> => {
    const drawing = sheet.current?.querySelector('svg');
    if (!drawing) return;
    fail(false);
    await savePicture(drawing, 'marshals-baton.png').catch(() => fail(true));
  };
  return (
    <>
      <section class="sheet honour-form">
        <p>{t('honour.intro')}</p>
        <div class="honour-name">
          <label for="honour-name">{t('honour.name')}</label>
          <input
            id="honour-name"
            type="text"
            autocomplete="name"
            maxLength={LONGEST_NAME}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </div>
        <div class="buttons">
          <button type="button" class="button button-main" onClick={() => print()}>
            {t('honour.print')}
          </button>
          <button type="button" class="button button-paper" onClick={() => void save()}>
            {t('honour.save')}
          </button>
        </div>
        <p role="status">{failed ? t('honour.saveFailed') : ''}</p>
      </section>
      <div class="honour-sheet" ref={sheet}>
        <Sheet name={name.trim()} muster={muster} />
      </div>
    </>
  );
}
