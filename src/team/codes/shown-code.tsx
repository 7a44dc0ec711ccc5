/** A code as large as the window, for a projector: the letters, the QR code, the address to type. */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { usePartText } from '../../app/part-text.ts';
import { SheetDialog } from '../forms/sheet-dialog.tsx';
import type { CodeShown } from '../server/account-calls.ts';
import { writeMoment } from '../words/amounts.ts';
import { joinLink } from './join-link.ts';
import { Qr } from '../../app/ui/qr.tsx';

export function ShownCode(props: { readonly code: CodeShown; readonly team: string; onClose(): void }): JSX.Element {
  const { t } = usePartText('team');
  const place = useRef<HTMLDivElement>(null);
  const { code } = props;
  const link = joinLink(location.origin, code);
  const letters = [...(code.code ?? '')].filter((letter) => letter !== '-');
  return (
    <SheetDialog heading={t('codes.joinTeam', { team: props.team })} onClose={props.onClose} class="dialog-code">
      <div class="shown-code" ref={place}>
        <Qr class="qr" text={link} label={t('codes.qr')} />
        <div class="shown-words">
          <p class="shown-step">{t('codes.goTo')}</p>
          <p class="shown-address">{new URL(link).host + new URL(link).pathname}</p>
          <p class="shown-step">{t('codes.enter')}</p>
          {/* Spelled for the ear, together for the eye. */}
          <p class="shown-letters" aria-label={letters.join(' ')}>
            {code.code}
          </p>
          <p class="quiet">
            {t('codes.shownUntil', { time: writeMoment(code.expiresAt) })}{' '}
            {t('codes.usesLeft', { count: Math.max(0, code.mostUses - code.uses) })}
          </p>
        </div>
      </div>
      <div class="row shown-tools">
        {document.fullscreenEnabled ? (
          <button
            type="button"
            class="press"
            onClick={() => void place.current?.requestFullscreen().catch(() => undefined)}
          >
            {t('codes.fullscreen')}
          </button>
        ) : null}
        <button type="button" class="press press-main" onClick={props.onClose}>
          {t('form.close')}
        </button>
      </div>
    </SheetDialog>
  );
}
