/** What the eye sees of a button in the panel: icon, name, price, and what the order will do. */
import type { TextRef } from '../../kernel/act.ts';
import type { PanelCard } from '../act-stage.ts';
import { makeIcon } from './icons.ts';

export interface OrderFace {
  readonly element: HTMLElement;
  write(card: PanelCard | null, text: (ref: TextRef) => string): void;
}

/** Makes a face; those who listen hear the button's own label, which says the same as a sentence. */
export function makeFace(icon: string | undefined): OrderFace {
  const element = document.createElement('span');
  element.className = 'theatre-order-face';
  element.setAttribute('aria-hidden', 'true');
  const disc = part('theatre-order-icon');
  if (icon !== undefined) disc.append(makeIcon(icon));
  const name = part('theatre-order-name');
  const price = part('theatre-order-price');
  const detail = part('theatre-order-detail');
  const lack = part('theatre-order-lack');
  element.append(disc, name, price, detail, lack);
  return {
    element,
    write(card, text) {
      fill(name, card === null ? '' : text(card.name));
      fill(price, card?.price === undefined ? '' : text(card.price));
      fill(detail, card?.detail === undefined ? '' : text(card.detail));
      fill(lack, card?.lack === undefined ? '' : text(card.lack));
      setData(element, 'omen', card?.omen);
      setData(element, 'given', card?.isGiven === true ? 'true' : undefined);
    },
  };
}

function part(name: string): HTMLElement {
  const element = document.createElement('span');
  element.className = name;
  return element;
}

function fill(element: HTMLElement, words: string): void {
  if (element.textContent !== words) element.textContent = words;
  element.hidden = words === '';
}

function setData(element: HTMLElement, name: string, value: string | undefined): void {
  if (element.dataset[name] === value) return;
  if (value === undefined) delete element.dataset[name];
  else element.dataset[name] = value;
}
