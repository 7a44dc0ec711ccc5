import type { ComponentChildren, JSX } from 'preact';

/** Where nothing is yet: what to do first, in steps, and the way there. */
export function Empty(props: {
  readonly heading: string;
  readonly text: string;
  readonly steps?: readonly string[];
  readonly children?: ComponentChildren;
}): JSX.Element {
  return (
    <section class="empty">
      <h2>{props.heading}</h2>
      <p>{props.text}</p>
      {props.steps === undefined ? null : (
        <ol class="empty-steps">
          {props.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {props.children === undefined ? null : <div class="row">{props.children}</div>}
    </section>
  );
}
