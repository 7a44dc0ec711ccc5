/** A passage with gaps, and the words to fill them with. */
import type { JSX } from 'preact';
import { formatNumber, wordGap } from '../format.ts';
import { useText } from '../text.ts';
import { gapsInOrder } from './passage.ts';
import { findCard } from './placed.ts';
import type { KindProps } from './props.ts';
import { Said, Tray } from './tray.tsx';
import { usePlacing, type Placing } from './use-placing.ts';

export function FillGaps({ item, order, words, change }: KindProps<'cloze'>): JSX.Element {
  const { t } = useText();
  const parts = words.passage(item.gaps);
  const gaps = gapsInOrder(parts);
  const numberOf = (gap: string): string => formatNumber(gaps.indexOf(gap) + 1);
  const placing = usePlacing({
    cards: order,
    oneEach: true,
    nameCard: words.option,
    namePlace: (gap) => t('quiz.gap', { number: numberOf(gap) }),
    change: (placed) => {
      const filled = item.gaps.flatMap((gap) => findCard(placed, gap) ?? []);
      change(filled.length === item.gaps.length ? filled : null);
    },
  });
  return (
    <div ref={placing.root} class="placing placing-gap" onKeyDown={placing.onKeyDown}>
      <p class="quiet small pick">
        {t('quiz.clozePick')}
        {wordGap()}
        <span class="keys-hint">{t('quiz.keys')}</span>
      </p>
      <div class="passage-paper" role="group" aria-label={t('quiz.places')}>
        <p class="passage">
          {parts.map((part) =>
            'gap' in part ? (
              <Gap
                key={part.gap}
                gap={part.gap}
                number={numberOf(part.gap)}
                placing={placing}
                nameCard={words.option}
              />
            ) : (
              part.words
            ),
          )}
        </p>
      </div>
      <Tray heading={t('quiz.words')} cards={order} placing={placing} nameCard={words.option} />
      <Said placing={placing} />
    </div>
  );
}

interface GapProps {
  readonly gap: string;
  readonly number: string;
  readonly placing: Placing;
  nameCard(card: string): string;
}

/** A gap is one button: it takes a word, and gives it up again. */
function Gap({ gap, number, placing, nameCard }: GapProps): JSX.Element {
  const { t } = useText();
  const { held, open } = placing;
  const word = findCard(placing.placed, gap);
  const isChosen = open === gap || (word !== undefined && held === word);
  const name = word === undefined ? undefined : nameCard(word);
  const press = (): void => {
    if (word !== undefined && (held === null || held === word) && open === null) placing.pressCard(word);
    else placing.pressPlace(gap);
  };
  return (
    <button
      type="button"
      class={`gap ${word === undefined ? 'gap-empty' : 'gap-full'} ${isChosen ? 'gap-chosen' : ''}`}
      data-place={gap}
      data-stop="place"
      {...(word === undefined ? {} : { 'data-card': word })}
      aria-pressed={isChosen}
      aria-label={name === undefined ? t('quiz.gapEmpty', { number }) : t('quiz.gapWord', { number, word: name })}
      onClick={(event) => {
        if (!event.defaultPrevented) press();
      }}
    >
      {name ?? number}
    </button>
  );
}
