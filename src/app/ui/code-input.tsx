import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

/** What stands in the field after something was typed, and where the cursor goes. */
export interface Shown {
  readonly shown: string;
  readonly cursor: number;
}

interface CodeInputProps {
  readonly label: string;
  readonly help: string;
  /** What was typed, as it stands. */
  readonly typed: string;
  /** Letters of a whole code, without the dash between its halves. */
  readonly length: number;
  /** What is wrong with it; empty for nothing. */
  readonly fault: string;
  /** Puts what was typed into its form; `at` is where the cursor stands. */
  form(typed: string, at: number): Shown;
  change(typed: string): void;
}

/** Takes a code however it comes: small, full-width, with blanks, pasted as a link. It falls into its two halves by itself. */
export function CodeInput({ label, help, typed, length, fault, form, change }: CodeInputProps): JSX.Element {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const cursor = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (cursor.current !== null) input.current?.setSelectionRange(cursor.current, cursor.current);
    cursor.current = null;
  }, [typed]);
  const take = (field: HTMLInputElement): void => {
    const { shown, cursor: at } = form(field.value, field.selectionStart ?? field.value.length);
    cursor.current = at;
    // The field keeps what was typed when the state stays the same: a letter too many must not stand there.
    field.value = shown;
    field.setSelectionRange(at, at);
    change(shown);
  };
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
        aria-invalid={fault !== ''}
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
        {fault}
      </p>
    </div>
  );
}
