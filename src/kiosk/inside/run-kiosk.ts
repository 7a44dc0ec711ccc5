/** What runs beside the stations for as long as the inner page lives: signs of life both ways, idleness, the outer page's wishes. */
import { wearBlocks } from '../blocks/wear-blocks.ts';
import { hearSigns, watchPads } from '../idle/inputs.ts';
import { hearOutside, isFramed, tellOutside } from '../messages/post.ts';
import { wearAids } from '../reach/aids.ts';
import { readAloud } from '../reach/read-aloud.ts';
import { hearStaffWish } from '../staff/staff-wish.ts';
import { driveBeat } from './beat.ts';
import { endVisit } from './end-visit.ts';
import type { Kiosk } from './kiosk.ts';

/** How often the patience is looked at; milliseconds. */
const PATIENCE_MS = 250;
/** A context that the machine has not given back by then will not come back by itself; milliseconds. */
const CONTEXT_MS = 10_000;

/** Begins it all. Returns the way to stop. */
export function runKiosk(kiosk: Kiosk): () => void {
  const { travel, idle, beat, aids } = kiosk;
  const stops = [
    wearBlocks(document),
    wearAids(aids),
    driveBeat(beat),
    hearSigns(
      () => document.querySelector('.idle-answers'),
      (sign) => idle.sign(sign),
    ),
    tellTouches(),
    isFramed() ? hearStaffWish(window, () => tellOutside({ kiosk: 'staff' })) : () => undefined,
    followOutside(kiosk),
    watchContexts(kiosk),
    followAids(kiosk),
  ];
  const isPadTouched = watchPads();
  const timer = setInterval(() => {
    if (isPadTouched()) idle.sign('act');
    idle.pass(performance.now());
  }, PATIENCE_MS);
  const stopTravel = travel.at.subscribe(({ station }) => {
    // The stage of the attract page says itself when it can be seen.
    if (station !== 'attract') tellOutside({ kiosk: 'station', station });
    if (station === 'reset') void endVisit(kiosk);
    else idle.sign('act');
  });
  return () => {
    clearInterval(timer);
    stopTravel();
    for (const stop of stops) stop();
  };
}

/** Spoken text for whoever asked for it. */
function followAids({ aids, settings }: Kiosk): () => void {
  let stop: (() => void) | null = null;
  const unsubscribe = aids.subscribe(({ spoken }) => {
    if (spoken === (stop !== null)) return;
    stop?.();
    stop = spoken ? readAloud(document, settings.volume) : null;
  });
  return () => {
    unsubscribe();
    stop?.();
  };
}

/** The outer page may go full screen at a touch or a key, and at nothing else. */
function tellTouches(): () => void {
  const tell = (event: Event): void => {
    if (event.isTrusted) tellOutside({ kiosk: 'touched' });
  };
  addEventListener('pointerup', tell, { capture: true, passive: true });
  addEventListener('keydown', tell, { capture: true, passive: true });
  return () => {
    removeEventListener('pointerup', tell, { capture: true });
    removeEventListener('keydown', tell, { capture: true });
  };
}

function followOutside({ held, idle, travel }: Kiosk): () => void {
  let release: (() => void) | null = null;
  return hearOutside(({ kiosk: wish }) => {
    if (wish === 'end') return travel.go({ what: 'ended' });
    const hold = wish === 'hold';
    held.setState(hold, true);
    if (hold) release ??= idle.suspend();
    else {
      release?.();
      release = null;
      // Whoever stood here while staff were busy has all their time again.
      idle.sign('act');
    }
  });
}

/** A lost drawing context usually comes back, and the stage with it. One that does not needs a new page. */
function watchContexts({ travel }: Kiosk): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lost = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => travel.go({ what: 'failed' }), CONTEXT_MS);
  };
  const restored = (): void => clearTimeout(timer);
  // These do not bubble, but they do come down to their canvas.
  addEventListener('webglcontextlost', lost, { capture: true });
  addEventListener('webglcontextrestored', restored, { capture: true });
  return () => {
    clearTimeout(timer);
    removeEventListener('webglcontextlost', lost, { capture: true });
    removeEventListener('webglcontextrestored', restored, { capture: true });
  };
}
