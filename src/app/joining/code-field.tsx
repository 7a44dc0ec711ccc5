import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { CODE_LENGTH, normaliseCode } from '../../wire/joining.ts';
import { usePartText } from '../part-text.ts';
import { placeCursor, readTyped, showCode } from './typed-code.ts';

interface CodeFieldProps {
  readonly label: string;
  readonly help: string;
  /** What was typed, as it stands. */
  readonly typed: string;
  readonly length?: number;
  /** Why the code leads nowhere. */
  readonly fault?: string;
  change(typed: string): void;
}

/** Takes a code however it comes: small, full-width, with blanks, pasted as a link. It falls into its two halves by itself. */
export function CodeField({ label, help, typed, length = CODE_LENGTH, fault, change }: CodeFieldProps): JSX.Element {
  const { t } = usePartText('join');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const cursor = useRef<number | null>(null);
  const { strange } = readTyped(typed, length);
  useLayoutEffect(() => {
    if (cursor.current !== null) input.current?.setSelectionRange(cursor.current, cursor.current);
    cursor.current = null;
  }, [typed]);
  const take = (field: HTMLInputElement): void => {
    const { code } = readTyped(field.value, length);
    const at = field.selectionStart ?? field.value.length;
    const before = Math.min(normaliseCode(field.value.slice(0, at)).length, code.length);
    cursor.current = placeCursor(before, length);
    const shown = showCode(code, length);
    // The field keeps what was typed when the state stays the same: a ninth letter must not stand there.
    field.value = shown;
    field.setSelectionRange(cursor.current, cursor.current);
    change(shown);
  };
  const said = strange.length > 0 ? t('code.strange', { letters: strange.join(' ') }) : (fault ?? '');
  return (
    <div class="join-field">
      <label for={id}>{label}</label>
      <input
        ref={input}
        id={id}
        class="join-code"
        type="text"
        style={{ '--letters': length + 1 }}
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
        {help}
      </p>
      <p id={`${id}-fault`} class="join-fault" role="status">
        {said}
      </p>
    </div>
  );
}
