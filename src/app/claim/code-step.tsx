import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Claimed } from '../../player/index.ts';
import { usePartText } from '../part-text.ts';
import { useAsking } from './ask.ts';
import { ClaimField } from './claim-field.tsx';
import { readClaim, showClaim } from './typed-claim.ts';

interface CodeStepProps {
  /** From the address; asked for without a press of the button. */
  readonly given: string;
  /** What stands in the field at first. */
  readonly prefilled: string;
  readonly onAnswer: (code: string, claimed: Claimed) => void;
}

export function CodeStep({ given, prefilled, onAnswer }: CodeStepProps): JSX.Element {
  const { t } = usePartText('claim');
  const [typed, type] = useState(() => showClaim(prefilled));
  const { busy, fault, ask, say } = useAsking(onAnswer);
  const fetchIt = (): void => {
    const { code, isWhole } = readClaim(typed);
    if (isWhole) void ask(code);
    else say(t('code.short'));
  };
  useEffect(() => {
    if (readClaim(given).isWhole) void ask(given);
    // Once, for the address that the page came by.
  }, []);
  return (
    <form
      class="sheet"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) fetchIt();
      }}
    >
      <p>{t('intro')}</p>
      <ClaimField
        typed={typed}
        fault={fault}
        change={(next) => {
          type(next);
          say('');
        }}
      />
      <div class="buttons">
        <button type="submit" class="button button-main" aria-disabled={busy}>
          {busy ? t('fetching') : t('fetch')}
        </button>
      </div>
    </form>
  );
}
