/**
 * Dragging cards to places with a pointer or a finger, over the same cards and places that can be pressed. It comes
 * lazily, and what it does can always be done by pressing, so nothing waits for it.
 *
 * The library's own look of a dragged thing writes style sheets into the page, which the content security policy
 * forbids; here the card itself is moved.
 */
import {
  AutoScroller,
  DragDropManager,
  Draggable,
  Droppable,
  PointerActivationConstraints,
  PointerSensor,
} from '@dnd-kit/dom';
import { DOMRectangle } from '@dnd-kit/dom/utilities';
import { CARD, CARRIED, PLACE } from './marks.ts';
import { ownClicks } from './own-click.ts';

const DRAGGED = 'card-dragged';
const OVER = 'place-over';

/** How far a mouse goes with a card before it drags it, in CSS pixels: hands tremble, and a press is not a drag. */
const TREMBLE = 8;
/** How long a finger or a pen rests on a card before it drags it, in milliseconds, and how still it is kept. */
const REST = { value: 250, tolerance: 5 };
/** A card let go where it lies and no farther than this from where it was taken was pressed, in CSS pixels. */
const SLIP = 24;

/**
 * A mouse drags by moving alone, however long its button is down: who presses slowly presses all the same. A finger
 * that moves at once scrolls the page.
 */
const POINTER = PointerSensor.configure({
  activationConstraints: ({ pointerType }) => [
    pointerType === 'mouse'
      ? new PointerActivationConstraints.Distance({ value: TREMBLE })
      : new PointerActivationConstraints.Delay(REST),
  ],
});

export interface DragTable {
  /** Looks again at which elements are cards and places: call after every drawing. */
  lookAgain(): void;
  clear(): void;
}

/** Begins to listen. `drop` is told every card that was let go over a place. */
export function layDragTable(root: HTMLElement, drop: (card: string, place: string) => void): DragTable {
  const manager = new DragDropManager({ plugins: [AutoScroller], sensors: [POINTER] });
  const click = ownClicks();
  const cards = new Map<string, Draggable>();
  const places = new Map<string, Droppable>();
  let moved: HTMLElement | null = null;
  let scrolled = { x: 0, y: 0 };

  const carry = (): void => {
    if (moved === null) return;
    const { transform } = manager.dragOperation;
    // The page may have been scrolled under the card.
    moved.style.translate = `${transform.x + scrollX - scrolled.x}px ${transform.y + scrollY - scrolled.y}px`;
    manager.dragOperation.shape = new DOMRectangle(moved);
  };
  const light = (place: Droppable | null): void => {
    for (const each of places.values()) each.element?.classList.toggle(OVER, each === place);
  };
  const letGo = (): void => {
    removeEventListener('scroll', carry);
    light(null);
    moved?.classList.remove(DRAGGED);
    moved?.style.removeProperty('translate');
    moved = null;
  };

  manager.monitor.addEventListener('beforedragstart', () => click.await());
  manager.monitor.addEventListener('dragstart', ({ operation: { source } }) => {
    const card = source?.element;
    moved = card?.closest<HTMLElement>(`[${CARRIED}]`) ?? (card as HTMLElement | undefined) ?? null;
    scrolled = { x: scrollX, y: scrollY };
    moved?.classList.add(DRAGGED);
    addEventListener('scroll', carry, { passive: true });
    carry();
  });
  manager.monitor.addEventListener('dragmove', () => queueMicrotask(carry));
  manager.monitor.addEventListener('dragover', ({ operation: { target } }) => light(target));
  manager.monitor.addEventListener('dragend', ({ operation: { source, target, position }, nativeEvent }) => {
    letGo();
    click.end();
    // Broken off with Escape, or by the page that scrolls.
    if (source === null || !(nativeEvent instanceof PointerEvent) || nativeEvent.type !== 'pointerup') return;
    // A quick hand has let go before the library knows of any place.
    const place = target === null ? placeUnder(nativeEvent) : nameOf(target);
    const { x, y } = position.initial;
    const isSlip = Math.hypot(nativeEvent.clientX - x, nativeEvent.clientY - y) < SLIP;
    if (isSlip && (place === undefined || place === placeAround(source.element))) press(source.element);
    else if (place !== undefined) drop(String(source.id), place);
  });

  return {
    lookAgain() {
      look(root, CARD, cards, (id, element) => new Draggable({ id, element }, manager));
      look(root, PLACE, places, (name, element) => new Droppable({ id: `${PLACE} ${name}`, element }, manager));
    },
    clear() {
      letGo();
      click.clear();
      manager.destroy();
    },
  };
}

const press = (card: Element | undefined): void => {
  if (card instanceof HTMLElement) card.click();
};
const placeAround = (element: Element | null | undefined): string | undefined =>
  element?.closest(`[${PLACE}]`)?.getAttribute(PLACE) ?? undefined;
const placeUnder = ({ clientX, clientY }: PointerEvent): string | undefined =>
  placeAround(document.elementFromPoint(clientX, clientY));
const nameOf = ({ id }: Droppable): string => String(id).slice(PLACE.length + 1);

/** Makes the table of things the same as what is on the page: new elements in, those that are gone out. */
function look<Thing extends Draggable | Droppable>(
  root: HTMLElement,
  attribute: string,
  things: Map<string, Thing>,
  make: (name: string, element: HTMLElement) => Thing,
): void {
  const found = new Map(
    [...root.querySelectorAll<HTMLElement>(`[${attribute}]`)].map((each) => [each.getAttribute(attribute) ?? '', each]),
  );
  for (const [name, thing] of things) {
    if (found.has(name)) continue;
    thing.destroy();
    things.delete(name);
  }
  for (const [name, element] of found) {
    const known = things.get(name);
    if (known === undefined) things.set(name, make(name, element));
    else if (known.element !== element) known.element = element;
  }
}
