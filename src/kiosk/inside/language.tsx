import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useStore } from 'zustand';
import { OWN_NAMES, type Language } from '../../i18n/index.ts';
import { isCalm } from '../../app/appearance.ts';
import { speak } from '../../app/language.ts';
import { usePartText } from '../../app/part-text.ts';
import { player } from '../../app/player.ts';
import { LARGE_TEXT, turnSwitch } from '../reach/aids.ts';
import { findVoice } from '../reach/find-voice.ts';
import { listVoices, onVoices } from '../reach/voice.ts';
import type { Kiosk } from './kiosk.ts';
import { Station } from './station.tsx';

/** The event's languages, each in itself; below them, what helps to read and to reach. */
export function LanguageStation({ kiosk }: { readonly kiosk: Kiosk }): JSX.Element {
  const { t, language } = usePartText('kiosk');
  const { languages } = kiosk.settings;
  const choose = async (wanted: Language): Promise<void> => {
    if (wanted !== language) await speak(wanted);
    kiosk.visitors.call(wanted);
    kiosk.travel.go({ what: 'spoken' });
  };
  return (
    <Station kiosk={kiosk} name="language" heading={t('language.heading')} class="language">
      <ul class="language-plates">
        {languages.map((each) => (
          <li key={each}>
            <button
              type="button"
              class="language-plate"
              lang={each}
              aria-pressed={each === language}
              onClick={() => void choose(each)}
            >
              {OWN_NAMES[each]}
            </button>
          </li>
        ))}
      </ul>
      <Aids kiosk={kiosk} />
    </Station>
  );
}

function Aids({ kiosk }: { readonly kiosk: Kiosk }): JSX.Element {
  const { t, language } = usePartText('kiosk');
  const settings = useStore(player.settings.store);
  const aids = useStore(kiosk.aids);
  const [voices, setVoices] = useState(listVoices);
  useEffect(() => onVoices(() => setVoices(listVoices())), []);
  const usual = kiosk.settings.textSize;
  const isLarge = settings.textSize > usual;
  const hasVoice = kiosk.settings.volume > 0 && findVoice(language, voices) !== null;
  return (
    <section class="aids" aria-label={t('language.aids')}>
      <p class="aids-lead">{t('language.aids')}</p>
      <div class="aids-row">
        {usual >= LARGE_TEXT ? null : (
          <Aid
            name="large"
            on={isLarge}
            text={t('language.large')}
            turn={(on) => player.settings.change({ textSize: on ? LARGE_TEXT : usual })}
          />
        )}
        <Aid name="low" on={aids.low} text={t('language.low')} turn={(low) => kiosk.aids.setState({ low })} />
        {hasVoice ? (
          <Aid
            name="spoken"
            on={aids.spoken}
            text={t('language.spoken')}
            turn={(spoken) => kiosk.aids.setState({ spoken })}
          />
        ) : null}
        <Aid
          name="calm"
          on={isCalm(settings)}
          text={t('language.calm')}
          turn={(reducedMotion) => player.settings.change({ reducedMotion })}
        />
        <Aid name="switch" on={settings.scan.on} text={t('language.switch')} turn={turnSwitch} />
      </div>
    </section>
  );
}

interface AidProps {
  readonly name: string;
  readonly on: boolean;
  readonly text: string;
  turn(on: boolean): void;
}

function Aid({ name, on, text, turn }: AidProps): JSX.Element {
  return (
    <button type="button" class={`aid aid-${name}`} aria-pressed={on} onClick={() => turn(!on)}>
      {text}
    </button>
  );
}
