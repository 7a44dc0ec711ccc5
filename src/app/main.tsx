/** How the page begins: settings, then language, then the screens. `src/main.tsx` says whose screens. */
import { render, type ComponentType } from 'preact';
import { App } from './app.tsx';
import { startLanguage } from './language.ts';
import { player } from './player.ts';
import { wearSettings } from './appearance.ts';
import { announceFirstScreen } from './first-screen.ts';
import { startSwitch } from './switch/start-switch.ts';
import { soundButtons, startSound } from './sound/cues.ts';

/**
 * Begins the page with the player's screens, or with others' (the managers', the kiosk's), whose code comes when it is
 * wanted: most visitors never see them.
 */
export async function begin(others?: () => Promise<{ readonly default: ComponentType }>): Promise<void> {
  wearSettings(player.settings.store);
  await startLanguage();
  const place = document.getElementById('app');
  if (!place) throw new Error('the page has no place for the game');
  const Shown = others === undefined ? App : (await others()).default;
  place.replaceChildren();
  render(<Shown />, place);
  announceFirstScreen();
  startSound();
  soundButtons();
  startSwitch(player.settings.store);
  const fuzz = new URLSearchParams(location.search).get('fuzz');
  if (fuzz !== null) (await import('./fuzz/fuzz.ts')).startFuzz(Number(fuzz) || 1);
}
