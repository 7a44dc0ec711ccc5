import { useEffect } from 'preact/hooks';

/** So long an organiser may think, or fetch something, before the kiosk goes back to its play; milliseconds. */
const ALONE_MS = 5 * 60_000;

const SIGNS = ['pointerdown', 'keydown', 'input', 'wheel'] as const;

/**
 * Goes back to the kiosk when nobody does anything: whoever opened the set-up by the PIN and was called away would leave it
 * open to the next visitor.
 *
 * @param isKiosk whether the device is one already; before that there is nothing to go back to
 */
export function useLeftAlone(isKiosk: boolean): void {
  useEffect(() => {
    if (!isKiosk) return undefined;
    const leave = (): void => location.replace('/kiosk');
    let timer = setTimeout(leave, ALONE_MS);
    const stay = (): void => {
      clearTimeout(timer);
      timer = setTimeout(leave, ALONE_MS);
    };
    for (const sign of SIGNS) addEventListener(sign, stay, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS) removeEventListener(sign, stay, { capture: true });
    };
  }, [isKiosk]);
}
