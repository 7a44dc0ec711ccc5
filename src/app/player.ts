/** The one player of this page: what the device knows, opened once. */
import { openPlayer, type Player } from '../player/index.ts';
import { firstScreen } from './first-screen.ts';
import { isOpen, loadRules } from './acts.ts';

export const player: Player = openPlayer({
  firstWords: firstScreen,
  findAct: async (id) => (isOpen(id) ? (await loadRules(id)).act : null),
});
