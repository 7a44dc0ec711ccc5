/** The one player of this page: what the device knows, opened once. */
import { openPlayer, type Player } from '../player/index.ts';
import { firstScreen } from './first-screen.ts';
import { isOpen, loadRules } from './acts.ts';

declare global {
  interface ImportMetaEnv {
    /** The game's version, from `package.json`; put in by the build. */
    readonly GAME_VERSION: string;
  }
}

/** A kiosk's visitors leave nothing behind: what they do is in memory, and goes with the page. */
const AT_KIOSK = /^\/kiosk(\/|$)/.test(location.pathname);

export const player: Player = openPlayer({
  ...(AT_KIOSK
    ? { indexedDB: undefined, textStorage: undefined, persist: undefined, fetch: undefined, openChannel: undefined }
    : {}),
  firstWords: firstScreen,
  game: import.meta.env.GAME_VERSION,
  findAct: async (id) => (isOpen(id) ? (await loadRules(id)).act : null),
});
