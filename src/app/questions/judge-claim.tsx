import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../text.ts';
import { ChoiceCards } from '../ui/choice-cards.tsx';
import { Icon } from '../ui/icons.tsx';
import type { KindProps } from './props.ts';

const VERDICTS = ['true', 'false'] as const;

/** A statement to be judged in two steps: whether it holds, and then why. */
export function JudgeClaim({ item, order, words, change }: KindProps<'true-false-reason'>): JSX.Element {
  const { t } = useText();
  const [verdict, judge] = useState<string | null>(null);
  const [reason, choose] = useState<string | null>(null);
  const tell = (nowVerdict: string | null, nowReason: string | null): void =>
    change(nowVerdict === null || nowReason === null ? null : [nowVerdict, nowReason]);
  return (
    <>
      <fieldset class="slips verdict-choice">
        <legend>{t('quiz.claim')}</legend>
        {VERDICTS.map((each) => (
          <label key={each} class={`seal-choice seal-choice-${each} ${verdict === each ? 'seal-chosen' : ''}`}>
            <input
              type="radio"
              name={`${item.id}-verdict`}
              value={each}
              checked={verdict === each}
              onChange={() => {
                judge(each);
                tell(each, reason);
              }}
            />
            <Icon name={each === 'true' ? 'tick' : 'cross'} />
            <span>{t(`quiz.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      {verdict === null ? null : (
        <ChoiceCards
          name={`${item.id}-reason`}
          legend={t('quiz.why')}
          chosen={reason}
          choose={(option) => {
            choose(option);
            tell(verdict, option);
          }}
          choices={order.map((id) => ({ id, label: words.option(id) }))}
        />
      )}
      <p class="unseen" role="status">
        {verdict === null || reason !== null ? '' : t('quiz.whyNow')}
      </p>
    </>
  );
}
