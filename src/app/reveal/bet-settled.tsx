import type { JSX } from 'preact';
import type { BetPlaced } from '../../player/index.ts';
import { formatPercent } from '../format.ts';
import { useActText, useText } from '../text.ts';
import type { Bands } from './bands.ts';

interface BetSettledProps {
  readonly act: string;
  readonly bet: BetPlaced | null;
  /** The answer that came true on this very seed. */
  readonly truth: string;
  readonly bands: Bands | null;
}

/** The bet, settled on what really happened, and then how often it comes out so. */
export function BetSettled({ act, bet, truth, bands }: BetSettledProps): JSX.Element {
  const { t } = useText();
  const at = useActText(act);
  const nameOf = (choice: string): string => at(`bet.options.${choice}`);
  const settled =
    bet === null
      ? t('reveal.betNone', { truth: nameOf(truth) })
      : t(bet.choice === truth ? 'reveal.betWon' : 'reveal.betLost', { bet: nameOf(bet.choice), truth: nameOf(truth) });
  const usual = bands === null ? undefined : Object.entries(bands.bets).sort((a, b) => b[1] - a[1])[0];
  return (
    <section class="sheet reveal-bet">
      <h2>{t('reveal.theBet')}</h2>
      <p class="large">{settled}</p>
      {usual === undefined ? null : (
        <p>
          {usual[0] === truth
            ? t('reveal.betUsual', { share: formatPercent(usual[1]) })
            : t('reveal.betUnusual', { usual: nameOf(usual[0]), share: formatPercent(usual[1]) })}
        </p>
      )}
    </section>
  );
}
