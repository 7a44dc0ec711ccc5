import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface DialogProps {
  readonly heading: string;
  readonly children: ComponentChildren;
  /** Escape, or the way out that the dialog itself offers. */
  onClose(): void;
  readonly class?: string;
}

/** A dialog of the browser's own kind: it keeps the focus inside, gives it back, and Escape closes it. */
export function Dialog(props: DialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  // Before the next picture: what is typed or pressed meanwhile must not go to the page below.
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    heading.current?.focus();
    return () => opened?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`dialog ${props.class ?? ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <div class="sheet">
        <h2 id={id} ref={heading} tabIndex={-1} class="dialog-heading">
          {props.heading}
        </h2>
        {props.children}
      </div>
    </dialog>
  );
}
