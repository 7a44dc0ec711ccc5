/** Whoever comes from the staff's sheet has shown the PIN already: the set-up does not ask for it a second time. */
const KEY = 'kiosk.may-change';

export function allowChange(): void {
  try {
    sessionStorage.setItem(KEY, '1');
  } catch {
    // Then the set-up asks.
  }
}

/** True once after `allowChange`, in this tab. */
export function takeAllowance(): boolean {
  try {
    const isAllowed = sessionStorage.getItem(KEY) !== null;
    sessionStorage.removeItem(KEY);
    return isAllowed;
  } catch {
    return false;
  }
}
