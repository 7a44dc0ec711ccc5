/** The end of a visit: everything of it is put away, and the page asks to be made new. */
import { player } from '../../app/player.ts';
import { putSoundAway } from '../../app/sound/cues.ts';
import { isFramed, tellOutside } from '../messages/post.ts';
import { fallSilent } from '../reach/voice.ts';
import { giveBackContexts } from '../reset/contexts.ts';
import { resetVisitor, type ResetWorld } from '../reset/reset.ts';
import { takeSnapshot, type Snapshot } from '../reset/snapshot.ts';
import type { Kiosk } from './kiosk.ts';
import { wearDefaults } from './wear-defaults.ts';

/** What the reset reaches on this page. */
function worldOf(kiosk: Kiosk): ResetWorld {
  const { closing, settings, visitors, aids, last } = kiosk;
  return {
    closing,
    silence() {
      aids.setState({ low: settings.reach, spoken: false }, true);
      fallSilent();
      putSoundAway(true);
    },
    clearPage() {
      for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[open]')) dialog.close();
      getSelection()?.removeAllRanges();
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      scrollTo(0, 0);
      if (location.hash !== '') history.replaceState(history.state, '', location.pathname + location.search);
    },
    async leaveVisitor() {
      last.setState(null, true);
      await visitors.leave();
    },
    async dropDrafts() {
      for (const act of await player.drafts.list()) await player.drafts.drop(act);
      await player.examination.drop();
      player.examination.rise();
    },
    wearDefaults: () => wearDefaults(settings),
    giveBackContexts,
  };
}

/** Where a visitor could have left something, as it is now. */
export async function photograph({ closing, visitors, last }: Kiosk): Promise<Snapshot> {
  return takeSnapshot({
    settings: player.settings.store.getState(),
    open: closing.size,
    drafts: await player.drafts.list(),
    visitor: visitors.store.getState() ?? last.getState(),
  });
}

/** Never rejects. The picture of what is left is put where tests can read it; the page is gone a moment later. */
export async function endVisit(kiosk: Kiosk): Promise<void> {
  const at = kiosk.travel.at.getState();
  await resetVisitor(worldOf(kiosk));
  try {
    performance.mark('kiosk-reset', { detail: await photograph(kiosk) });
  } catch (reason) {
    reportError(reason);
  }
  if (at.station === 'reset' && at.why === 'failed') tellOutside({ kiosk: 'failed', reason: 'the stage was lost' });
  tellOutside({ kiosk: 'again' });
  if (!isFramed()) location.reload();
}
