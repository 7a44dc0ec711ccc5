import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../text.ts';
import type { KindProps } from './props.ts';

/** Several answers, as slips with a box each. */
export function ChooseSeveral({ item, order, words, change }: KindProps<'multiple-response'>): JSX.Element {
  const { t } = useText();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const toggle = (option: string, on: boolean): void => {
    // A response names the options in the order of the file, whatever the order on the screen.
    const now = item.options.filter((each) => (each === option ? on : chosen.includes(each)));
    setChosen(now);
    change(now.length === 0 ? null : now);
  };
  return (
    <fieldset class="slips slips-several">
      <legend>{t('quiz.chooseSeveral')}</legend>
      {order.map((option) => (
        <label key={option} class={`slip ${chosen.includes(option) ? 'slip-chosen' : ''}`}>
          <input
            type="checkbox"
            name={option}
            checked={chosen.includes(option)}
            onChange={(event) => toggle(option, event.currentTarget.checked)}
          />
          <span class="slip-words">
            <span class="slip-label">{words.option(option)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
