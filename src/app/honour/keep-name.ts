/** The name on the sheet. It is written on this device only, apart from the log, so that no export or server has it. */
const KEY = 'marshals-baton/name';

/** Empty where there is none, and where the browser does not tell. */
export function readName(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

export function keepName(name: string): void {
  try {
    if (name.trim() === '') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, name);
  } catch {
    // Forbidden or full: the name stands on the sheet until the page closes.
  }
}
