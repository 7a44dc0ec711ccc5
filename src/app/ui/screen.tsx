/** The frame of every screen but the title and the stage: tools on top, a heading that takes the focus, then the page. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useText } from '../text.ts';
import { Icon } from './icons.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { PlaceLink } from './place.tsx';
import { SoundToggle } from './sound-toggle.tsx';

/** False until the first screen has been shown: the browser itself puts the focus at the top of a fresh page. */
let movedBefore = false;

/** Puts the name of the screen into the window's title and the focus on its heading. */
export function useArrival(name: string): { readonly current: HTMLHeadingElement | null } {
  const heading = useRef<HTMLHeadingElement>(null);
  const { t, language } = useText();
  useEffect(() => {
    const game = t('title.name');
    document.title = name === game ? game : t('page.title', { screen: name, game });
  }, [name, language, t]);
  useEffect(() => {
    if (movedBefore) {
      scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    movedBefore = true;
  }, []);
  return heading;
}

interface ScreenProps {
  /** The heading, and the first part of the window's title. */
  readonly name: string;
  /** Where the way back leads; none on the campaign. */
  readonly back?: { readonly to: string; readonly text: string };
  readonly narrow?: boolean;
  readonly children: ComponentChildren;
  readonly class?: string;
  /** Something to stand above the heading, such as the number of the act. */
  readonly over?: ComponentChildren;
}

export function Screen(props: ScreenProps): JSX.Element {
  const { t } = useText();
  const heading = useArrival(props.name);
  return (
    <div class={`screen ${props.class ?? ''}`}>
      <a class="skip button" href="#page">
        {t('page.skip')}
      </a>
      <TopBar {...(props.back ? { back: props.back } : {})} />
      <NoticeBar />
      <main id="page" class={`page ${props.narrow ? 'page-narrow' : ''}`} tabIndex={-1}>
        {props.over}
        <h1 ref={heading} tabIndex={-1}>
          {props.name}
        </h1>
        {props.children}
      </main>
    </div>
  );
}

function TopBar({ back }: { readonly back?: { readonly to: string; readonly text: string } }): JSX.Element {
  const { t } = useText();
  return (
    <header class="top-bar">
      {back ? (
        <PlaceLink to={back.to} class="link">
          <Icon name="back" />
          {back.text}
        </PlaceLink>
      ) : (
        <PlaceLink to="/" class="link top-name">
          {t('title.name')}
        </PlaceLink>
      )}
      <div class="top-tools">
        <SoundToggle />
        <LanguageChoice />
        <PlaceLink to="/settings" class="button-icon" label={t('title.settings')}>
          <Icon name="settings" />
        </PlaceLink>
      </div>
    </header>
  );
}
