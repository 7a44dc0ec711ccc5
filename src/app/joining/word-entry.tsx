import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { completeWord, findWord, splitWords } from '../../wire/recovery-words/find-word.ts';
import { RECOVERY_LENGTH } from '../../wire/recovery-words/words.ts';
import { formatNumber } from '../format.ts';
import { usePartText } from '../part-text.ts';

interface WordEntryProps {
  /** Words taken so far, as they were typed. */
  readonly words: readonly string[];
  readonly fault: string;
  change(words: readonly string[]): void;
}

/** Takes words one after the other, with completion, or all at once from the clipboard; in any of the languages. */
export function WordEntry({ words, fault, change }: WordEntryProps): JSX.Element {
  const { t, language } = usePartText('join');
  const id = useId();
  const [typed, type] = useState('');
  const [strange, setStrange] = useState('');
  const left = RECOVERY_LENGTH - words.length;

  /** Takes what is known from the front; the first word that is none stays in the field. */
  const take = (text: string): void => {
    const parts = splitWords(text);
    const unknown = parts.findIndex((part) => findWord(part) === undefined);
    const known = unknown < 0 ? parts : parts.slice(0, unknown);
    change([...words, ...known].slice(0, RECOVERY_LENGTH));
    type(unknown < 0 ? '' : parts.slice(unknown).join(' '));
    setStrange(unknown < 0 ? '' : (parts[unknown] ?? ''));
  };
  const input = (text: string): void => {
    setStrange('');
    type(text);
    if (/[\s,，、]$/u.test(text) || splitWords(text).length > 1) take(text);
  };
  const suggestions = completeWord(typed, language);
  const said = strange === '' ? fault : t('second.strange', { word: strange });
  return (
    <div class="join-field">
      {words.length > 0 ? (
        <ol class="join-words">
          {words.map((word, place) => (
            <li key={place}>{word}</li>
          ))}
        </ol>
      ) : null}
      {left > 0 ? (
        <>
          <label for={id}>{t('second.word', { number: formatNumber(words.length + 1) })}</label>
          <input
            id={id}
            type="text"
            list={`${id}-list`}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            value={typed}
            aria-describedby={`${id}-left ${id}-fault`}
            aria-invalid={said !== ''}
            onInput={(event) => {
              if (!event.isComposing) input(event.currentTarget.value);
            }}
            onCompositionEnd={(event) => input(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || typed.trim() === '' || event.isComposing) return;
              event.preventDefault();
              take(typed);
            }}
          />
          <datalist id={`${id}-list`}>
            {suggestions.map((word) => (
              <option key={word} value={word} />
            ))}
          </datalist>
        </>
      ) : null}
      <p id={`${id}-left`} class="quiet small" role="status">
        {left > 0 ? t('second.left', { count: left, number: formatNumber(left) }) : t('second.all')}
      </p>
      <p id={`${id}-fault`} class="join-fault" role="status">
        {said}
      </p>
      <div class="buttons">
        {left > 0 ? (
          <button type="button" class="button button-paper" onClick={() => take(typed)}>
            {t('second.take')}
          </button>
        ) : null}
        {words.length > 0 ? (
          <button type="button" class="button button-paper" onClick={() => change(words.slice(0, -1))}>
            {t('second.undo')}
          </button>
        ) : null}
      </div>
    </div>
  );
}
