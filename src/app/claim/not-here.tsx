import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Claimed } from '../../player/index.ts';
import { usePartText } from '../part-text.ts';
import { useAsking } from './ask.ts';
import { showClaim } from './typed-claim.ts';

interface NotHereProps {
  readonly code: string;
  readonly onAnswer: (code: string, claimed: Claimed) => void;
  readonly onOther: () => void;
}

/** The kiosk may have no network until the evening; or the code has a slip. */
export function NotHere({ code, onAnswer, onOther }: NotHereProps): JSX.Element {
  const { t } = usePartText('claim');
  const [again, setAgain] = useState(0);
  const { busy, fault, ask } = useAsking((asked, claimed) => {
    setAgain((count) => count + 1);
    onAnswer(asked, claimed);
  });
  return (
    <section class="sheet">
      <p class="large">{t('notHere.text')}</p>
      <p>{t('notHere.kept')}</p>
      <p class="claim-code">{showClaim(code)}</p>
      <p class="quiet">{t('notHere.slip')}</p>
      <p role="status" class="join-fault">
        {fault}
      </p>
      {/* Said anew at each try, also when the answer is the same. */}
      <p role="status" key={again}>
        {again > 0 && !busy && fault === '' ? t('notHere.still') : ''}
      </p>
      <div class="buttons">
        <button
          type="button"
          class="button button-main"
          aria-disabled={busy}
          onClick={() => {
            if (!busy) void ask(code);
          }}
        >
          {busy ? t('fetching') : t('notHere.again')}
        </button>
        <button type="button" class="button button-paper" onClick={onOther}>
          {t('notHere.other')}
        </button>
      </div>
    </section>
  );
}
