import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePartText } from '../../app/part-text.ts';
import type { SessionAnswer } from '../../wire/accounts.ts';
import { PasswordEntry, TextEntry } from '../forms/fields.tsx';
import { Form } from '../forms/form.tsx';
import { useSending } from '../forms/use-sending.ts';
import { takeSession } from './session.ts';

/** What a new owner or manager says of themselves. */
export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** A password shorter than this is taken, but a longer one is advised. */
const ADVISED = 15;

export function NewAccountForm(props: {
  readonly button: string;
  make(account: NewAccount): Promise<SessionAnswer>;
  done(): void;
}): JSX.Element {
  const { t } = usePartText('team');
  const sending = useSending();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const short = password.length > 0 && password.length < ADVISED;
  return (
    <Form
      sending={sending}
      button={props.button}
      submit={async () => {
        const answer = await props.make({ name, email, password });
        // The address first: whoever is signed in is shown the page of the address.
        props.done();
        takeSession(answer);
      }}
    >
      <TextEntry label={t('account.name')} autocomplete="name" required max={40} value={name} change={setName} />
      <TextEntry
        label={t('session.email')}
        note={t('account.emailNote')}
        type="email"
        autocomplete="username"
        required
        max={254}
        value={email}
        change={setEmail}
      />
      <PasswordEntry
        label={t('session.password')}
        note={short ? t('account.passwordShort') : t('account.passwordNote')}
        autocomplete="new-password"
        required
        value={password}
        change={setPassword}
      />
    </Form>
  );
}
