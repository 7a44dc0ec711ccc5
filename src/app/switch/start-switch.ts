import type { StoreApi } from 'zustand/vanilla';
import type { Settings } from '../../player/index.ts';

/** Fetches the scanning of pages when somebody needs it: now, or when the settings turn it on. */
export function startSwitch(settings: StoreApi<Settings>): void {
  let asked = false;
  const look = ({ scan }: Settings): void => {
    if (asked || !scan.on) return;
    asked = true;
    import('./page-scan.ts').then(
      ({ scanPages }) => scanPages(settings),
      () => {
        asked = false;
      },
    );
  };
  look(settings.getState());
  settings.subscribe(look);
}
