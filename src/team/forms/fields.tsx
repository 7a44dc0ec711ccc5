/** Fields of the managers' forms: a label above, a note below, and what is wrong with it beside both. */
import type { ComponentChildren, JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { usePartText } from '../../app/part-text.ts';

interface FieldProps {
  readonly label: string;
  readonly note?: string | undefined;
  /** What is wrong with what was entered. */
  readonly wrong?: string | undefined;
  readonly children: (names: { id: string; describedBy: string | undefined; invalid: boolean }) => ComponentChildren;
}

function Field({ label, note, wrong, children }: FieldProps): JSX.Element {
  const id = useId();
  const noteId = `${id}-note`;
  const wrongId = `${id}-wrong`;
  const describedBy = [wrong === undefined ? '' : wrongId, note === undefined ? '' : noteId].join(' ').trim();
  return (
    <div class="entry">
      <label for={id}>{label}</label>
      {children({ id, describedBy: describedBy === '' ? undefined : describedBy, invalid: wrong !== undefined })}
      {wrong === undefined ? null : (
        <p class="entry-wrong" id={wrongId}>
          {wrong}
        </p>
      )}
      {note === undefined ? null : (
        <p class="entry-note" id={noteId}>
          {note}
        </p>
      )}
    </div>
  );
}

interface EntryProps {
  readonly label: string;
  readonly value: string;
  change(value: string): void;
  readonly note?: string | undefined;
  readonly wrong?: string | undefined;
  readonly autocomplete?: string;
  readonly required?: boolean;
  readonly max?: number;
}

type TextKind = 'text' | 'email' | 'date' | 'search';

export function TextEntry(props: EntryProps & { readonly type?: TextKind }): JSX.Element {
  return (
    <Field label={props.label} note={props.note} wrong={props.wrong}>
      {({ id, describedBy, invalid }) => {
        const common = {
          id,
          value: props.value,
          required: props.required ?? false,
          maxLength: props.max,
          autocomplete: props.autocomplete ?? 'off',
          'aria-describedby': describedBy,
          'aria-invalid': invalid,
          onInput: (event: { readonly currentTarget: HTMLInputElement }): void =>
            props.change(event.currentTarget.value),
        } as const;
        switch (props.type ?? 'text') {
          case 'email':
            return <input type="email" {...common} />;
          case 'date':
            return <input type="date" {...common} />;
          case 'search':
            return <input type="search" {...common} />;
          case 'text':
            return <input type="text" {...common} />;
        }
      }}
    </Field>
  );
}

/** A password, which can be looked at while it is typed: there is no second field to repeat it. */
export function PasswordEntry(props: EntryProps): JSX.Element {
  const { t } = usePartText('team');
  const [shown, show] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const toggle = (): void => {
    if (field.current) field.current.type = shown ? 'password' : 'text';
    show(!shown);
  };
  return (
    <Field label={props.label} note={props.note} wrong={props.wrong}>
      {({ id, describedBy, invalid }) => (
        <div class="entry-with">
          <input
            ref={field}
            id={id}
            type="password"
            value={props.value}
            required={props.required ?? false}
            maxLength={128}
            autocomplete={props.autocomplete ?? 'off'}
            autocapitalize="none"
            spellcheck={false}
            aria-describedby={describedBy}
            aria-invalid={invalid}
            onInput={(event) => props.change(event.currentTarget.value)}
          />
          <button
            type="button"
            class="press press-quiet"
            aria-pressed={shown}
            aria-label={`${t('form.show')} ${props.label}`}
            onClick={toggle}
          >
            {t('form.show')}
          </button>
        </div>
      )}
    </Field>
  );
}

export function NumberEntry(props: {
  readonly label: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  change(value: number): void;
  readonly note?: string;
}): JSX.Element {
  return (
    <Field label={props.label} note={props.note}>
      {({ id, describedBy }) => (
        <input
          id={id}
          type="number"
          inputMode="numeric"
          min={props.from}
          max={props.to}
          step={1}
          required
          value={props.value}
          aria-describedby={describedBy}
          onInput={(event) => props.change(event.currentTarget.valueAsNumber)}
        />
      )}
    </Field>
  );
}

export function ChoiceEntry(props: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  change(value: string): void;
  readonly note?: string | undefined;
}): JSX.Element {
  return (
    <Field label={props.label} note={props.note}>
      {({ id, describedBy }) => (
        <select
          id={id}
          value={props.value}
          aria-describedby={describedBy}
          onChange={(event) => props.change(event.currentTarget.value)}
        >
          {props.choices.map(({ value, text }) => (
            <option key={value} value={value} selected={value === props.value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
