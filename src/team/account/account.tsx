/** One's own account: name, password, passkeys, signed-in browsers. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useStore } from 'zustand';
import { usePartText } from '../../app/part-text.ts';
import type { SignedIn } from '../../wire/accounts.ts';
import { PasswordEntry, TextEntry } from '../forms/fields.tsx';
import { Form } from '../forms/form.tsx';
import { UserName } from '../forms/user-name.tsx';
import { useSending } from '../forms/use-sending.ts';
import { changePassword, renameSelf } from '../server/account-calls.ts';
import { askSession, session } from '../session/session.ts';
import { Page } from '../shell/page.tsx';
import { Browsers } from './browsers.tsx';
import { Passkeys } from './passkeys.tsx';

export function Account({ who }: { readonly who: SignedIn }): JSX.Element {
  const { t } = usePartText('team');
  const passkeys = useStore(session, (now) => now.state === 'in' && now.ways.passkeys);
  return (
    <Page name={t('desk.account')} over={who.email}>
      {who.strong || !passkeys ? null : <p class="hint">{t('account.weak')}</p>}
      <div class="cards">
        <OwnName who={who} />
        <Password who={who} />
        {passkeys ? <Passkeys who={who} /> : null}
        <Browsers />
      </div>
    </Page>
  );
}

function OwnName({ who }: { readonly who: SignedIn }): JSX.Element {
  const { t } = usePartText('team');
  const sending = useSending();
  const [name, setName] = useState(who.name);
  const [saved, setSaved] = useState(false);
  return (
    <section class="card">
      <h2>{t('account.name')}</h2>
      <Form
        sending={sending}
        button={t('form.save')}
        submit={async () => {
          await renameSelf(name);
          await askSession();
          setSaved(true);
        }}
      >
        <TextEntry
          label={t('account.name')}
          note={t('account.nameNote')}
          autocomplete="name"
          required
          max={40}
          value={name}
          change={(value) => {
            setName(value);
            setSaved(false);
          }}
        />
      </Form>
      <p role="status" class="quiet">
        {saved ? t('form.saved') : ''}
      </p>
    </section>
  );
}

function Password({ who }: { readonly who: SignedIn }): JSX.Element {
  const { t } = usePartText('team');
  const sending = useSending();
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState('');
  const [saved, setSaved] = useState(false);
  return (
    <section class="card">
      <h2>{t('account.changePassword')}</h2>
      <Form
        sending={sending}
        button={t('account.change')}
        submit={async () => {
          await changePassword(old, fresh);
          setOld('');
          setFresh('');
          setSaved(true);
        }}
      >
        <UserName email={who.email} />
        <PasswordEntry
          label={t('account.oldPassword')}
          autocomplete="current-password"
          required
          value={old}
          change={setOld}
        />
        <PasswordEntry
          label={t('account.newPassword')}
          note={t('account.passwordNote')}
          autocomplete="new-password"
          required
          value={fresh}
          change={(value) => {
            setFresh(value);
            setSaved(false);
          }}
        />
      </Form>
      <p role="status" class="quiet">
        {saved ? t('account.passwordChanged') : ''}
      </p>
    </section>
  );
}
