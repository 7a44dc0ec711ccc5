/** "Are you still there?": over everything, with the seconds that are left, and two answers. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useStore } from 'zustand';
import { formatNumber } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import { secondsLeft, type Limits } from './patience.ts';
import type { IdleWatch } from './watch.ts';
import './question.css';

interface QuestionProps {
  readonly idle: IdleWatch;
  readonly limits: Limits;
}

export function IdleQuestion({ idle, limits }: QuestionProps): JSX.Element | null {
  const asking = useStore(idle.store, (patience) => patience.asking && !patience.gone);
  return asking ? <Asked idle={idle} limits={limits} /> : null;
}

function Asked({ idle, limits }: QuestionProps): JSX.Element {
  const { t } = usePartText('kiosk');
  const left = useStore(idle.store, (patience) => secondsLeft(patience, limits));
  const share = useStore(idle.store, ({ waitedMs, factor }) => 1 - Math.min(1, waitedMs / (limits.answerMs * factor)));
  const canAskMore = useStore(idle.store, ({ factor }) => factor === 1);
  const dialog = useRef<HTMLDialogElement>(null);
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const opened = dialog.current;
    const before = document.activeElement;
    opened?.showModal();
    stay.current?.focus();
    return () => {
      opened?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog idle-question"
      aria-labelledby="idle-heading"
      aria-describedby="idle-text"
      onCancel={(event) => {
        event.preventDefault();
        idle.sign('act');
      }}
    >
      <div class="sheet">
        <h2 id="idle-heading">{t('idle.heading')}</h2>
        <p class="large" id="idle-text">
          {t('idle.text')}
        </p>
        <p class="idle-count" role="timer" aria-live="off">
          <span class="idle-wick" style={{ transform: `scaleX(${share})` }} aria-hidden="true" />
          <b>{t('idle.left', { count: left, seconds: formatNumber(left) })}</b>
        </p>
        <div class="buttons idle-answers">
          <button ref={stay} type="button" class="button button-main" onClick={() => idle.sign('act')}>
            {t('idle.stay')}
          </button>
          {canAskMore ? (
            <button type="button" class="button button-paper" onClick={() => idle.more()}>
              {t('idle.more')}
            </button>
          ) : null}
        </div>
      </div>
    </dialog>
  );
}
