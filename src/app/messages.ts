/** One passing message of the page itself, shown with the notices until it is put away. */
import { createStore } from 'zustand/vanilla';
import type { ShellKey } from '../i18n/index.ts';

export const messages = createStore<ShellKey | null>(() => null);

/** Shows a message; the newest one stands alone. */
export function sayMessage(key: ShellKey): void {
  messages.setState(key, true);
}

export function clearMessage(): void {
  messages.setState(null, true);
}
