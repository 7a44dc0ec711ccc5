import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

/** A dialog of the browser's own kind on plain paper: it keeps the focus, gives it back, and Escape closes it. */
export function SheetDialog(props: {
  readonly heading: string;
  onClose(): void;
  readonly class?: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  // Put away while it still stands in the page: a dialog that has been taken out of it gives the focus to nobody.
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    heading.current?.focus();
    return () => opened?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`paper-dialog ${props.class ?? ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <h2 id={id} ref={heading} tabIndex={-1}>
        {props.heading}
      </h2>
      {props.children}
    </dialog>
  );
}
