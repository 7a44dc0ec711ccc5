/** What a physical key is called: by the signs of the keyboard in use where the browser tells them. */

interface LayoutMap {
  get(code: string): string | undefined;
}

let layout: LayoutMap | null = null;

/** Asks the browser for the signs on the keys; without an answer the codes' own names serve. */
export async function learnKeyNames(): Promise<void> {
  const { keyboard } = navigator as Navigator & { readonly keyboard?: { getLayoutMap?(): Promise<LayoutMap> } };
  try {
    layout = (await keyboard?.getLayoutMap?.()) ?? null;
  } catch {
    layout = null;
  }
}

const SIGNS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
};

/** The sign on a key, such as `Q`, `←` or `Enter`. The bar has none: it gets the word for it, as the caller's language has it. */
export function nameKey(code: string, bar: string): string {
  if (code === 'Space') return bar;
  const sign = SIGNS[code] ?? layout?.get(code)?.toUpperCase();
  return sign ?? code.replace(/^Key|^Digit/, '').replace(/^Numpad/, 'Num ');
}
