/** Puts the inner page together: settings, acts, texts, and everything that the stations share. */
import { createStore } from 'zustand/vanilla';
import { loadAct } from '../../i18n/index.ts';
import { fetchParts } from '../../app/part-text.ts';
import { player } from '../../app/player.ts';
import { startSound } from '../../app/sound/cues.ts';
import { fetchGreetings, type Greeting } from '../attract/greetings.ts';
import { watchIdle } from '../idle/watch.ts';
import type { Limits } from '../idle/patience.ts';
import { tellOutside } from '../messages/post.ts';
import { makeName } from '../names/index.ts';
import { openVisitBook } from '../outbox/index.ts';
import { makeAids } from '../reach/aids.ts';
import { listClosing } from '../reset/closing.ts';
import type { KioskSettings } from '../settings/kiosk-settings.ts';
import { makeClaim } from '../takeaway/index.ts';
import { makeBeat } from './beat.ts';
import { photograph } from './end-visit.ts';
import { isVisited } from './journey.ts';
import type { Kiosk } from './kiosk.ts';
import type { LastResult } from './last-result.ts';
import { listOffers } from './offer.ts';
import { beginTravel } from './travel.ts';
import { welcomeVisitors } from './visitor.ts';
import { wearDefaults } from './wear-defaults.ts';

export interface OpenKiosk {
  readonly kiosk: Kiosk;
  readonly greetings: readonly Greeting[];
}

/** How long is waited where. A result is left lying for a phone to be found, however short the patience elsewhere. */
export function limitsAt(
  station: string,
  { idleSeconds, answerSeconds, resultSeconds }: Pick<KioskSettings, 'idleSeconds' | 'answerSeconds' | 'resultSeconds'>,
): Limits {
  const idle = station === 'result' ? Math.max(idleSeconds, resultSeconds) : idleSeconds;
  return { idleMs: idle * 1000, answerMs: answerSeconds * 1000 };
}

/** null when this device was not set up. Rejects when something does not arrive. */
export async function openKiosk(): Promise<OpenKiosk | null> {
  const book = openVisitBook();
  const [here] = await Promise.all([book.readHere(), fetchParts('kiosk', 'claim'), player.ready]);
  if (here === null) return null;
  const { settings, membership } = here;
  // Whoever was here when the power went is gone.
  await book.closeLeftOpen().catch(reportError);
  await wearDefaults(settings);
  const [offered, greetings] = await Promise.all([listOffers(settings.acts), fetchGreetings(settings.languages)]);
  await Promise.all(offered.map(({ act }) => loadAct(act)));

  const travel = beginTravel(() => settings.languages.length);
  const { at } = travel;
  const visitors = welcomeVisitors({
    book,
    makeName: (language) => makeName(language, Math.random),
    makeClaim: membership === null ? null : makeClaim,
    records: () => player.outbox.pending(),
    now: () => Date.now(),
    fillRandom: (bytes) => void crypto.getRandomValues(bytes),
  });
  const idle = watchIdle(
    () => (isVisited(at.getState().station) ? limitsAt(at.getState().station, settings) : null),
    () => travel.go({ what: 'left' }),
  );
  let isShown = false;
  const beat = makeBeat(() => {
    const { station } = at.getState();
    // The curtain opens at a word of the attract page, which says so itself when there is something to be seen.
    tellOutside({ kiosk: 'beat', station: station === 'attract' && !isShown ? 'boot' : station });
  });
  const kiosk: Kiosk = {
    settings,
    book,
    offered,
    travel,
    visitors,
    idle,
    beat,
    closing: listClosing(),
    last: createStore<LastResult | null>(() => null),
    held: createStore<boolean>(() => false),
    aids: makeAids(settings),
    attracting() {
      if (isShown) return;
      isShown = true;
      // The outer page then gives this frame the keys, unless staff have them.
      tellOutside({ kiosk: 'station', station: 'attract' });
      // As nobody has touched it yet: what a reset has to come back to.
      void photograph(kiosk).then((detail) => performance.mark('kiosk-attract', { detail }), reportError);
    },
    begin() {
      const [language] = settings.languages;
      if (language === undefined || at.getState().station !== 'attract') return;
      startSound();
      visitors.greet(language);
      idle.renew();
      travel.go({ what: 'touched' });
    },
  };
  return { kiosk, greetings };
}
