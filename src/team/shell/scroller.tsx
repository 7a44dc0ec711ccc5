import type { ComponentChildren, JSX } from 'preact';

/** A wide table scrolls inside this, so that the page itself never scrolls sideways; keys can scroll it too. */
export function Scroller(props: { readonly label: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <div class="scroller" role="region" aria-label={props.label} tabIndex={0}>
      {props.children}
    </div>
  );
}
