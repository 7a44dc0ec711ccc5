import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useFaultText } from '../shell/fault.tsx';
import type { Sending } from './use-sending.ts';

/** A form that is sent as a whole. What went wrong takes the focus, so that nobody has to look for it. */
export function Form(props: {
  readonly sending: Sending;
  readonly submit: () => Promise<void>;
  readonly button: string;
  readonly class?: string;
  readonly done?: () => void;
  /** Further ways beside the main one. */
  readonly others?: ComponentChildren;
  readonly children: ComponentChildren;
}): JSX.Element {
  const say = useFaultText();
  const trouble = useRef<HTMLParagraphElement>(null);
  const { fault, busy } = props.sending;
  useEffect(() => {
    if (fault !== null) trouble.current?.focus();
  }, [fault]);
  return (
    <form
      class={`form ${props.class ?? ''}`}
      onSubmit={(event) => {
        event.preventDefault();
        void props.sending.send(props.submit).then((well) => {
          if (well) props.done?.();
        });
      }}
    >
      {fault === null ? null : (
        <p class="fault" role="alert" tabIndex={-1} ref={trouble}>
          {say(fault)}
        </p>
      )}
      {props.children}
      <div class="row">
        <button type="submit" class="press press-main" aria-disabled={busy}>
          {props.button}
        </button>
        {props.others}
      </div>
    </form>
  );
}
