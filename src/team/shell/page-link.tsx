import type { ComponentChildren, JSX } from 'preact';
import { goTo } from '../../app/ui/place.tsx';

interface PageLinkProps {
  readonly to: string;
  readonly class?: string;
  /** For the ear, where the words shown say too little. */
  readonly label?: string | undefined;
  readonly current?: 'page' | undefined;
  readonly children: ComponentChildren;
}

/** A real link between pages. It keeps the query, so filters and language come along. */
export function PageLink(props: PageLinkProps): JSX.Element {
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    goTo(props.to);
  };
  return (
    <a
      href={props.to + location.search}
      class={props.class}
      aria-label={props.label}
      aria-current={props.current}
      onClick={follow}
    >
      {props.children}
    </a>
  );
}
