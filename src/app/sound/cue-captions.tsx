import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useStore } from 'zustand';
import type { ShellKey } from '../../i18n/index.ts';
import { player } from '../player.ts';
import { useText } from '../text.ts';
import { onCue } from './cues.ts';

/** How long a caption stands. */
const STANDS_MS = 2600;

/** Captions for the sounds of the page. On the stage the theatre writes its own, and this keeps silent. */
export function CueCaptions(): JSX.Element | null {
  const { t } = useText();
  const wanted = useStore(player.settings.store, (settings) => settings.captions);
  const [caption, show] = useState<ShellKey | null>(null);
  useEffect(() => {
    let clear: ReturnType<typeof setTimeout> | undefined;
    const stop = onCue((event) => {
      if (event.caption === undefined || document.querySelector('.theatre') !== null) return;
      show(event.caption as ShellKey);
      clearTimeout(clear);
      clear = setTimeout(() => show(null), STANDS_MS);
    });
    return () => {
      clearTimeout(clear);
      stop();
    };
  }, []);
  // The captions are for the eye: what they say is a sound that those who listen have heard, or its screen says in words.
  return wanted && caption !== null ? (
    <p class="cue-caption" aria-hidden="true">
      {t(caption)}
    </p>
  ) : null;
}
