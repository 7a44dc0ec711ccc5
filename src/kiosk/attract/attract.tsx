import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { OWN_NAMES } from '../../i18n/index.ts';
import { usePartText } from '../../app/part-text.ts';
import { canDraw } from '../../app/play/can-draw.ts';
import { chooseSeed } from '../../app/play/begin-run.ts';
import { TitlePicture } from '../../app/title/title-picture.tsx';
import { useText } from '../../app/text.ts';
import { useTyped } from '../../app/typed-names.ts';
import { Drawn, readIcon } from '../../app/ui/icons.tsx';
import touch from '../../../assets/icons/touch.svg?raw';
import type { Kiosk } from '../inside/kiosk.ts';
import { noteCanvases } from '../reset/contexts.ts';
import { hearBeginning } from './hear-beginning.ts';
import type { Greeting } from './greetings.ts';
import { showActs } from './show-acts.ts';
import './attract.css';

/** After so long without a visitor the page is made new; milliseconds. */
const HOUR_MS = 3_600_000;

/** `?speed=<n>` lets the bots play faster, for soaks; what visitors play is never touched by it. */
function readSpeed(): number {
  const asked = Number(new URLSearchParams(location.search).get('speed') ?? 1);
  return asked >= 1 && asked <= 8 ? asked : 1;
}

interface AttractProps {
  readonly kiosk: Kiosk;
  readonly greetings: readonly Greeting[];
}

/** Bots at play, and a word in every language of the event. Silent: nobody near it asked for a sound. */
export function Attract({ kiosk, greetings }: AttractProps): JSX.Element {
  const { t } = usePartText('kiosk');
  const { t: shell } = useText();
  const host = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<'coming' | 'shown' | 'none'>('coming');
  const { settings, offered, beat, closing, travel } = kiosk;
  const event = useTyped(settings.event.name);

  useEffect(() => {
    const begin = hearBeginning(() => kiosk.begin());
    return begin;
  }, []);
  useEffect(() => {
    const place = host.current;
    const acts = offered.filter(({ playable }) => playable).map(({ act, way }) => ({ act, way }));
    const since = performance.now();
    const isHourOver = (): boolean => performance.now() - since >= HOUR_MS;
    if (place === null || acts.length === 0 || !canDraw()) {
      setStage('none');
      kiosk.attracting();
      const timer = setInterval(() => isHourOver() && travel.go({ what: 'hour' }), 60_000);
      return () => clearInterval(timer);
    }
    // A stage that never comes must not keep the curtain closed: there is a painting instead.
    const late = setTimeout(() => kiosk.attracting(), 10_000);
    const show = showActs({
      host: place,
      acts,
      speed: readSpeed(),
      seed: chooseSeed,
      watchStage: () => beat.watchStage(),
      drew: () => beat.drew(),
      shown: () => {
        noteCanvases(place);
        clearTimeout(late);
        setStage('shown');
        kiosk.attracting();
      },
      goOn: () => {
        if (isHourOver()) travel.go({ what: 'hour' });
        return !isHourOver();
      },
    });
    const forget = closing.add(() => show.stop());
    return () => {
      clearTimeout(late);
      forget();
      show.stop();
    };
  }, []);

  return (
    <main class="attract" data-station="attract" data-stage={stage}>
      <h1 class="unseen">{shell('title.name')}</h1>
      <div class="attract-house">
        {stage === 'shown' ? null : <TitlePicture />}
        <div class="attract-stage" ref={host} aria-hidden="true" inert />
        <p class="attract-event">{event}</p>
      </div>
      <div class="attract-foot">
        <span class="attract-lamp" aria-hidden="true">
          <Drawn {...readIcon(touch)} />
        </span>
        <ul class="attract-words">
          {greetings.map(({ language, begin, what }) => (
            <li key={language} lang={language}>
              <b>{begin}</b>
              <span>{what}</span>
            </li>
          ))}
        </ul>
        <button type="button" class="unseen attract-begin" onClick={() => kiosk.begin()}>
          {greetings.map(({ language, begin }) => (
            <span key={language} lang={language} aria-label={`${OWN_NAMES[language]}: ${begin}`}>
              {begin}{' '}
            </span>
          ))}
        </button>
        <p class="unseen">{t('attract.silent')}</p>
      </div>
    </main>
  );
}
