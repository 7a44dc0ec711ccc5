import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { listWords } from '../../wire/recovery-words/words.ts';
import { usePartText } from '../part-text.ts';

interface WordsStepProps {
  readonly numbers: readonly number[];
  readonly onDone: () => void;
}

/** The recovery words, this once: to be written down, printed or copied. */
export function WordsStep({ numbers, onDone }: WordsStepProps): JSX.Element {
  const { t, language } = usePartText('join');
  const [said, say] = useState('');
  const all = listWords(language);
  const words = numbers.map((number) => all[number] ?? '');
  const copy = async (): Promise<void> => {
    const text = words.map((word, place) => `${place + 1}. ${word}`).join('\n');
    await navigator.clipboard.writeText(text).then(
      () => say(t('words.copied')),
      () => say(t('words.notCopied')),
    );
  };
  return (
    <section class="sheet join-words-sheet">
      <p>{t('words.text')}</p>
      <ol class="join-words">
        {words.map((word, place) => (
          <li key={place}>{word}</li>
        ))}
      </ol>
      <p class="quiet small">{t('words.languages')}</p>
      <div class="buttons">
        <button type="button" class="button button-main" onClick={onDone}>
          {t('words.done')}
        </button>
        <button type="button" class="button button-paper" onClick={() => print()}>
          {t('words.print')}
        </button>
        <button type="button" class="button button-paper" onClick={() => void copy()}>
          {t('words.copy')}
        </button>
      </div>
      <p role="status">{said}</p>
    </section>
  );
}
