import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { usePartText } from '../../app/part-text.ts';
import type { InvitationMade } from '../../wire/accounts.ts';
import { CopyButton } from '../forms/copy-button.tsx';
import { SheetDialog } from '../forms/sheet-dialog.tsx';
import { writeMoment } from '../words/amounts.ts';

/** The link of an invitation, this once. */
export function MadeLink({ made, onClose }: { readonly made: InvitationMade; onClose(): void }): JSX.Element {
  const { t } = usePartText('team');
  const id = useId();
  return (
    <SheetDialog heading={t('invite.madeHeading')} onClose={onClose}>
      <p>{t('invite.madeText', { time: writeMoment(made.expiresAt) })}</p>
      <div class="entry">
        <label for={id}>{t('invite.link')}</label>
        <input id={id} type="text" readOnly value={made.link} onFocus={(event) => event.currentTarget.select()} />
      </div>
      <div class="row">
        <CopyButton text={made.link} label={t('form.copy')} />
        <button type="button" class="press press-main" onClick={onClose}>
          {t('form.done')}
        </button>
      </div>
    </SheetDialog>
  );
}
