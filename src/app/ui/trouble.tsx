import type { ComponentChildren, JSX } from 'preact';

/** Something did not work: what, why, and what can be done now. */
export function Trouble(props: {
  readonly heading: string;
  readonly text: string;
  readonly children?: ComponentChildren;
}): JSX.Element {
  return (
    <section class="sheet trouble" role="alert">
      <h2>{props.heading}</h2>
      <p>{props.text}</p>
      <div class="buttons">{props.children}</div>
    </section>
  );
}
