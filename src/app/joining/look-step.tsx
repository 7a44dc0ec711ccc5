import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import * as v from 'valibot';
import { NameSchema, type Joined, type JoinLook } from '../../wire/joining.ts';
import { formatNumber } from '../format.ts';
import { usePartText } from '../part-text.ts';
import { player } from '../player.ts';
import { sayRefusal } from './say-refusal.ts';

interface LookStepProps {
  readonly code: string;
  readonly look: JoinLook;
  /** `asked`: the name that was wished for. */
  readonly onJoined: (joined: Joined, asked: string) => void;
  readonly onBack: () => void;
}

const UNSEEN = ['place', 'workshop', 'unfinished'] as const;

/** What a manager will see and what not, before anything is kept; then a name, and in. */
export function LookStep({ code, look, onJoined, onBack }: LookStepProps): JSX.Element {
  const { t } = usePartText('join');
  const { t: server } = usePartText('server');
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const join = async (): Promise<void> => {
    const read = v.safeParse(NameSchema, name);
    if (!read.success) return setFault(name.trim() === '' ? t('name.empty') : t('name.strange'));
    setBusy(true);
    setFault('');
    const done = await player.team.join(code, read.output);
    setBusy(false);
    if (done.ok) onJoined(done.value, read.output);
    else setFault(sayRefusal(done, { join: t, server }));
  };
  return (
    <>
      <section class="sheet">
        <h2>{t('look.seen')}</h2>
        <ul class="join-list">
          {look.sees.map((what) => (
            <li key={what}>{t(`sees.${what}`)}</li>
          ))}
        </ul>
        <h2>{t('look.unseen')}</h2>
        <ul class="join-list">
          {UNSEEN.map((what) => (
            <li key={what}>{t(`unseen.${what}`)}</li>
          ))}
        </ul>
        <h2>{t('look.kept')}</h2>
        <p>
          {look.retentionDays === null
            ? t('look.keptOn')
            : t('look.keptDays', { count: look.retentionDays, number: formatNumber(look.retentionDays) })}
        </p>
        <p>{t('look.yours')}</p>
        <p>{t('look.along')}</p>
      </section>
      <form
        class="sheet"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void join();
        }}
      >
        <NameField name={name} fault={fault} change={setName} />
        <div class="buttons">
          <button type="submit" class="button button-main" aria-disabled={busy}>
            {busy ? t('look.joining') : t('look.join')}
          </button>
          <button type="button" class="button button-paper" onClick={onBack}>
            {t('look.back')}
          </button>
        </div>
      </form>
    </>
  );
}

interface NameFieldProps {
  readonly name: string;
  readonly fault: string;
  change(name: string): void;
}

export function NameField({ name, fault, change }: NameFieldProps): JSX.Element {
  const { t } = usePartText('join');
  const id = useId();
  return (
    <div class="join-field">
      <label for={id}>{t('name.label')}</label>
      <input
        id={id}
        type="text"
        autocomplete="nickname"
        maxLength={40}
        value={name}
        aria-describedby={`${id}-help ${id}-fault`}
        aria-invalid={fault !== ''}
        onInput={(event) => change(event.currentTarget.value)}
      />
      <p id={`${id}-help`} class="quiet small">
        {t('name.help')}
      </p>
      <p id={`${id}-fault`} class="join-fault" role="status">
        {fault}
      </p>
    </div>
  );
}
