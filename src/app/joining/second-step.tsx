import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { SecondWay } from '../../player/index.ts';
import type { Joined } from '../../wire/joining.ts';
import { findWord } from '../../wire/recovery-words/find-word.ts';
import { RECOVERY_LENGTH } from '../../wire/recovery-words/words.ts';
import { usePartText } from '../part-text.ts';
import { player } from '../player.ts';
import { CodeField } from './code-field.tsx';
import { sayRefusal } from './say-refusal.ts';
import { PAIRING_LENGTH, readTyped, showCode } from './typed-code.ts';
import { WordEntry } from './word-entry.tsx';

interface SecondStepProps {
  /** A code from the address; used without a press of the button. */
  readonly given: string;
  readonly onJoined: (joined: Joined) => void;
  readonly onBack: () => void;
}

/** This device becomes one more of a player's: by a code from another device, or by the recovery words. */
export function SecondStep({ given, onJoined, onBack }: SecondStepProps): JSX.Element {
  const { t } = usePartText('join');
  const { t: server } = usePartText('server');
  const [typed, type] = useState(() => showCode(readTyped(given, PAIRING_LENGTH).code, PAIRING_LENGTH));
  const [words, setWords] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<{ readonly by: 'code' | 'words'; readonly text: string }>();
  const bring = async (by: 'code' | 'words', way: SecondWay): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFault(undefined);
    const done = await player.team.joinSecond(way);
    setBusy(false);
    if (done.ok) onJoined(done.value);
    else
      setFault({ by, text: done.why === 'codeUnknown' ? t('second.unknown') : sayRefusal(done, { join: t, server }) });
  };
  const byCode = (): void => {
    const { code, isWhole } = readTyped(typed, PAIRING_LENGTH);
    if (isWhole) void bring('code', { way: 'pairing', code });
    else setFault({ by: 'code', text: t('second.short') });
  };
  const byWords = (): void => {
    const numbers = words.flatMap((word) => findWord(word) ?? []);
    if (numbers.length === RECOVERY_LENGTH) void bring('words', { way: 'words', words: numbers });
  };
  useEffect(() => {
    if (readTyped(given, PAIRING_LENGTH).isWhole) byCode();
    // Once, for the address that the page came by.
  }, []);
  const isWhole = words.length === RECOVERY_LENGTH;
  return (
    <>
      <p class="quiet">{t('second.text')}</p>
      <form
        class="sheet"
        onSubmit={(event) => {
          event.preventDefault();
          byCode();
        }}
      >
        <h2>{t('second.byCode')}</h2>
        <CodeField
          label={t('second.code')}
          help={t('second.codeHelp')}
          typed={typed}
          length={PAIRING_LENGTH}
          {...(fault?.by === 'code' ? { fault: fault.text } : {})}
          change={(next) => {
            type(next);
            setFault(undefined);
          }}
        />
        <div class="buttons">
          <button type="submit" class="button button-main" aria-disabled={busy}>
            {busy ? t('second.bringing') : t('second.bring')}
          </button>
        </div>
      </form>
      <form
        class="sheet"
        onSubmit={(event) => {
          event.preventDefault();
          byWords();
        }}
      >
        <h2>{t('second.byWords')}</h2>
        <p class="quiet small">{t('second.wordsHelp')}</p>
        <WordEntry
          words={words}
          fault={fault?.by === 'words' ? fault.text : ''}
          change={(next) => {
            setWords(next);
            setFault(undefined);
          }}
        />
        {isWhole ? (
          <div class="buttons">
            <button type="submit" class="button button-main" aria-disabled={busy}>
              {busy ? t('second.bringing') : t('second.bring')}
            </button>
          </div>
        ) : null}
      </form>
      <p class="join-other">
        <button type="button" class="link" onClick={onBack}>
          {t('second.back')}
        </button>
      </p>
    </>
  );
}
