/** Puts the notice of new versions beside the screens: it comes late and rarely, so no screen carries it. */
import { render } from 'preact';
import { fetchParts } from '../part-text.ts';
import { UpdateNotice } from './update-notice.tsx';
import { offline } from './state.ts';

/** Shows the notice when there is something to say for the first time. */
export function showNotices(): void {
  // A kiosk's visitors have nothing to do with versions.
  if (location.pathname.startsWith('/kiosk')) return;
  const stop = offline.subscribe(({ offered, outdated, torn }) => {
    if (!offered && !outdated && !torn) return;
    stop();
    fetchParts('offline').then(
      () => {
        const place = document.createElement('div');
        document.body.append(place);
        render(<UpdateNotice />, place);
      },
      // Its words are not here, so there is nothing to be said; the update comes by itself.
      () => undefined,
    );
  });
}
