/** The frame of every station where somebody is: a heading that takes the focus, what is to be done, and the way out. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useStore } from 'zustand';
import { usePartText } from '../../app/part-text.ts';
import { TitlePicture } from '../../app/title/title-picture.tsx';
import { useTyped } from '../../app/typed-names.ts';
import type { Station as StationName } from '../messages/messages.ts';
import { VisitorName } from '../names/index.ts';
import type { Kiosk } from './kiosk.ts';

/**
 * After a page has changed under a finger nothing on it can be pressed for a moment, so that one press is never two;
 * milliseconds.
 */
const COOL_DOWN_MS = 400;

/** True for a moment after the element came. */
function useCoolDown(): boolean {
  const [cool, setCool] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setCool(false), COOL_DOWN_MS);
    return () => clearTimeout(timer);
  }, []);
  return cool;
}

interface StationProps {
  readonly kiosk: Kiosk;
  readonly name: StationName;
  readonly heading: string;
  readonly class?: string;
  /** Stands beside the heading. */
  readonly beside?: ComponentChildren;
  /** The row of large buttons; low on a tall screen. */
  readonly buttons?: ComponentChildren;
  readonly children: ComponentChildren;
}

export function Station(props: StationProps): JSX.Element {
  const { t } = usePartText('kiosk');
  const { kiosk } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const cool = useCoolDown();
  const visitor = useStore(kiosk.visitors.store);
  const event = useTyped(kiosk.settings.event.name);
  useEffect(() => {
    if (cool) return;
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [cool]);
  return (
    <main class={`station ${props.class ?? ''}`} data-station={props.name} inert={cool}>
      {/* Fills the upper half of a tall screen whose controls stand low. */}
      <div class="station-above" aria-hidden="true">
        <TitlePicture />
      </div>
      <header class="station-head">
        <p class="station-event">{event}</p>
        {visitor === null || props.name === 'language' ? null : (
          <p class="station-who">
            <VisitorName name={visitor.named.name} />
          </p>
        )}
        <button type="button" class="button station-out" onClick={() => kiosk.travel.go({ what: 'done' })}>
          {t('station.out')}
        </button>
      </header>
      <div class="station-room">
        <div class="station-title">
          <h1 ref={heading} tabIndex={-1}>
            {props.heading}
          </h1>
          {props.beside}
        </div>
        {props.children}
      </div>
      {props.buttons === undefined ? null : <div class="station-buttons">{props.buttons}</div>}
    </main>
  );
}
