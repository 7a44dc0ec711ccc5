import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { usePartText } from '../../app/part-text.ts';

/** Puts a text on the clipboard and says so. */
export function CopyButton(props: { readonly text: string; readonly label: string }): JSX.Element {
  const { t } = usePartText('team');
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 4000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <>
      <button
        type="button"
        class="press"
        onClick={() => void navigator.clipboard.writeText(props.text).then(() => setCopied(true))}
      >
        {props.label}
      </button>
      <span role="status" class="quiet">
        {copied ? t('form.copied') : ''}
      </span>
    </>
  );
}
