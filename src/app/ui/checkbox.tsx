import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

export interface CheckboxProps {
  readonly label: ComponentChildren;
  readonly on: boolean;
  readonly note?: string;
  change(on: boolean): void;
}

/** What a checkbox looks like where it stands. */
interface Look {
  readonly class: string;
  readonly labelClass?: string;
  readonly noteClass: string;
  /** Heard as a switch, on or off, instead of ticked or not. */
  readonly role?: 'switch';
}

/** One thing that is so or not, and a sentence about it when there is one. */
export function Checkbox(props: CheckboxProps & Look): JSX.Element {
  const note = useId();
  return (
    <div class={props.class}>
      <label class={props.labelClass}>
        <input
          type="checkbox"
          role={props.role}
          checked={props.on}
          aria-describedby={props.note === undefined ? undefined : note}
          onChange={(event) => props.change(event.currentTarget.checked)}
        />
        <span>{props.label}</span>
      </label>
      {props.note === undefined ? null : (
        <p class={props.noteClass} id={note}>
          {props.note}
        </p>
      )}
    </div>
  );
}
