/** Asks somebody who is signed in to sign in once more, where the server wants a fresh sign-in, and then goes on. */
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
import { Refused } from '../server/ask.ts';
import { canUsePasskeys, signInByPasskey } from './passkey.ts';
import { session, takeSession } from './session.ts';

export interface Proof {
  /** Does it; where the server asks for a fresh sign-in, opens the dialog and does it after that. */
  readonly after: (work: () => Promise<void>) => Promise<void>;
  /** To be put on the page. */
  readonly dialog: JSX.Element | null;
}

export function useProof(who: SignedIn): Proof {
  const [work, setWork] = useState<(() => Promise<void>) | null>(null);
  return {
    async after(wanted) {
      try {
        await wanted();
      } catch (reason) {
        if (!(reason instanceof Refused) || reason.code !== 'notFresh') throw reason;
        setWork(() => wanted);
      }
    },
    dialog: work === null ? null : <Prove who={who} work={work} onClose={() => setWork(null)} />,
  };
}

function Prove(props: { readonly who: SignedIn; work(): Promise<void>; onClose(): void }): JSX.Element {
  const { t } = usePartText('team');
  const ways = useStore(session, (now) => (now.state === 'in' ? now.ways : null));
  const sending = useSending();
  const [password, setPassword] = useState('');
  const goOn = async (): Promise<void> => {
    await props.work();
    props.onClose();
  };
  const byPassword = async (): Promise<void> => {
    takeSession(await signIn({ email: props.who.email, password }));
    await goOn();
  };
  const byPasskey = async (): Promise<void> => {
    const answer = await signInByPasskey();
    if (answer === null) return;
    takeSession(answer);
    await goOn();
  };
  // Comes back to the first page; what was wanted is pressed again there.
  const byCompany = async (): Promise<void> => location.assign((await askCompany()).url);
  const company = ways?.oidc ?? null;
  return (
    <SheetDialog heading={t('prove.heading')} onClose={props.onClose}>
      <p>{t('prove.text')}</p>
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
