/** A number on a slider: the browser's own range, and buttons for those who cannot drag a bead to one number. */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { snapToRange } from '../../quiz/index.ts';
import { cue } from '../sound/cues.ts';
import { useText } from '../text.ts';
import type { KindProps } from './props.ts';
import { Ruler } from './ruler.tsx';

/** With more steps than this, two more buttons take ten steps at once. */
const MANY_STEPS = 20;
const STRIDE = 10;

/** Outlines of the signs on the buttons, in a box of 24. */
const SIGNS = {
  fewer: 'M11.5 4.5L13.4 6.4 7.8 12l5.6 5.6-1.9 1.9L4 12zM18.5 4.5l1.9 1.9-5.6 5.6 5.6 5.6-1.9 1.9L11 12z',
  less: 'M4 10.6h16v2.8H4z',
  more: 'M10.6 4h2.8v6.6H20v2.8h-6.6V20h-2.8v-6.6H4v-2.8h6.6z',
  most: 'M12.5 4.5L10.6 6.4 16.2 12l-5.6 5.6 1.9 1.9L20 12zM5.5 4.5L3.6 6.4 9.2 12l-5.6 5.6 1.9 1.9L13 12z',
} as const;

export function MakeEstimate({ item, words, change }: KindProps<'estimate'>): JSX.Element {
  const { t } = useText();
  const id = useId();
  const { min, max, step } = item.range;
  // The bead waits in the middle, where nothing is hinted at; it counts only when it has been touched.
  const [value, setValue] = useState(() => snapToRange(item, (min + max) / 2));
  const [touched, touch] = useState(false);
  const set = (wanted: number): void => {
    const now = snapToRange(item, wanted);
    setValue(now);
    touch(true);
    change([String(now)]);
  };
  const press = (steps: number): void => {
    cue('slide');
    set(value + steps * step);
  };
  const said = touched ? words.amount(value) : t('quiz.estimateNone');
  const many = (max - min) / step > MANY_STEPS;
  return (
    <div class="estimate" role="group" aria-labelledby={id}>
      <p class="quiet" id={id}>
        {t('quiz.estimateMove')}
      </p>
      <output class={touched ? 'readout' : 'readout readout-none'} for={`${id}-bead`}>
        {said}
      </output>
      <Ruler
        item={item}
        bead={
          <input
            id={`${id}-bead`}
            type="range"
            class="bead"
            min={min}
            max={max}
            step={step}
            value={value}
            aria-label={t('quiz.estimate')}
            aria-valuetext={said}
            onInput={(event) => set(Number(event.currentTarget.value))}
            onPointerUp={(event) => set(Number(event.currentTarget.value))}
          />
        }
      />
      <div class="nudges">
        {many ? <Nudge name={t('quiz.muchLess')} icon="fewer" press={() => press(-STRIDE)} off={value <= min} /> : null}
        <Nudge name={t('quiz.less')} icon="less" press={() => press(-1)} off={value <= min} />
        <Nudge name={t('quiz.more')} icon="more" press={() => press(1)} off={value >= max} />
        {many ? <Nudge name={t('quiz.muchMore')} icon="most" press={() => press(STRIDE)} off={value >= max} /> : null}
      </div>
    </div>
  );
}

interface NudgeProps {
  readonly name: string;
  readonly icon: keyof typeof SIGNS;
  readonly off: boolean;
  press(): void;
}

/** At its end a button says so but keeps the focus: a disabled one would lose it. */
function Nudge({ name, icon, off, press }: NudgeProps): JSX.Element {
  return (
    <button type="button" class={`nudge nudge-${icon}`} aria-label={name} aria-disabled={off} onClick={press}>
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path fill="currentColor" d={SIGNS[icon]} />
      </svg>
    </button>
  );
}
