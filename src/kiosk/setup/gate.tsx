import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { formatDate } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import { openDeviceDoor } from '../pin/device-door.ts';
import { PinPad } from '../pin/pin-pad.tsx';
import type { KioskHere } from '../settings/kiosk-settings.ts';
import type { SettingsFault } from '../settings/read-settings.ts';
import { sayFault } from './say-fault.ts';
import { SetupPage } from './setup-page.tsx';

/** The device is a kiosk already: whoever wants to change that shows the PIN. */
export function Gate(props: {
  readonly here: KioskHere;
  readonly fault: SettingsFault | null;
  onOpen(): void;
}): JSX.Element {
  const { t } = usePartText('organiser');
  const { event, pin } = props.here.settings;
  const [isAsking, setAsking] = useState(false);
  const door = useMemo(() => openDeviceDoor(pin), [pin]);
  useEffect(() => () => door.close(), [door]);
  return (
    <SetupPage name={t('heading')}>
      {props.fault === null ? null : (
        <p class="setup-fault" role="alert">
          {sayFault(t, props.fault)}
        </p>
      )}
      <p>{t('gate.text', { event: event.name, day: formatDate(event.endsAt) })}</p>
      <div class="setup-row">
        <button type="button" class="press press-main" onClick={() => setAsking(true)}>
          {t('gate.change')}
        </button>
        <a class="press" href="/kiosk">
          {t('gate.start')}
        </a>
      </div>
      {isAsking ? <PinPad door={door} onOpen={props.onOpen} onClose={() => setAsking(false)} /> : null}
    </SetupPage>
  );
}
