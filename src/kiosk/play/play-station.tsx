import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { loadActFile, loadRules } from '../../app/acts.ts';
import { usePartText } from '../../app/part-text.ts';
import { fetchTheatre } from '../../app/play/theatre.ts';
import { loadActSound } from '../../app/sound/act-sound.ts';
import { useText } from '../../app/text.ts';
import { useActTexts } from '../../app/ui/act-texts.ts';
import { useArriving } from '../../app/ui/arriving.ts';
import { LampLoading } from '../../app/ui/loading.tsx';
import type { Kiosk } from '../inside/kiosk.ts';
import { Station } from '../inside/station.tsx';
import { Help } from './help.tsx';
import { OnStage } from './on-stage.tsx';
import '../../app/play/play.css';
import './play.css';

interface PlayProps {
  readonly kiosk: Kiosk;
  readonly act: string;
  readonly way: string | null;
}

/** A touch of help, then a minute of the act. The stage is fetched while the help is read. */
export function PlayStation({ kiosk, act, way }: PlayProps): JSX.Element {
  const [raised, raise] = useState(false);
  const texts = useActTexts(act);
  const needs = useArriving(act, async () => {
    void Promise.allSettled([loadActSound(act)]);
    const [rules, file, parts] = await Promise.all([loadRules(act), loadActFile(act), fetchTheatre(act)]);
    return { rules, file, parts };
  });
  if (texts.state === 'lost' || needs.state === 'lost') {
    const retry = texts.state === 'lost' ? texts.retry : needs.state === 'lost' ? needs.retry : () => undefined;
    return <Lost kiosk={kiosk} retry={retry} />;
  }
  if (texts.state === 'coming') return <Waiting />;
  if (!raised) return <Help kiosk={kiosk} act={act} way={way} start={() => raise(true)} />;
  if (needs.state === 'coming') return <Waiting />;
  return <OnStage kiosk={kiosk} act={act} way={way} {...needs.thing} />;
}

function Waiting(): JSX.Element {
  return (
    <main class="station" data-station="play">
      <LampLoading />
    </main>
  );
}

function Lost({ kiosk, retry }: { readonly kiosk: Kiosk; readonly retry: () => void }): JSX.Element {
  const { t } = useText();
  const { t: kt } = usePartText('kiosk');
  return (
    <Station
      kiosk={kiosk}
      name="play"
      heading={t('play.lost')}
      buttons={
        <>
          <button type="button" class="button button-main" onClick={retry}>
            {t('play.retry')}
          </button>
          <button type="button" class="button" onClick={() => kiosk.travel.go({ what: 'gaveUp' })}>
            {kt('help.back')}
          </button>
        </>
      }
    >
      <section class="sheet">
        <p class="large">{kt('help.lost')}</p>
      </section>
    </Station>
  );
}
