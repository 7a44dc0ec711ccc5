/** Which keys a kiosk swallows: those by which a browser zooms, prints, searches, saves, or goes elsewhere. Pure. */

export interface Stroke {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const MODIFIERS: ReadonlySet<string> = new Set(['Control', 'Meta', 'Alt', 'AltGraph', 'Shift']);
const ELSEWHERE: ReadonlySet<string> = new Set([
  'BrowserBack',
  'BrowserForward',
  'BrowserHome',
  'BrowserRefresh',
  'BrowserSearch',
  'BrowserFavorites',
  'BrowserStop',
  'ContextMenu',
]);
const ALT_ELSEWHERE: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'Home']);

/** Whether a stroke is swallowed. A game's own keys are never among them: it uses no Ctrl, Alt or function keys. */
export function isBlockedKey({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Stroke): boolean {
  if (MODIFIERS.has(key)) return false;
  if (ELSEWHERE.has(key) || /^F\d{1,2}$/.test(key)) return true;
  if (altKey && ALT_ELSEWHERE.has(key)) return true;
  const isStaffs = ctrlKey && shiftKey && code === 'KeyK';
  return (ctrlKey || metaKey) && !isStaffs;
}
