import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { encode } from 'uqr';
import { usePartText } from '../../app/part-text.ts';
import { showClaim } from '../../app/claim/typed-claim.ts';
import './take-away.css';

/** Light modules around the code; four are what readers count on (ISO/IEC 18004). */
const MARGIN = 4;

/** Where a code leads. It stands in the fragment, which browsers send to nobody, so it is in no log on the way. */
export function claimLink(address: string, claim: string): string {
  return `${address.replace(/\/+$/, '')}/claim#${claim}`;
}

interface TakeAwayProps {
  /** The game's public address, `https://…`. */
  readonly address: string;
  /** The visit's code; null when this kiosk has no server, so that nothing can be taken home. */
  readonly claim: string | null;
}

/** The way home for a result: a code to scan, the same code to read, and what becomes of it. */
export function TakeAway({ address, claim }: TakeAwayProps): JSX.Element {
  const { t } = usePartText('claim');
  if (claim === null) return <p class="take-away-none">{t('take.none')}</p>;
  return (
    <section class="take-away" aria-label={t('take.heading')}>
      <Qr text={claimLink(address, claim)} label={t('take.qr')} />
      <div class="take-away-words">
        <h2>{t('take.heading')}</h2>
        <p>{t('take.text')}</p>
        <p class="take-away-code">
          <span class="take-away-where">{t('take.code', { address: shortAddress(address) })}</span>
          <strong>{showClaim(claim)}</strong>
        </p>
      </div>
    </section>
  );
}

/** As one types it. */
function shortAddress(address: string): string {
  return `${address.replace(/^https?:\/\//, '').replace(/\/+$/, '')}/claim`;
}

/** Dark on light with a wide margin, whatever the page looks like: that is what cameras read. */
function Qr({ text, label }: { readonly text: string; readonly label: string }): JSX.Element {
  const { path, size } = useMemo(() => {
    const { data, size: modules } = encode(text, { ecc: 'M', border: 0 });
    const rows = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')));
    return { path: rows.join(''), size: modules };
  }, [text]);
  const whole = size + 2 * MARGIN;
  return (
    <svg
      class="take-away-qr"
      viewBox={`${-MARGIN} ${-MARGIN} ${whole} ${whole}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect x={-MARGIN} y={-MARGIN} width={whole} height={whole} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
