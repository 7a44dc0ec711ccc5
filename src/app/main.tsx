/** How the page begins: settings, then language, then the screens. `src/main.tsx` says whose screens. */
import { render, type ComponentType } from 'preact';
import { App } from './app.tsx';
import { startLanguage } from './language.ts';
import { player } from './player.ts';
import { wearSettings } from './appearance.ts';
import { announceFirstScreen } from './first-screen.ts';
import { refuseSecondPresses } from './second-presses.ts';
import { startSwitch } from './switch/start-switch.ts';
import { soundButtons, startSound } from './sound/cues.ts';

/** So long after the first screen it begins to care about playing without a network; milliseconds. */
const OFFLINE_MS = 3000;

/** Screens that are not the player's. */
export interface OtherScreens {
  readonly default: ComponentType;
  /** No theatre: nothing sounds, nothing is fetched for it, and it is not kept for playing without a network. */
  readonly quiet?: true;
}

/**
 * Begins the page with the player's screens, or with others' (the managers', the kiosk's), whose code comes when it is
 * wanted: most visitors never see them.
 */
export async function begin(others?: () => Promise<OtherScreens>): Promise<void> {
  wearSettings(player.settings.store);
  await startLanguage();
  const place = document.getElementById('app');
  if (!place) throw new Error('the page has no place for the game');
  const { default: Shown, quiet }: OtherScreens = others === undefined ? { default: App } : await others();
  place.replaceChildren();
  render(<Shown />, place);
  announceFirstScreen();
  if (quiet !== true) {
    startSound();
    soundButtons();
    // Later than anything that a first screen asks for; `vite dev` has no worker.
    if (import.meta.env.PROD) setTimeout(() => void import('./offline/start.ts').catch(() => undefined), OFFLINE_MS);
  }
  startSwitch(player.settings.store);
  refuseSecondPresses(window);
  const fuzz = new URLSearchParams(location.search).get('fuzz');
  if (fuzz !== null) (await import('./fuzz/fuzz.ts')).startFuzz(Number(fuzz) || 1);
}
