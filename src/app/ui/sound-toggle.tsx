import type { JSX } from 'preact';
import { useStore } from 'zustand';
import { player } from '../player.ts';
import { useText } from '../text.ts';
import { Icon } from './icons.tsx';

/** Sound on or off, at hand on every screen. */
export function SoundToggle(): JSX.Element {
  const { t } = useText();
  const muted = useStore(player.settings.store, (settings) => settings.muted);
  return (
    <button
      type="button"
      class="button-icon"
      aria-pressed={!muted}
      aria-label={muted ? t('page.soundOff') : t('page.soundOn')}
      onClick={() => player.settings.change({ muted: !muted })}
    >
      <Icon name={muted ? 'silence' : 'sound'} />
    </button>
  );
}
