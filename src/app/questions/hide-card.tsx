import type { JSX } from 'preact';

interface HideCardProps {
  readonly card: string;
  readonly name: string;
  readonly held: boolean;
  press(): void;
}

/** A card cut from hide: can be taken, and dragged. */
export function HideCard({ card, name, held, press }: HideCardProps): JSX.Element {
  return (
    <button
      type="button"
      class={held ? 'hide-card hide-card-held' : 'hide-card'}
      data-card={card}
      data-stop="card"
      aria-pressed={held}
      onClick={(event) => {
        // The click that ends a drag has been refused already.
        if (!event.defaultPrevented) press();
      }}
    >
      {name}
    </button>
  );
}
