import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { usePartText } from '../../app/part-text.ts';
import { useCopying } from '../../app/ui/copying.ts';

/** A long text to take along: it can be looked at, selected, and copied by a button. */
export function CopyField({ label, text }: { readonly label: string; readonly text: string }): JSX.Element {
  const { t } = usePartText('organiser');
  const id = useId();
  const { copied, copy } = useCopying(text);
  return (
    <div class="setup-field setup-copy">
      <label for={id}>{label}</label>
      <div class="setup-number">
        <input id={id} type="text" readOnly value={text} onFocus={(event) => event.currentTarget.select()} />
        <button type="button" class="press" onClick={copy}>
          {t('done.copy')}
        </button>
      </div>
      <p class="setup-note" role="status">
        {copied ? t('done.copied') : ''}
      </p>
    </div>
  );
}
