/** Where the page begins: settings, then language, then the screen that the address asks for. */
import { render } from 'preact';
import { App } from './app.tsx';
import { startLanguage } from './language.ts';
import { player } from './player.ts';
import { wearSettings } from './appearance.ts';
import { announceFirstScreen } from './first-screen.ts';
import { startSwitch } from './switch/start-switch.ts';
import { soundButtons, startSound } from './sound/cues.ts';

async function begin(): Promise<void> {
  wearSettings(player.settings.store);
  await startLanguage();
  const place = document.getElementById('app');
  if (!place) throw new Error('the page has no place for the game');
  place.replaceChildren();
  render(<App />, place);
  announceFirstScreen();
  startSound();
  soundButtons();
  startSwitch(player.settings.store);
  const fuzz = new URLSearchParams(location.search).get('fuzz');
  if (fuzz !== null) (await import('./fuzz/fuzz.ts')).startFuzz(Number(fuzz) || 1);
}

void begin();
