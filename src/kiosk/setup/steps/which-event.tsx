import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { usePartText } from '../../../app/part-text.ts';
import type { Draft } from '../draft.ts';
import { isOtherEvent, takeKeptEvent, takeNewEvent } from '../other-event.ts';

/** On a device that has been set up: the same event goes on, or a new one begins. Told, and taken back with the same button. */
export function WhichEvent(props: { readonly draft: Draft; change(draft: Draft): void }): JSX.Element | null {
  const { t } = usePartText('organiser');
  const { draft, change } = props;
  const isOther = isOtherEvent(draft);
  const place = useRef<HTMLDivElement>(null);
  const told = useRef(isOther);
  // A new event has no name yet: whoever made it goes on there, with the very next key.
  useLayoutEffect(() => {
    if (isOther && !told.current)
      place.current?.closest('form')?.querySelector<HTMLInputElement>('input[type="text"]')?.focus();
    told.current = isOther;
  }, [isOther]);
  if (draft.keptEvent === null) return null;
  const event = draft.keptEvent.event.name;
  return (
    <div class="setup-hint" ref={place}>
      <p role="status">{isOther ? t('field.newEventBegun') : t('field.newEventNote', { event })}</p>
      <button
        type="button"
        class="press"
        onClick={() => change(isOther ? takeKeptEvent(draft) : takeNewEvent(draft, Date.now()))}
      >
        {isOther ? t('field.keptEvent', { event }) : t('field.newEvent')}
      </button>
    </div>
  );
}
