import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useStore } from 'zustand';
import { usePartText } from '../../app/part-text.ts';
import type { SignedIn } from '../../wire/accounts.ts';
import { PasswordEntry } from '../forms/fields.tsx';
import { Form } from '../forms/form.tsx';
import { SheetDialog } from '../forms/sheet-dialog.tsx';
import { UserName } from '../forms/user-name.tsx';
import { useSending } from '../forms/use-sending.ts';
import { askCompany, signIn } from '../server/account-calls.ts';
import { canUsePasskeys, signInByPasskey } from './passkey.ts';
import { session, takeSession } from './session.ts';

/** Somebody whom the page knows signs in once more, above it. */
export function SignInDialog(props: {
  readonly who: SignedIn;
  readonly heading: string;
  readonly text: string;
  /** What follows the sign-in. What it throws is told in the dialog. */
  goOn(): Promise<void>;
  onClose(): void;
}): JSX.Element {
  const { t } = usePartText('team');
  const ways = useStore(session, (now) => (now.state === 'in' || now.state === 'ended' ? now.ways : null));
  const sending = useSending();
  const [password, setPassword] = useState('');
  const byPassword = async (): Promise<void> => {
    takeSession(await signIn({ email: props.who.email, password }));
    await props.goOn();
  };
  const byPasskey = async (): Promise<void> => {
    const answer = await signInByPasskey();
    if (answer === null) return;
    takeSession(answer);
    await props.goOn();
  };
  // Comes back to the first page; what was wanted is pressed again there.
  const byCompany = async (): Promise<void> => location.assign((await askCompany()).url);
  const company = ways?.oidc ?? null;
  return (
    <SheetDialog heading={props.heading} onClose={props.onClose}>
      <p>{props.text}</p>
      <Form
        sending={sending}
        button={t('prove.goOn')}
        submit={byPassword}
        others={
          <>
            {props.who.passkeys.length > 0 && canUsePasskeys() ? (
              <button type="button" class="press" onClick={() => void sending.send(byPasskey)}>
                {t('session.byPasskey')}
              </button>
            ) : null}
            {company === null ? null : (
              <button type="button" class="press" onClick={() => void sending.send(byCompany)}>
                {t('session.byCompany', { company })}
              </button>
            )}
            <button type="button" class="press" onClick={props.onClose}>
              {t('form.cancel')}
            </button>
          </>
        }
      >
        <UserName email={props.who.email} />
        <PasswordEntry
          label={t('session.password')}
          autocomplete="current-password"
          required
          value={password}
          change={setPassword}
        />
      </Form>
    </SheetDialog>
  );
}
