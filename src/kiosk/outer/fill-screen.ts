/** Takes the whole screen. Call it soon after somebody touched the page or its frame; without that browsers refuse. */
export function fillScreen(): void {
  const isFull = document.fullscreenElement !== null || matchMedia('(display-mode: fullscreen)').matches;
  if (isFull || !document.fullscreenEnabled) return;
  // Chromium then gives Escape to the page unless it is held; other browsers do not know the option.
  const options: FullscreenOptions & { readonly keyboardLock: 'browser' } = {
    navigationUI: 'hide',
    keyboardLock: 'browser',
  };
  document.documentElement.requestFullscreen(options).catch(() => undefined);
}

/** Gives the screen back, for the staff. */
export function leaveScreen(): void {
  if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => undefined);
}
