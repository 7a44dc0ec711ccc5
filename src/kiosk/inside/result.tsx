import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useStore } from 'zustand';
import { usePartText } from '../../app/part-text.ts';
import { cue } from '../../app/sound/cues.ts';
import { TakeAway } from '../takeaway/index.ts';
import { ExaminationTold } from '../examine/examination-told.tsx';
import { RunBoard } from '../play/run-board.tsx';
import { RunTold } from '../play/run-told.tsx';
import type { Kiosk } from './kiosk.ts';
import { Station } from './station.tsx';
import { mayPlayOn } from './visitor.ts';

/** What it came to, the idea behind it, and the way to take it home. It stays long enough for a phone to be found. */
export function ResultStation({ kiosk }: { readonly kiosk: Kiosk }): JSX.Element {
  const { t } = usePartText('kiosk');
  const last = useStore(kiosk.last);
  const visitor = useStore(kiosk.visitors.store);
  useEffect(() => cue('reveal'), []);
  const claim = visitor !== null && visitor.kept.last === 'kept' ? visitor.claim : null;
  const more = visitor !== null && mayPlayOn(visitor);
  return (
    <Station
      kiosk={kiosk}
      name="result"
      heading={last?.of === 'examination' ? t('result.examination') : t('result.heading')}
      class={claim === null ? 'result' : 'result result-taken'}
      buttons={
        <>
          {more ? (
            <button type="button" class="button button-main" onClick={() => kiosk.travel.go({ what: 'another' })}>
              {t('result.another')}
            </button>
          ) : null}
          <button type="button" class="button" onClick={() => kiosk.travel.go({ what: 'done' })}>
            {t('result.done')}
          </button>
        </>
      }
    >
      <div class="result-parts">
        <div class="result-told">
          {last === null ? null : last.of === 'run' ? (
            <RunTold kiosk={kiosk} last={last} />
          ) : (
            <ExaminationTold kiosk={kiosk} last={last} />
          )}
          {visitor?.kept.last === 'full' ? (
            <p class="result-full" role="alert">
              {t('result.full')}
            </p>
          ) : null}
        </div>
        {last?.of === 'run' ? <RunBoard kiosk={kiosk} last={last} visit={visitor?.id} /> : null}
        {claim === null ? null : (
          <div class="result-home">
            <TakeAway address={kiosk.settings.address} claim={claim} />
          </div>
        )}
      </div>
    </Station>
  );
}
