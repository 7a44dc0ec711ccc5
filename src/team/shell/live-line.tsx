/** Says that the page keeps itself up to date, and what came last. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useStore } from 'zustand';
import { usePartText } from '../../app/part-text.ts';
import { live } from '../server/live.ts';
import { writeTime } from '../words/amounts.ts';

/** News are read out at most this often: a busy team must not talk over its manager. */
const QUIET_MS = 8000;

/** `value`, but changed at most once in `ms`. */
function useSlowed(value: string, ms: number): string {
  const [shown, show] = useState({ value, at: 0 });
  useEffect(() => {
    if (value === shown.value) return undefined;
    const wait = Math.max(0, shown.at + ms - Date.now());
    const timer = setTimeout(() => show({ value, at: Date.now() }), wait);
    return () => clearTimeout(timer);
  }, [value, shown, ms]);
  return shown.value;
}

export function LiveLine(): JSX.Element {
  const { t } = usePartText('team');
  const { line, latest } = useStore(live);
  const news = latest === null ? '' : t(`live.${latest.change.what}`, { time: writeTime(latest.at) });
  const said = useSlowed(news, QUIET_MS);
  const state = line === 'open' ? t('live.open') : line === 'broken' ? t('live.broken') : t('live.opening');
  return (
    <div class={`live live-${line}`}>
      <p>
        <span class="live-sign" aria-hidden="true" />
        {news === '' || line === 'broken' ? state : news}
      </p>
      <p class="unseen" role="status">
        {line === 'broken' ? state : said}
      </p>
    </div>
  );
}
