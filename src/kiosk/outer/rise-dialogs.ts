/**
 * A page that takes the whole screen is drawn over every dialog that lay over it until then: they are laid on top again,
 * with the focus where it was. Returns the way to stop.
 */
export function riseDialogs(): () => void {
  const rise = (): void => {
    const focused = document.activeElement;
    for (const dialog of document.querySelectorAll('dialog')) {
      if (!dialog.open) continue;
      dialog.close();
      dialog.showModal();
      if (focused instanceof HTMLElement && dialog.contains(focused)) focused.focus();
    }
  };
  document.addEventListener('fullscreenchange', rise);
  return () => document.removeEventListener('fullscreenchange', rise);
}
