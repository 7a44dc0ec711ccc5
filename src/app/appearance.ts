/**
 * What settings do to the look of the page: size of text, contrast, motion. Kept also under `first-light.*`, where
 * `public/first-light.js` finds them before the first paint.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { Settings } from '../player/index.ts';

const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** Whether things should keep still: the player's choice, or the system's while there is none. */
export function isCalm(settings: Settings): boolean {
  return settings.reducedMotion ?? calm.matches;
}

function leaveForFirstLight(settings: Settings): void {
  // A kiosk's visitor leaves nothing behind.
  if (/^\/kiosk(\/|$)/.test(location.pathname)) return;
  try {
    if (settings.language === null) localStorage.removeItem('first-light.language');
    else localStorage.setItem('first-light.language', settings.language);
    localStorage.setItem('first-light.text', String(settings.textSize));
    localStorage.setItem('first-light.contrast', settings.highContrast ? 'high' : 'usual');
  } catch {
    // Forbidden or full storage: the page only looks right a moment later.
  }
}

/** Makes the page follow the settings from now on. */
export function wearSettings(store: StoreApi<Settings>): void {
  const root = document.documentElement;
  const wear = (settings: Settings): void => {
    root.style.setProperty('--text-scale', String(settings.textSize));
    root.dataset['contrast'] = settings.highContrast ? 'high' : 'usual';
    root.dataset['motion'] = isCalm(settings) ? 'calm' : 'full';
  };
  wear(store.getState());
  store.subscribe((settings) => {
    wear(settings);
    leaveForFirstLight(settings);
  });
  calm.addEventListener('change', () => wear(store.getState()));
}
