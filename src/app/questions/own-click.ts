/**
 * The click that a browser makes of the end of a drag. Some give it to the card, some to the page, some make none, so
 * the drag takes it for itself and says on its own what was meant.
 */

/** How long after the end of a drag its click may still come, in milliseconds. */
const LATE_MS = 400;

export interface OwnClick {
  /** A drag begins: the next click that a browser makes is its own, and nobody else hears of it. */
  await(): void;
  /** The drag has ended: its click comes at once, or soon, or never. */
  end(): void;
  clear(): void;
}

/** Waits for the clicks of drags. Clicks that are not made by a pointer on the page are let through. */
export function ownClicks(): OwnClick {
  let late: ReturnType<typeof setTimeout> | undefined;
  const refuse = (event: Event): void => {
    if (!event.isTrusted) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const clear = (): void => {
    clearTimeout(late);
    removeEventListener('click', refuse, true);
    removeEventListener('pointerdown', clear, true);
    removeEventListener('keydown', clear, true);
  };
  return {
    await() {
      clear();
      addEventListener('click', refuse, true);
    },
    end() {
      // Whoever begins something new is heard, however soon it is.
      addEventListener('pointerdown', clear, true);
      addEventListener('keydown', clear, true);
      late = setTimeout(clear, LATE_MS);
    },
    clear,
  };
}
