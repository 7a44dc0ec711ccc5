/** The team in the settings: who I am there, whether everything is delivered, my devices, my data, the way out. */
import type { JSX } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useStore } from 'zustand';
import type { Done } from '../../player/index.ts';
import type { Me } from '../../wire/joining.ts';
import { usePartText, useParts } from '../part-text.ts';
import { player } from '../player.ts';
import { useText } from '../text.ts';
import { useTyped } from '../typed-names.ts';
import { PlaceLink } from '../ui/place.tsx';
import { ROUTES } from '../routes.ts';
import { Devices } from './devices.tsx';
import { LineState } from './line-state.tsx';
import { OwnData } from './own-data.tsx';
import { Rename } from './rename.tsx';
import './joining.css';

/** Nothing until its texts are there: the rest of the settings must not wait for it. */
export function TeamPart(): JSX.Element | null {
  const arriving = useParts('join', 'server');
  const { place } = useStore(player.team.store);
  const [left, setLeft] = useState<'left' | 'erased'>();
  if (arriving.state !== 'here' || place === 'unknown') return null;
  return place === 'alone' ? <Alone left={left} /> : <Member onLeft={setLeft} />;
}

function Alone({ left }: { readonly left: 'left' | 'erased' | undefined }): JSX.Element {
  const { t } = usePartText('join');
  const { t: shell } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  // What was pressed for leaving is gone: the focus stays in this part of the settings.
  useEffect(() => {
    if (left !== undefined) heading.current?.focus();
  }, [left]);
  return (
    <section class="sheet settings-part">
      <h2 ref={heading} tabIndex={-1}>
        {t('team.heading')}
      </h2>
      <p role="status">{left === undefined ? '' : t(`team.${left}`)}</p>
      <p>{t('team.alone')}</p>
      <div class="buttons">
        <PlaceLink to={ROUTES.join} class="button button-paper">
          {shell('campaign.join')}
        </PlaceLink>
      </div>
    </section>
  );
}

function Member({ onLeft }: { readonly onLeft: (how: 'left' | 'erased') => void }): JSX.Element {
  const { t } = usePartText('join');
  const { name, team } = useStore(player.team.store);
  const [me, setMe] = useState<Done<Me>>();
  useTyped(`${name ?? ''}${team ?? ''}`);
  const look = useCallback((): void => void player.team.me().then(setMe), []);
  useEffect(look, [look]);
  return (
    <section class="sheet settings-part join-team">
      <h2>{t('team.heading')}</h2>
      <p class="large">{t('team.who', { name, team })}</p>
      <LineState />
      <Rename />
      <Devices me={me} onChanged={look} />
      <OwnData onLeft={onLeft} />
    </section>
  );
}
