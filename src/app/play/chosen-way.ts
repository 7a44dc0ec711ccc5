/** The way to play that this player chose, kept with the settings of the device. */
import type { ActFile } from '../acts.ts';
import { player } from '../player.ts';
import { pickWay } from './ways.ts';

/** `?way=<id>` in the address chooses the way, for tests and for a link that is handed on. */
const ASKED = 'way';

/** The way that the address asks for, or the one in which the act was begun last, or the usual one; null without ways. */
export function findWay(act: string, file: ActFile): string | null {
  const asked = new URLSearchParams(location.search).get(ASKED);
  return pickWay(file, [asked, player.settings.store.getState().ways[act]]);
}

/** Remembers the way that was chosen; from here on the address asks for no other. */
export function keepWay(act: string, way: string): void {
  const { ways } = player.settings.store.getState();
  player.settings.change({ ways: { ...ways, [act]: way } });
  const url = new URL(location.href);
  if (!url.searchParams.has(ASKED)) return;
  url.searchParams.delete(ASKED);
  history.replaceState(history.state, '', url);
}
