import type { JSX } from 'preact';
import { usePartText } from '../../app/part-text.ts';
import { showClaim } from '../../app/claim/typed-claim.ts';
import { Qr } from '../../app/ui/qr.tsx';
import './take-away.css';

/** Where a code leads. It stands in the fragment, which browsers send to nobody, so it is in no log on the way. */
function claimLink(address: string, claim: string): string {
  return `${address.replace(/\/+$/, '')}/claim#${claim}`;
}

interface TakeAwayProps {
  /** The game's public address, `https://…`. */
  readonly address: string;
  /** The visit's code. */
  readonly claim: string;
}

/** The way home for a result: a code to scan, the same code to read, and what becomes of it. */
export function TakeAway({ address, claim }: TakeAwayProps): JSX.Element {
  const { t } = usePartText('claim');
  return (
    <section class="take-away" aria-label={t('take.heading')}>
      <div class="take-away-code">
        <Qr class="take-away-qr" text={claimLink(address, claim)} label={t('take.qr')} />
        <strong>{showClaim(claim)}</strong>
      </div>
      <div class="take-away-words">
        <h2>{t('take.heading')}</h2>
        <p>{t('take.text')}</p>
        <p>{t('take.code', { address: shortAddress(address) })}</p>
      </div>
    </section>
  );
}

/** As one types it. */
function shortAddress(address: string): string {
  return `${address.replace(/^https?:\/\//, '').replace(/\/+$/, '')}/claim`;
}
