import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { usePartText } from '../../app/part-text.ts';

/** A long text to take along: it can be looked at, selected, and copied by a button. */
export function CopyField({ label, text }: { readonly label: string; readonly text: string }): JSX.Element {
  const { t } = usePartText('organiser');
  const id = useId();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 4000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = (): void => {
    // Without the right to the clipboard the text can still be selected by hand.
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => undefined,
    );
  };
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
