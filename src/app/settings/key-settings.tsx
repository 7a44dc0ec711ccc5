import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { useStore } from 'zustand';
import { BINDABLE, findConflict, findUnreachable, type Bindable } from '../../stage/input/bindings.ts';
import { usePartText, type PartTexts } from '../part-text.ts';
import { player } from '../player.ts';
import { bindingsOf, rebind } from '../play/theatre.ts';
import { Switch } from '../ui/fields.tsx';
import { Icon, type IconName } from '../ui/icons.tsx';
import { learnKeyNames, nameKey } from './key-names.ts';

/** Gives a key to a command, and says what that did, in one sentence or two. */
function bindAndSay(t: PartTexts<'settings'>['t'], what: Bindable, code: string): readonly string[] {
  const settings = player.settings.store.getState();
  const conflict = findConflict(bindingsOf(settings), what, code);
  const key = nameKey(code, t('keySpace'));
  if (conflict === 'kept') return [t('keyKept', { key })];
  player.settings.change({ bindings: rebind(settings, what, code) });
  const set = t('keySet', { command: t(`command.${what}`), key });
  return conflict ? [set, t('keyTaken', { key, other: t(`command.${conflict.with}`) })] : [set];
}

/** Arrows are drawn: the typefaces carry only two of the four. */
const DRAWN_KEYS: Readonly<Record<string, IconName>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

function KeySign({ code }: { readonly code: string }): JSX.Element {
  const { t } = usePartText('settings');
  const drawn = DRAWN_KEYS[code];
  if (drawn === undefined) return <kbd>{nameKey(code, t('keySpace'))}</kbd>;
  return (
    <kbd>
      <Icon name={drawn} />
      <span class="unseen">{nameKey(code, t('keySpace'))}</span>
    </kbd>
  );
}

/** Which key does what; every key can be changed, and all can be put back. */
export function KeySettings(): JSX.Element {
  const { t } = usePartText('settings');
  const settings = useStore(player.settings.store);
  const [waiting, wait] = useState<Bindable | null>(null);
  const [said, say] = useState<readonly string[]>([]);
  const [, named] = useState(false);
  useEffect(() => void learnKeyNames().then(() => named(true)), []);
  // As soon as it is asked for: a key that is pressed before the next picture is drawn counts, too.
  useLayoutEffect(() => {
    if (waiting === null) return;
    const listen = (event: KeyboardEvent): void => {
      if (event.code === 'Tab') {
        // Whoever goes on has not changed anything: nothing waits for a key any more, and nothing says so.
        say([]);
        return wait(null);
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.code !== 'Escape' || waiting === 'pause') say(bindAndSay(t, waiting, event.code));
      else say([]);
      wait(null);
    };
    addEventListener('keydown', listen, true);
    return () => removeEventListener('keydown', listen, true);
  }, [waiting, t]);
  const bindings = bindingsOf(settings);
  const unreachable = findUnreachable(bindings);
  return (
    <section class="sheet settings-part settings-keys">
      <h2>{t('keys')}</h2>
      <p class="quiet small">{t('keysNote')}</p>
      <ul class="key-list">
        {BINDABLE.map((what) => {
          const codes = bindings.keys[what] ?? [];
          return (
            <li key={what}>
              <button
                type="button"
                class={`key ${waiting === what ? 'key-waiting' : ''}`}
                onClick={() => {
                  wait(what);
                  say([t('keyPress', { command: t(`command.${what}`) })]);
                }}
              >
                <span>{t(`command.${what}`)}</span>
                <span class="key-keys">
                  {codes.length === 0 ? t('keyNone') : codes.map((code) => <KeySign key={code} code={code} />)}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <p class="key-said" role="status">
        {said.map((sentence) => (
          <span key={sentence}>{sentence}</span>
        ))}
      </p>
      {unreachable.map((what) => (
        <p key={what} class="key-warning" role="alert">
          {t('keysUnreachable', { command: t(`command.${what}`) })}
        </p>
      ))}
      <div class="buttons">
        <button
          type="button"
          class="button button-paper"
          onClick={() => {
            player.settings.change({ bindings: {} });
            say([t('keysBack')]);
          }}
        >
          {t('keysReset')}
        </button>
      </div>
      <Switch
        label={t('singleKeys')}
        note={t('singleKeysNote')}
        on={settings.singleKeys}
        change={(singleKeys) => player.settings.change({ singleKeys })}
      />
    </section>
  );
}
