import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Recovery } from '../../wire/joining.ts';
import { usePartText } from '../part-text.ts';
import { player } from '../player.ts';
import { Dialog } from '../ui/dialog.tsx';
import { jsonFile, saveFile } from '../ui/save-file.ts';
import { sayRefusal } from './say-refusal.ts';
import { WordsStep } from './words-step.tsx';

type Asking = 'words' | 'erase' | 'leave';

/** New words, my data as a file, deleting it, leaving. What cannot be undone is asked first. */
export function OwnData({ onLeft }: { readonly onLeft: (how: 'left' | 'erased') => void }): JSX.Element {
  const { t } = usePartText('join');
  const { t: server } = usePartText('server');
  const [asking, ask] = useState<Asking>();
  const [words, setWords] = useState<readonly number[]>();
  const [said, say] = useState('');
  const save = async (): Promise<void> => {
    const done = await player.team.ask<unknown>('GET', '/api/me/export');
    if (done.ok) saveFile('marshals-baton-team.json', jsonFile(JSON.stringify(done.value, null, 1)));
    say(done.ok ? t('data.saved') : sayRefusal(done, { join: t, server }));
  };
  const renew = async (): Promise<void> => {
    const done = await player.team.ask<Recovery>('POST', '/api/me/recovery');
    if (done.ok) setWords(done.value.recovery);
    else say(sayRefusal(done, { join: t, server }));
  };
  const erase = async (): Promise<void> => {
    const done = await player.team.eraseMe();
    if (done.ok) onLeft('erased');
    else say(sayRefusal(done, { join: t, server }));
  };
  const go = (what: Asking): void => {
    ask(undefined);
    if (what === 'words') void renew();
    else if (what === 'erase') void erase();
    else void player.team.leave().then(() => onLeft('left'));
  };
  return (
    <>
      <h3>{t('data.heading')}</h3>
      <div class="buttons">
        <button type="button" class="button button-paper" onClick={() => void save()}>
          {t('data.save')}
        </button>
        {(['words', 'erase', 'leave'] as const).map((what) => (
          <button key={what} type="button" class="button button-paper" onClick={() => ask(what)}>
            {t(`asked.${what}.heading`)}
          </button>
        ))}
      </div>
      <p role="status">{said}</p>
      {asking === undefined ? null : (
        <Dialog heading={t(`asked.${asking}.heading`)} onClose={() => ask(undefined)}>
          <p>{t(`asked.${asking}.ask`)}</p>
          <div class="buttons">
            <button type="button" class="button button-paper" onClick={() => ask(undefined)}>
              {t('data.keep')}
            </button>
            <button type="button" class="button button-main" onClick={() => go(asking)}>
              {t(`asked.${asking}.yes`)}
            </button>
          </div>
        </Dialog>
      )}
      {words === undefined ? null : (
        <Dialog heading={t('words.heading')} class="joining" onClose={() => setWords(undefined)}>
          <WordsStep numbers={words} onDone={() => setWords(undefined)} />
        </Dialog>
      )}
    </>
  );
}
