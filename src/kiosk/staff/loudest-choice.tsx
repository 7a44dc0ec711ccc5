import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { formatPercent } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import { useText } from '../../app/text.ts';
import { Slider } from '../../app/ui/fields.tsx';
import type { DeliverableBook } from '../outbox/index.ts';
import type { KioskHere } from '../settings/kiosk-settings.ts';

/** How loud anything may sound. A visit that is under way keeps what it began with. */
export function LoudestChoice(props: {
  readonly book: DeliverableBook;
  readonly here: KioskHere;
  changed(here: KioskHere): void;
}): JSX.Element {
  const { t } = usePartText('organiser');
  const { t: shell } = useText();
  const [volume, setVolume] = useState(props.here.settings.volume);
  const [isLost, setLost] = useState(false);
  /** One write after the other: the last wish is the one that stays. */
  const writing = useRef(Promise.resolve());
  const change = (wanted: number): void => {
    setVolume(wanted);
    const here: KioskHere = { ...props.here, settings: { ...props.here.settings, volume: wanted } };
    writing.current = writing.current
      .then(() => props.book.writeHere(here))
      .then(
        () => {
          setLost(false);
          props.changed(here);
        },
        () => setLost(true),
      );
  };
  const said = volume === 0 ? t('staff.silence') : shell('page.percent', { value: formatPercent(volume) });
  return (
    <section class="staff-part">
      <h3>{t('staff.sound')}</h3>
      <Slider label={t('field.volume')} value={volume} from={0} to={1} step={0.05} said={said} change={change} />
      <p class="quiet small">{t('staff.soundNote')}</p>
      {isLost ? <p role="alert">{t('done.notKept')}</p> : null}
    </section>
  );
}
