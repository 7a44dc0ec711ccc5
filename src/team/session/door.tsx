/** The frame of the pages in front of the book: sign-in, set-up, an invitation. One sheet, nothing else. */
import type { ComponentChildren, JSX } from 'preact';
import { usePartText } from '../../app/part-text.ts';
import { useText } from '../../app/text.ts';
import { LanguageChoice } from '../../app/ui/language-choice.tsx';
import { Page } from '../shell/page.tsx';

export function Door(props: {
  readonly name: string;
  readonly lead?: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { t } = usePartText('team');
  const { t: shell } = useText();
  return (
    <div class="door">
      <header class="door-top">
        <a class="rail-name" href="/">
          <img src="/emblem.svg" alt="" width="28" height="28" />
          <span>{shell('title.name')}</span>
        </a>
        <LanguageChoice />
      </header>
      <Page name={props.name} over={t('name')} lead={props.lead} class="door-sheet">
        {props.children}
      </Page>
    </div>
  );
}
