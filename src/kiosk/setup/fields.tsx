/** Fields on paper: a label above, what is wrong, then a note. What is wrong is told to the ear as well. */
import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Checkbox, type CheckboxProps } from '../../app/ui/checkbox.tsx';

interface FieldProps {
  readonly label: string;
  readonly note?: string | undefined;
  readonly wrong?: string | undefined;
}

interface Names {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

export function Field(props: FieldProps & { children(names: Names): ComponentChildren }): JSX.Element {
  const id = useId();
  const { label, note, wrong } = props;
  const describedBy = [wrong === undefined ? '' : `${id}-wrong`, note === undefined ? '' : `${id}-note`]
    .join(' ')
    .trim();
  return (
    <div class="setup-field">
      <label for={id}>{label}</label>
      {props.children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': wrong !== undefined,
      })}
      <Wrong id={`${id}-wrong`} text={wrong} />
      {note === undefined ? null : (
        <p class="setup-note" id={`${id}-note`}>
          {note}
        </p>
      )}
    </div>
  );
}

function Wrong(props: { readonly id: string; readonly text: string | undefined }): JSX.Element | null {
  return props.text === undefined ? null : (
    <p class="setup-wrong" id={props.id}>
      {props.text}
    </p>
  );
}

type Kind = 'text' | 'date' | 'url';

export function TextField(
  props: FieldProps & {
    readonly kind?: Kind;
    readonly value: string;
    readonly most?: number;
    change(value: string): void;
  },
): JSX.Element {
  return (
    <Field {...props}>
      {(names) => {
        const common = {
          ...names,
          value: props.value,
          maxLength: props.most,
          autocomplete: 'off',
          spellcheck: false,
          onInput: (event: { readonly currentTarget: HTMLInputElement }): void =>
            props.change(event.currentTarget.value),
        } as const;
        if (props.kind === 'date') return <input type="date" {...common} />;
        return props.kind === 'url' ? (
          <input type="url" inputMode="url" {...common} />
        ) : (
          <input type="text" {...common} />
        );
      }}
    </Field>
  );
}

export function NumberField(
  props: FieldProps & {
    readonly value: number;
    readonly from: number;
    readonly to: number;
    readonly unit: string;
    change(value: number): void;
  },
): JSX.Element {
  return (
    <Field {...props}>
      {(names) => (
        <div class="setup-number">
          <input
            {...names}
            type="number"
            inputMode="numeric"
            min={props.from}
            max={props.to}
            step={1}
            value={Number.isNaN(props.value) ? '' : props.value}
            onInput={(event) => props.change(event.currentTarget.valueAsNumber)}
          />
          <span>{props.unit}</span>
        </div>
      )}
    </Field>
  );
}

/** Digits that are not shown. No password manager is meant: it would offer the PIN to whoever stands there. */
export function PinField(props: FieldProps & { readonly value: string; change(value: string): void }): JSX.Element {
  return (
    <Field {...props}>
      {(names) => (
        <input
          {...names}
          type="password"
          inputMode="numeric"
          autocomplete="new-password"
          maxLength={12}
          value={props.value}
          onInput={(event) => props.change(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export function Tick(props: CheckboxProps): JSX.Element {
  return <Checkbox {...props} class="setup-tick" noteClass="setup-note" />;
}

/** Several ticks or choices that belong together. */
export function Group(props: {
  readonly label: string;
  readonly note?: string | undefined;
  readonly wrong?: string | undefined;
  readonly children: ComponentChildren;
}): JSX.Element {
  const id = useId();
  const describedBy = [props.wrong === undefined ? '' : `${id}-wrong`, props.note === undefined ? '' : `${id}-note`];
  const names = describedBy.join(' ').trim();
  return (
    <fieldset class="setup-group" aria-describedby={names === '' ? undefined : names}>
      <legend>{props.label}</legend>
      <Wrong id={`${id}-wrong`} text={props.wrong} />
      {props.note === undefined ? null : (
        <p class="setup-note" id={`${id}-note`}>
          {props.note}
        </p>
      )}
      {props.children}
    </fieldset>
  );
}
