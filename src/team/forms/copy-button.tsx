import type { JSX } from 'preact';
import { usePartText } from '../../app/part-text.ts';
import { useCopying } from '../../app/ui/copying.ts';

/** Puts a text on the clipboard and says so. */
export function CopyButton(props: { readonly text: string; readonly label: string }): JSX.Element {
  const { t } = usePartText('team');
  const { copied, copy } = useCopying(props.text);
  return (
    <>
      <button type="button" class="press" onClick={copy}>
        {props.label}
      </button>
      <span role="status" class="quiet">
        {copied ? t('form.copied') : ''}
      </span>
    </>
  );
}
