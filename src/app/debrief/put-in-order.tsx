/**
 * Putting cards in order without dragging: take a card, then choose its place; or move it with the arrow keys; or use
 * the two small buttons of its row. All three say what happened.
 */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Response } from '../../quiz/index.ts';
import { formatNumber } from '../format.ts';
import { cue } from '../sound/cues.ts';
import { useText } from '../text.ts';
import { Icon } from '../ui/icons.tsx';

interface PutInOrderProps {
  readonly order: Response;
  label(option: string): string;
  change(order: Response): void;
}

/** The list with one option moved to a place; places beyond the ends are the ends. */
export function moveTo(order: Response, option: string, place: number): Response {
  const others = order.filter((each) => each !== option);
  const at = Math.min(Math.max(place, 0), others.length);
  return [...others.slice(0, at), option, ...others.slice(at)];
}

export function PutInOrder({ order, label, change }: PutInOrderProps): JSX.Element {
  const { t } = useText();
  const [held, hold] = useState<string | null>(null);
  const [said, say] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const focusOn = useRef<string | null>(null);
  useEffect(() => {
    // The row has moved in the page; the focus stays with the card.
    if (focusOn.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-card="${focusOn.current}"]`)?.focus();
    focusOn.current = null;
  }, [order]);

  const move = (option: string, place: number): void => {
    const moved = moveTo(order, option, place);
    focusOn.current = option;
    cue('slide');
    say(t('debrief.orderPut', { card: label(option), number: formatNumber(moved.indexOf(option) + 1) }));
    change(moved);
  };
  const press = (option: string): void => {
    if (held === null) {
      hold(option);
      say(t('debrief.orderHeld', { card: label(option) }));
    } else {
      if (held !== option) move(held, order.indexOf(option));
      hold(null);
    }
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
    <div class="ordering">
      <p class="quiet small">{t('debrief.orderPick')}</p>
      <ol ref={list} aria-label={t('debrief.orderPlaces')}>
        {order.map((option, place) => (
          <li key={option} class={held === option ? 'card card-held' : 'card'}>
            <span class="card-number" aria-hidden="true">
              {formatNumber(place + 1)}
            </span>
            <button
              type="button"
              class="card-words"
              data-card={option}
              aria-pressed={held === option}
              onClick={() => press(option)}
              onKeyDown={(event) => onKey(event, option)}
            >
              {label(option)}
            </button>
            <button
              type="button"
              class="card-move"
              aria-label={t('debrief.orderUp', { card: label(option) })}
              disabled={place === 0}
              onClick={() => move(option, place - 1)}
            >
              <Icon name="up" />
            </button>
            <button
              type="button"
              class="card-move"
              aria-label={t('debrief.orderDown', { card: label(option) })}
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
