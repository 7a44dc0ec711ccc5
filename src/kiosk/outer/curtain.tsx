import type { JSX } from 'preact';
import { useText } from '../../app/text.ts';
import './curtain.css';

/** What visitors see while the frame is being made ready: the theatre before the play. */
export function Curtain({ open }: { readonly open: boolean }): JSX.Element {
  const { t } = useText();
  return (
    <div class={open ? 'curtain curtain-open' : 'curtain'}>
      <p class="unseen" role="status">
        {open ? '' : t('loading.lamp')}
      </p>
      <div class="curtain-half curtain-left" />
      <div class="curtain-half curtain-right" />
      <div class="curtain-glow" />
      <img class="curtain-seal" src="/emblem.svg" alt="" width="300" height="300" />
      <div class="curtain-board" />
    </div>
  );
}
