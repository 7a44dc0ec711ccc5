import type { ComponentChildren, JSX } from 'preact';

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly text?: string;
  /** A drawing that says the same without words. */
  readonly picture?: ComponentChildren;
}

interface ChoiceCardsProps {
  /** Name of the group of radio buttons; unique on the page. */
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | null;
  choose(id: string): void;
  readonly disabled?: boolean;
}

/** One choice of several, as wooden slips: real radio buttons underneath. */
export function ChoiceCards(props: ChoiceCardsProps): JSX.Element {
  return (
    <fieldset class="slips" disabled={props.disabled === true}>
      <legend>{props.legend}</legend>
      {props.choices.map((choice) => (
        <label key={choice.id} class={`slip ${props.chosen === choice.id ? 'slip-chosen' : ''}`}>
          <input
            type="radio"
            name={props.name}
            value={choice.id}
            checked={props.chosen === choice.id}
            onChange={() => props.choose(choice.id)}
          />
          {choice.picture === undefined ? null : <span class="slip-picture">{choice.picture}</span>}
          <span class="slip-words">
            <span class="slip-label">{choice.label}</span>
            {choice.text === undefined ? null : <span class="slip-text">{choice.text}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
