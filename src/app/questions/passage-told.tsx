import type { JSX } from 'preact';
import type { Cloze, Scored } from '../../quiz/index.ts';
import { wordGap } from '../format.ts';
import { useText } from '../text.ts';
import { Icon } from '../ui/icons.tsx';
import type { ItemWords } from './words.ts';

interface PassageToldProps {
  readonly item: Cloze;
  readonly scored: Scored;
  readonly words: ItemWords;
}

/** The passage as it should read; where another word had been put in, that one is struck out beside it. */
export function PassageTold({ item, scored, words }: PassageToldProps): JSX.Element {
  const { t } = useText();
  return (
    <div class="passage-paper">
      <p class="passage">
        {words.passage(item.gaps).map((part) => {
          if ('words' in part) return part.words;
          const gap = scored.gaps?.find((each) => each.gap === part.gap);
          if (!gap) return null;
          return (
            <span key={part.gap} class={`gap-told ${gap.right ? 'gap-right' : 'gap-wrong'}`}>
              <Icon name={gap.right ? 'tick' : 'cross'} />
              <strong>{words.option(gap.rightWord)}</strong>
              {gap.right ? null : (
                <small>
                  {wordGap()}
                  {t('quiz.insteadOf', { word: words.option(gap.word) })}
                </small>
              )}
            </span>
          );
        })}
      </p>
    </div>
  );
}
