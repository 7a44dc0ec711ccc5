/** The set-up is kept: start here, or carry it to more devices. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePartText } from '../../app/part-text.ts';
import { useArriving } from '../../app/ui/arriving.ts';
import { Qr } from '../../app/ui/qr.tsx';
import { saveFile } from '../../app/ui/save-file.ts';
import { readTyped } from '../../app/joining/typed-code.ts';
import { SETTINGS_FILE, writeFile, writeLink } from '../settings/carry-settings.ts';
import type { KioskHere, KioskSettings } from '../settings/kiosk-settings.ts';
import { CopyField } from './copy-field.tsx';
import { Tick } from './fields.tsx';
import type { Told } from './keep-setup.ts';
import { SetupPage } from './setup-page.tsx';

interface DoneProps {
  readonly here: KioskHere;
  readonly told: Told;
  /** The team's code that was just used; empty when none was. */
  readonly code: string;
  onChange(): void;
}

export function Done({ here, told, code, onChange }: DoneProps): JSX.Element {
  const { t } = usePartText('organiser');
  const { settings, membership } = here;
  return (
    <SetupPage name={t('done.heading')} lead={t('done.lead', { event: settings.event.name })}>
      <p class={told === 'alone' || told === 'told' ? 'setup-hint' : 'setup-fault'} role="status">
        {membership === null
          ? t('done.alone')
          : told === 'told' || told === 'later' || told === 'alone'
            ? t(`done.${told === 'told' ? 'told' : 'later'}`, { team: membership.team })
            : t(`delivery.${told}`)}
      </p>
      <div class="setup-row">
        <button type="button" class="press press-main press-large" onClick={() => location.replace('/kiosk')}>
          {t('done.start')}
        </button>
        <button type="button" class="press" onClick={onChange}>
          {t('done.change')}
        </button>
      </div>
      <MoreDevices settings={settings} code={code} inTeam={membership !== null} />
      {settings.board && membership !== null ? (
        <section class="setup-other">
          <h2>{t('done.board')}</h2>
          <p>{t('done.boardText')}</p>
          <CopyField label={t('done.boardLink')} text={`${settings.address}/kiosk/board#${settings.boardToken}`} />
        </section>
      ) : null}
    </SetupPage>
  );
}

interface MoreProps {
  readonly settings: KioskSettings;
  readonly code: string;
  readonly inTeam: boolean;
}

function MoreDevices({ settings, code, inTeam }: MoreProps): JSX.Element {
  const { t } = usePartText('organiser');
  const [withCode, setWithCode] = useState(true);
  const joining = withCode && code !== '' ? readTyped(code).code : '';
  const link = useArriving(joining, () => writeLink(settings, joining));
  return (
    <section class="setup-other">
      <h2>{t('done.more')}</h2>
      <p>{t('done.moreText')}</p>
      {code === '' ? null : (
        <Tick label={t('done.withCode')} note={t('done.withCodeNote')} on={withCode} change={setWithCode} />
      )}
      {link.state === 'here' ? (
        <div class="setup-carry">
          <Qr class="setup-qr" correction="L" text={link.thing} label={t('done.qr')} />
          <CopyField label={t('done.link')} text={link.thing} />
        </div>
      ) : null}
      <div class="setup-row">
        <button type="button" class="press" onClick={() => saveFile(SETTINGS_FILE, writeFile(settings))}>
          {t('done.file')}
        </button>
      </div>
      {inTeam ? <p class="setup-note">{t('done.fileNote', { step: t('step.board') })}</p> : null}
      <p class="setup-note">{t('done.secret')}</p>
    </section>
  );
}
