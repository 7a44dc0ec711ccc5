/** Moving between screens. A link is a real link: it can be opened in another tab and works with every reader. */
import type { ComponentChildren, JSX } from 'preact';
import { warmUp } from '../screens.ts';
import { navigate } from 'wouter/use-browser-location';

/** Goes to an address, keeping what matters of the query (`?lang`, `?seed`, `?fuzz`). */
export function goTo(path: string, options?: { readonly replace?: boolean }): void {
  navigate(path + location.search, options);
}

interface PlaceLinkProps {
  readonly to: string;
  readonly class?: string;
  readonly label?: string;
  readonly id?: string;
  /** Ids of what names it: its own, and what it belongs to where several links have the same words. */
  readonly labelledBy?: string;
  readonly children: ComponentChildren;
}

export function PlaceLink(props: PlaceLinkProps): JSX.Element {
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    goTo(props.to);
  };
  const warm = (): void => warmUp(props.to);
  return (
    <a
      href={props.to + location.search}
      id={props.id}
      class={props.class}
      aria-label={props.label}
      aria-labelledby={props.labelledBy}
      onClick={follow}
      onPointerEnter={warm}
      onFocus={warm}
    >
      {props.children}
    </a>
  );
}
