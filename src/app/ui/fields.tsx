/** Sliders and switches of the settings and the workshop: real inputs, drawn as beads on a cord. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Checkbox, type CheckboxProps } from './checkbox.tsx';

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  /** What the value is in words, for the eye and the ear. */
  readonly said: string;
  readonly note?: string;
  change(value: number): void;
}

export function Slider(props: SliderProps): JSX.Element {
  const id = useId();
  const input = (event: Event): void => props.change(Number((event.currentTarget as HTMLInputElement).value));
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      {/* The slider tells its value itself: as an output it would be heard twice at every step. */}
      <span class="field-value" aria-hidden="true">
        {props.said}
      </span>
      <input
        id={id}
        type="range"
        min={props.from}
        max={props.to}
        step={props.step}
        value={props.value}
        aria-valuetext={props.said}
        onInput={input}
      />
      {props.note === undefined ? null : <p class="quiet small">{props.note}</p>}
    </div>
  );
}

export function Switch(props: CheckboxProps): JSX.Element {
  return <Checkbox {...props} class="field" labelClass="switch" noteClass="quiet small" role="switch" />;
}
