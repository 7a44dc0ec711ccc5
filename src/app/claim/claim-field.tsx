import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { CLAIM_LENGTH, normaliseClaim } from '../../wire/kiosk.ts';
import { usePartText } from '../part-text.ts';
import { readClaim, showClaim } from './typed-claim.ts';

interface ClaimFieldProps {
  /** What was typed, as it stands. */
  readonly typed: string;
  /** Why the code leads nowhere. */
  readonly fault: string;
  change(typed: string): void;
}

/** Takes a code however it comes: small, full-width, with blanks, pasted as a link. It falls into its two halves by itself. */
export function ClaimField({ typed, fault, change }: ClaimFieldProps): JSX.Element {
  const { t } = usePartText('claim');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const cursor = useRef<number | null>(null);
  const { strange } = readClaim(typed);
  useLayoutEffect(() => {
    if (cursor.current !== null) input.current?.setSelectionRange(cursor.current, cursor.current);
    cursor.current = null;
  }, [typed]);
  const take = (field: HTMLInputElement): void => {
    const shown = showClaim(readClaim(field.value).code);
    const before = normaliseClaim(field.value.slice(0, field.selectionStart ?? field.value.length)).length;
    // A dash stands after the first half.
    cursor.current = Math.min(before > CLAIM_LENGTH / 2 ? before + 1 : before, shown.length);
    // The field keeps what was typed when the state stays the same: an eleventh letter must not stand there.
    field.value = shown;
    field.setSelectionRange(cursor.current, cursor.current);
    change(shown);
  };
  const said = strange.length > 0 ? t('code.strange', { letters: strange.join(' ') }) : fault;
  return (
    <div class="join-field">
      <label for={id}>{t('code.label')}</label>
      <input
        ref={input}
        id={id}
        class="join-code"
        type="text"
        style={{ '--letters': CLAIM_LENGTH + 1 }}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        enterkeyhint="go"
        value={typed}
        aria-describedby={`${id}-help ${id}-fault`}
        aria-invalid={said !== ''}
        onInput={(event) => {
          // A Chinese keyboard composes: what stands there is not typed yet.
          if (!event.isComposing) take(event.currentTarget);
        }}
        onCompositionEnd={(event) => take(event.currentTarget)}
      />
      <p id={`${id}-help`} class="quiet small">
        {t('code.help')}
      </p>
      <p id={`${id}-fault`} class="join-fault" role="status">
        {said}
      </p>
    </div>
  );
}
