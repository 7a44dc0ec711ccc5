import type { ComponentChildren, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useText } from '../../app/text.ts';
import { wearTypedNames } from '../../app/typed-names.ts';
import { LanguageChoice } from '../../app/ui/language-choice.tsx';
import { useArrival } from '../../app/ui/screen.tsx';

/** One leaf of the organiser's paper: the game's name and the languages on top, a heading that takes the focus. */
export function SetupPage(props: {
  readonly name: string;
  readonly lead?: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { t } = useText();
  const heading = useArrival(props.name);
  useEffect(() => {
    // The style sheet knows the organiser's pages by this; the theatre's colours stay outside.
    document.documentElement.dataset['screen'] = 'organiser';
    // An event may have been named elsewhere, in a script that this machine lacks.
    wearTypedNames();
  }, []);
  return (
    <div class="setup">
      <header class="setup-top">
        <p class="setup-game">
          <img src="/emblem.svg" alt="" width="28" height="28" />
          {t('title.name')}
        </p>
        <LanguageChoice />
      </header>
      <main class="setup-leaf">
        <h1 ref={heading} tabIndex={-1}>
          {props.name}
        </h1>
        {props.lead === undefined ? null : <p class="setup-lead">{props.lead}</p>}
        {props.children}
      </main>
    </div>
  );
}
