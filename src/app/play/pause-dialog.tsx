import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useParts } from '../part-text.ts';
import { cue } from '../sound/cues.ts';
import { useText } from '../text.ts';
import { Dialog } from '../ui/dialog.tsx';
import { PartComing } from '../ui/part-coming.tsx';
import { SettingsPanel } from '../settings/settings-panel.tsx';

type Part = 'menu' | 'settings' | 'restart';

interface PauseDialogProps {
  resume(): void;
  restart(): void;
  leave(): void;
}

/** The lamp turned down: go on, begin again, change settings, or leave with the run kept. */
export function PauseDialog(props: PauseDialogProps): JSX.Element {
  const { t } = useText();
  const [{ part, last }, setParts] = useState<{ readonly part: Part; readonly last: Part }>({
    part: 'menu',
    last: 'menu',
  });
  const show = (next: Part): void => setParts({ part: next, last: part });
  const opener = useRef<HTMLButtonElement>(null);
  // Asked for while the menu is read, so that the settings open at once.
  const words = useParts('settings');
  useEffect(() => cue('pause'), []);
  // Whoever comes back to the menu stands where they left it.
  useEffect(() => {
    if (part === 'menu') opener.current?.focus();
  }, [part]);
  if (part === 'settings')
    return (
      <Dialog key="settings" heading={t('pause.settings')} onClose={() => show('menu')} class="dialog-wide">
        {words.state === 'here' ? <SettingsPanel class="settings-in-play" /> : <PartComing arriving={words} />}
        <div class="buttons">
          <button type="button" class="button button-main" onClick={() => show('menu')}>
            {t('page.back')}
          </button>
        </div>
      </Dialog>
    );
  if (part === 'restart')
    return (
      <Dialog key="restart" heading={t('pause.restart')} onClose={() => show('menu')}>
        <p>{t('pause.restartAsk')}</p>
        <div class="buttons">
          <button type="button" class="button button-main" onClick={props.restart}>
            {t('pause.restartYes')}
          </button>
          <button type="button" class="button button-paper" onClick={() => show('menu')}>
            {t('pause.restartNo')}
          </button>
        </div>
      </Dialog>
    );
  return (
    <Dialog key="menu" heading={t('pause.heading')} onClose={props.resume}>
      <p>{t('pause.text')}</p>
      <div class="buttons-column">
        <button type="button" class="button button-main" onClick={props.resume}>
          {t('pause.resume')}
        </button>
        <button
          type="button"
          class="button button-paper"
          ref={last === 'restart' ? opener : null}
          onClick={() => show('restart')}
        >
          {t('pause.restart')}
        </button>
        <button
          type="button"
          class="button button-paper"
          ref={last === 'settings' ? opener : null}
          onClick={() => show('settings')}
        >
          {t('pause.settings')}
        </button>
        <button type="button" class="button button-paper" onClick={props.leave} aria-describedby="leave-note">
          {t('pause.leave')}
        </button>
        <p class="quiet small" id="leave-note">
          {t('pause.leaveNote')}
        </p>
      </div>
    </Dialog>
  );
}
