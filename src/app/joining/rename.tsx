import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { NameSchema } from '../../wire/joining.ts';
import { usePartText } from '../part-text.ts';
import { player } from '../player.ts';
import { NameField } from './look-step.tsx';
import { sayRefusal } from './say-refusal.ts';

/** Another name in the team, behind a button. */
export function Rename(): JSX.Element {
  const { t } = usePartText('join');
  const { t: server } = usePartText('server');
  const [isOpen, open] = useState(false);
  const [name, setName] = useState('');
  const [fault, setFault] = useState('');
  const [said, say] = useState('');
  const rename = async (): Promise<void> => {
    const read = v.safeParse(NameSchema, name);
    if (!read.success) return setFault(name.trim() === '' ? t('name.empty') : t('name.strange'));
    const done = await player.team.rename(read.output);
    if (!done.ok) return setFault(sayRefusal(done, { join: t, server }));
    open(false);
    say(t('team.renamed', { name: done.value.name }));
  };
  return (
    <>
      {isOpen ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void rename();
          }}
        >
          <NameField name={name} fault={fault} change={setName} />
          <div class="buttons">
            <button type="submit" class="button button-paper">
              {t('team.rename')}
            </button>
            <button type="button" class="button button-paper" onClick={() => open(false)}>
              {t('team.keep')}
            </button>
          </div>
        </form>
      ) : (
        <div class="buttons">
          <button
            type="button"
            class="button button-paper"
            onClick={() => {
              setName(player.team.store.getState().name);
              setFault('');
              say('');
              open(true);
            }}
          >
            {t('team.rename')}
          </button>
        </div>
      )}
      <p role="status">{said}</p>
    </>
  );
}
