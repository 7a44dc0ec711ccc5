import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useStore } from 'zustand';
import type { ImportReport } from '../../player/index.ts';
import { formatNumber } from '../format.ts';
import { usePartText, type PartTexts } from '../part-text.ts';
import { player } from '../player.ts';
import { Dialog } from '../ui/dialog.tsx';
import { jsonFile, saveFile } from '../ui/save-file.ts';
import { eraseDevice } from './erase-device.ts';

async function saveAsFile(): Promise<void> {
  const { name, text } = await player.exportProgress();
  saveFile(name, jsonFile(text));
}

/** What an import came to, in one sentence; problems with the file itself are shown as notices by the player. */
function sayImport(t: PartTexts<'settings'>['t'], report: ImportReport): string {
  if (report.added > 0) return t('importDone', { count: report.added, number: formatNumber(report.added) });
  return report.file === 'whole' ? t('importNone') : t('importBad');
}

/** What is kept on this device: how safely, as a file, from a file, or not any more. */
export function KeptProgress(): JSX.Element {
  const { t } = usePartText('settings');
  const storage = useStore(player.storage);
  const file = useRef<HTMLInputElement>(null);
  const [said, say] = useState('');
  const [asking, ask] = useState(false);
  const take = async (input: HTMLInputElement): Promise<void> => {
    const chosen = input.files?.[0];
    if (!chosen) return;
    say(sayImport(t, await player.importProgress(await chosen.text())));
    input.value = '';
  };
  const safety =
    storage.place === 'memory'
      ? t('storageMemory')
      : storage.persisted === null
        ? t('storageUnknown')
        : storage.persisted
          ? t('storagePersistent')
          : t('storageEvictable');
  return (
    <section class="sheet settings-part">
      <h2>{t('progress')}</h2>
      <p>{safety}</p>
      <div class="buttons">
        <button type="button" class="button button-paper" onClick={() => void saveAsFile()}>
          {t('export')}
        </button>
        <button type="button" class="button button-paper" onClick={() => file.current?.click()}>
          {t('import')}
        </button>
        <input
          ref={file}
          class="unseen"
          type="file"
          accept="application/json,.json"
          tabIndex={-1}
          // The button beside it is told; this one would be told as a second of the same name.
          aria-hidden="true"
          onChange={(event) => void take(event.currentTarget)}
        />
        <button type="button" class="button button-paper" onClick={() => ask(true)}>
          {t('erase')}
        </button>
      </div>
      <p role="status">{said}</p>
      {asking ? (
        <Dialog heading={t('erase')} onClose={() => ask(false)}>
          <p>{t('eraseAsk')}</p>
          <div class="buttons">
            <button type="button" class="button button-paper" onClick={() => ask(false)}>
              {t('eraseNo')}
            </button>
            <button type="button" class="button button-main" data-ends-all="" onClick={() => void eraseDevice()}>
              {t('eraseYes')}
            </button>
          </div>
        </Dialog>
      ) : null}
    </section>
  );
}
