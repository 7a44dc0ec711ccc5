import type { JSX } from 'preact';
import { useStore } from 'zustand';
import type { ShellKey } from '../../i18n/index.ts';
import { clearMessage, messages } from '../messages.ts';
import { player } from '../player.ts';
import { useText } from '../text.ts';
import { Icon } from './icons.tsx';

/** What is wrong with what is kept, said once each, on every screen until put away. */
export function NoticeBar(): JSX.Element {
  const { t } = useText();
  const notices = useStore(player.notices.store);
  const message = useStore(messages);
  return (
    <section class="notices" aria-label={t('notice.region')} aria-live="polite">
      {message === null ? null : (
        <div class="notice">
          <p>{t(message)}</p>
          <button type="button" class="button-icon" aria-label={t('notice.dismiss')} onClick={clearMessage}>
            <Icon name="cross" />
          </button>
        </div>
      )}
      {notices.map((notice) => (
        <div class="notice" key={notice.id}>
          <div>
            <strong>{t(notice.titleKey as ShellKey, notice.values)}</strong>
            <p>{t(notice.textKey as ShellKey, notice.values)}</p>
          </div>
          <button
            type="button"
            class="button-icon"
            aria-label={t('notice.dismiss')}
            onClick={() => player.notices.dismiss(notice.id)}
          >
            <Icon name="cross" />
          </button>
        </div>
      ))}
    </section>
  );
}
