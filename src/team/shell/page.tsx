/** One page of the managers' book: a heading that takes the focus, a sentence that says what it is for, its tools. */
import type { ComponentChildren, JSX } from 'preact';
import { useArrival } from '../../app/ui/screen.tsx';

interface PageProps {
  /** The heading, and the first part of the window's title. */
  readonly name: string;
  /** Above the heading: what the page belongs to. */
  readonly over?: string | undefined;
  /** One or two sentences under the heading. */
  readonly lead?: ComponentChildren;
  /** What can be done with the whole page: download, print. */
  readonly tools?: ComponentChildren;
  readonly class?: string;
  readonly children: ComponentChildren;
}

export function Page(props: PageProps): JSX.Element {
  const heading = useArrival(props.name);
  return (
    <main id="page" class={`leaf ${props.class ?? ''}`} tabIndex={-1}>
      <header class="leaf-head">
        <div class="leaf-title">
          {props.over === undefined ? null : <p class="leaf-over">{props.over}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {props.name}
          </h1>
          {props.lead === undefined ? null : <p class="leaf-lead">{props.lead}</p>}
        </div>
        {props.tools === undefined ? null : <div class="leaf-tools">{props.tools}</div>}
      </header>
      {props.children}
    </main>
  );
}
