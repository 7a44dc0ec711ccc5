import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Done } from '../../player/index.ts';
import type { Pairing } from '../../wire/joining.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { usePartText } from '../part-text.ts';
import { player } from '../player.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Qr } from '../ui/qr.tsx';
import { sayRefusal } from './say-refusal.ts';

/** A code for a second device, to be scanned or typed; it runs out. */
export function NewDevice({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { t } = usePartText('join');
  const { t: server } = usePartText('server');
  const [pairing, setPairing] = useState<Done<Pairing>>();
  const [isOver, setOver] = useState(false);
  const ask = (): void => {
    setOver(false);
    setPairing(undefined);
    void player.team.pair().then(setPairing);
  };
  useEffect(ask, []);
  const expiresAt = pairing?.ok === true ? Date.parse(pairing.value.expiresAt) : undefined;
  useEffect(() => {
    if (expiresAt === undefined) return undefined;
    const timer = setTimeout(() => setOver(true), Math.max(0, expiresAt - Date.now()));
    return () => clearTimeout(timer);
  }, [expiresAt]);
  return (
    <Dialog heading={t('devices.add')} onClose={onClose}>
      <div aria-live="polite">
        {pairing?.ok === false ? <p>{sayRefusal(pairing, { join: t, server })}</p> : null}
        {pairing?.ok === true && !isOver ? (
          <>
            <p>{t('devices.scan', { time: formatTime(expiresAt ?? 0) })}</p>
            <Qr class="join-qr" text={`${location.origin}/join#pair=${pairing.value.code}`} label={t('devices.qr')} />
            <p class="join-shown-code">{pairing.value.code}</p>
          </>
        ) : null}
        {isOver ? <p>{t('devices.over')}</p> : null}
      </div>
      <div class="buttons">
        <button type="button" class="button button-main" onClick={onClose}>
          {t('devices.close')}
        </button>
        {isOver || pairing?.ok === false ? (
          <button type="button" class="button button-paper" onClick={ask}>
            {t('devices.again')}
          </button>
        ) : null}
      </div>
    </Dialog>
  );
}

function formatTime(at: number): string {
  return new Intl.DateTimeFormat(currentLanguage(), { timeStyle: 'short' }).format(at);
}
