/**
 * Putting cards in order: take a card, then choose its place; or move it with the arrow keys; or use the two small
 * buttons of its row; or drag it. All of them say what happened.
 */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Response } from '../../quiz/index.ts';
import { formatNumber, wordGap } from '../format.ts';
import { cue } from '../sound/cues.ts';
import { useText } from '../text.ts';
import { Icon } from '../ui/icons.tsx';
import type { KindProps } from './props.ts';
import { useDrag } from './use-drag.ts';

/** The list with one option moved to a place; places beyond the ends are the ends. */
function moveTo(order: Response, option: string, place: number): Response {
  const others = order.filter((each) => each !== option);
  const at = Math.min(Math.max(place, 0), others.length);
  return [...others.slice(0, at), option, ...others.slice(at)];
}

export function PutInOrder({ order: shown, words, change }: KindProps<'ordering'>): JSX.Element {
  const { t } = useText();
  const [order, setOrder] = useState<Response>(shown);
  const [held, hold] = useState<string | null>(null);
  const [said, say] = useState('');
  const root = useRef<HTMLDivElement>(null);
  const focusOn = useRef<string | null>(null);
  // Before the next key, which may come before the next picture.
  useLayoutEffect(() => {
    change(order);
    // The row has moved in the page; the focus stays with the card.
    if (focusOn.current === null) return;
    root.current?.querySelector<HTMLElement>(`[data-card="${focusOn.current}"]`)?.focus();
    focusOn.current = null;
  }, [order]);

  const move = (option: string, place: number): void => {
    const moved = moveTo(order, option, place);
    focusOn.current = option;
    cue('slide');
    say(t('quiz.orderPut', { card: words.option(option), number: formatNumber(moved.indexOf(option) + 1) }));
    hold(null);
    setOrder(moved);
  };
  useDrag(root, (card, place) => card !== place && move(card, order.indexOf(place)));
  const press = (option: string): void => {
    if (held === null) {
      hold(option);
      say(t('quiz.orderHeld', { card: words.option(option) }));
    } else if (held === option) hold(null);
    else move(held, order.indexOf(option));
  };
  const onKey = (event: KeyboardEvent, option: string): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (step !== 0) {
      event.preventDefault();
      move(option, order.indexOf(option) + step);
    }
    if (event.key === 'Escape') hold(null);
  };
  return (
    <div class="ordering" ref={root}>
      <p class="quiet small pick">
        {t('quiz.orderPick')}
        {wordGap()}
        <span class="keys-hint">{t('quiz.orderKeys')}</span>
      </p>
      <ol aria-label={t('quiz.orderPlaces')}>
        {order.map((option, place) => (
          <li key={option} class={held === option ? 'row row-held' : 'row'} data-place={option} data-carried="">
            <span class="row-number" aria-hidden="true">
              {formatNumber(place + 1)}
            </span>
            <button
              type="button"
              class="row-words"
              data-card={option}
              aria-pressed={held === option}
              onClick={(event) => {
                if (!event.defaultPrevented) press(option);
              }}
              onKeyDown={(event) => onKey(event, option)}
            >
              {words.option(option)}
            </button>
            <button
              type="button"
              class="row-move"
              aria-label={t('quiz.orderUp', { card: words.option(option) })}
              disabled={place === 0}
              onClick={() => move(option, place - 1)}
            >
              <Icon name="up" />
            </button>
            <button
              type="button"
              class="row-move"
              aria-label={t('quiz.orderDown', { card: words.option(option) })}
              disabled={place === order.length - 1}
              onClick={() => move(option, place + 1)}
            >
              <Icon name="down" />
            </button>
          </li>
        ))}
      </ol>
      <p class="unseen" role="status">
        {said}
      </p>
    </div>
  );
}
