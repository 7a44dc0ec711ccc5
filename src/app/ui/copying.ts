import { useEffect, useState } from 'preact/hooks';

/** So long it is said that a text was copied; milliseconds. */
const SAID_MS = 4000;

/** Puts a text on the clipboard, and says for a while that it is there. */
export function useCopying(text: string): { readonly copied: boolean; copy(): void } {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = (): void => {
    // Without the right to the clipboard the text can still be selected by hand. By plain http there is none at all.
    void Promise.resolve()
      .then(() => navigator.clipboard.writeText(text))
      .then(
        () => setCopied(true),
        () => undefined,
      );
  };
  return { copied, copy };
}
