/** The inner page of a kiosk: what visitors see and touch. It lives for one visit; then the outer page loads it anew. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useStore } from 'zustand';
import { usePartText } from '../../app/part-text.ts';
import { soundButtons } from '../../app/sound/cues.ts';
import { CueCaptions } from '../../app/sound/cue-captions.tsx';
import { useText } from '../../app/text.ts';
import { useArriving } from '../../app/ui/arriving.ts';
import { LampLoading } from '../../app/ui/loading.tsx';
import { Attract } from '../attract/attract.tsx';
import { ExamineStation } from '../examine/examine-station.tsx';
import { IdleQuestion } from '../idle/question.tsx';
import { tellOutside } from '../messages/post.ts';
import { PlayStation } from '../play/play-station.tsx';
import '../reach/reach.css';
import { ChooseStation } from './choose.tsx';
import { LanguageStation } from './language.tsx';
import { limitsAt, openKiosk, type OpenKiosk } from './open-kiosk.ts';
import { ResultStation } from './result.tsx';
import { runKiosk } from './run-kiosk.ts';
// The last one takes back what a low screen has no room for.
import './inside.css';
import './language.css';
import './choose.css';
import './result.css';
import './low-screen.css';

// The style sheet knows a kiosk by this; nothing of it reaches the game elsewhere.
document.documentElement.dataset['screen'] = 'kiosk';

export default function Inside(): JSX.Element {
  const opened = useArriving('kiosk', openKiosk);
  useEffect(() => {
    if (opened.state !== 'lost') return;
    reportError(opened.reason);
    tellOutside({ kiosk: 'failed', reason: String(opened.reason) });
  }, [opened.state]);
  if (opened.state === 'coming')
    return (
      <main class="station" data-station="boot">
        <LampLoading />
      </main>
    );
  if (opened.state === 'lost') return <NotOpen retry={opened.retry} />;
  return opened.thing === null ? <NotSetUp /> : <AtWork {...opened.thing} />;
}

function AtWork({ kiosk, greetings }: OpenKiosk): JSX.Element {
  const { t } = useText();
  const at = useStore(kiosk.travel.at);
  useEffect(() => {
    document.title = t('title.name');
    soundButtons();
    const stop = runKiosk(kiosk);
    kiosk.travel.go({ what: 'ready' });
    return stop;
  }, []);
  return (
    <>
      <AtStation kiosk={kiosk} greetings={greetings} />
      {at.station === 'attract' || at.station === 'reset' ? null : (
        <>
          <IdleQuestion idle={kiosk.idle} limits={limitsAt(at.station, kiosk.settings)} />
          <CueCaptions />
        </>
      )}
    </>
  );
}

function AtStation({ kiosk, greetings }: OpenKiosk): JSX.Element {
  const at = useStore(kiosk.travel.at);
  switch (at.station) {
    case 'attract':
      return <Attract kiosk={kiosk} greetings={greetings} />;
    case 'language':
      return <LanguageStation kiosk={kiosk} />;
    case 'choose':
      return <ChooseStation kiosk={kiosk} />;
    case 'play':
      return <PlayStation kiosk={kiosk} act={at.act} way={at.way} />;
    case 'examine':
      return <ExamineStation kiosk={kiosk} />;
    case 'result':
      return <ResultStation kiosk={kiosk} />;
    case 'boot':
    case 'reset':
      return (
        <main class="station" data-station={at.station}>
          <LampLoading />
        </main>
      );
  }
}

/** Something of the page did not arrive: the outer page loads it anew; standing alone there is a button. */
function NotOpen({ retry }: { readonly retry: () => void }): JSX.Element {
  const { t } = useText();
  return (
    <main class="station" data-station="boot">
      <section class="sheet station-note">
        <h1>{t('play.lost')}</h1>
        <button type="button" class="button button-main" onClick={retry}>
          {t('play.retry')}
        </button>
      </section>
    </main>
  );
}

function NotSetUp(): JSX.Element {
  const { t } = usePartText('kiosk');
  return (
    <main class="station" data-station="boot">
      <section class="sheet station-note">
        <h1>{t('notSetUp.heading')}</h1>
        <p>{t('notSetUp.text')}</p>
      </section>
    </main>
  );
}
