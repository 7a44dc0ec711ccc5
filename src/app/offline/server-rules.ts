/** Whether the team's server still takes what this page plays. */
import { isOpen, loadRules } from '../acts.ts';
import { player } from '../player.ts';
import { isBehind } from './behind.ts';
import { offline } from './state.ts';

/**
 * Compares the page's rules with those that the server names in every answer to a delivery, so that the player hears
 * before playing in vain, and not after. `ask` is told to look for a new version.
 */
export function watchServerRules(ask: () => void): void {
  let seen: object | null = null;
  const look = async (): Promise<void> => {
    const { serverRules } = player.team.store.getState();
    if (serverRules === null || serverRules === seen || offline.getState().outdated) return;
    seen = serverRules;
    for (const [act, theirs] of Object.entries(serverRules)) {
      if (!isOpen(act)) continue;
      const { act: rules } = await loadRules(act);
      if (!isBehind(rules.version, theirs)) continue;
      offline.setState({ outdated: true });
      ask();
      return;
    }
  };
  const lookQuietly = (): void => void look().catch(() => undefined);
  player.team.store.subscribe(lookQuietly);
  lookQuietly();
}
