import type { JSX } from 'preact';
import { CLAIM_LENGTH, normaliseClaim } from '../../wire/kiosk.ts';
import { usePartText } from '../part-text.ts';
import { CodeInput, type Shown } from '../ui/code-input.tsx';
import { readClaim, showClaim } from './typed-claim.ts';

interface ClaimFieldProps {
  /** What was typed, as it stands. */
  readonly typed: string;
  /** Why the code leads nowhere. */
  readonly fault: string;
  change(typed: string): void;
}

export function ClaimField({ typed, fault, change }: ClaimFieldProps): JSX.Element {
  const { t } = usePartText('claim');
  const { strange } = readClaim(typed);
  return (
    <CodeInput
      label={t('code.label')}
      help={t('code.help')}
      typed={typed}
      length={CLAIM_LENGTH}
      fault={strange.length > 0 ? t('code.strange', { letters: strange.join(' ') }) : fault}
      form={form}
      change={change}
    />
  );
}

function form(typed: string, at: number): Shown {
  const shown = showClaim(readClaim(typed).code);
  const before = normaliseClaim(typed.slice(0, at)).length;
  // A dash stands after the first half.
  return { shown, cursor: Math.min(before > CLAIM_LENGTH / 2 ? before + 1 : before, shown.length) };
}
