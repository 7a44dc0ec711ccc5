import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useStore } from 'zustand';
import { MARKS } from '../../wire/delivery.ts';
import { formatNumber } from '../format.ts';
import { usePartText } from '../part-text.ts';
import { player } from '../player.ts';

/** More than anybody will have waiting. */
const MOST = 2000;

/** How far the results have gone: all delivered, or how many wait and why. */
export function LineState(): JSX.Element {
  const { t } = usePartText('join');
  const { t: server } = usePartText('server');
  const { line, notCounted } = useStore(player.team.store);
  const [waiting, setWaiting] = useState<number>();
  useEffect(() => {
    let isWanted = true;
    void player.outbox.pending(MOST).then((pending) => isWanted && setWaiting(pending.length));
    return () => {
      isWanted = false;
    };
  }, [line]);
  const number = formatNumber(waiting ?? 0);
  const said =
    waiting === undefined
      ? ''
      : waiting === 0
        ? t('line.done')
        : line === 'sending'
          ? t('line.sending')
          : t(line === 'old' ? 'line.old' : 'line.waiting', { count: waiting, number });
  return (
    <>
      <p role="status">{said}</p>
      {(waiting ?? 0) > 0 && line !== 'sending' ? (
        <div class="buttons">
          <button type="button" class="button button-paper" onClick={() => void player.team.deliverNow()}>
            {t('line.now')}
          </button>
        </div>
      ) : null}
      {MARKS.map((mark) => {
        const count = notCounted[mark] ?? 0;
        return count === 0 ? null : (
          <p key={mark} class="quiet small">
            {t('line.notCounted', { count, number: formatNumber(count) })} {server(`mark.${mark}`)}
          </p>
        );
      })}
    </>
  );
}
