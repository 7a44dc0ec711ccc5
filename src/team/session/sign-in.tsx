import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useSearch } from 'wouter';
import { usePartText } from '../../app/part-text.ts';
import type { SignInWays } from '../../wire/accounts.ts';
import { COMPANY_REFUSALS } from '../../wire/refusal.ts';
import { Form } from '../forms/form.tsx';
import { PasswordEntry, TextEntry } from '../forms/fields.tsx';
import { useSending } from '../forms/use-sending.ts';
import { askCompany, signIn, signInDemo } from '../server/account-calls.ts';
import { FaultNote } from '../shell/fault.tsx';
import { Door } from './door.tsx';
import { canUsePasskeys, signInByPasskey } from './passkey.ts';
import { takeSession } from './session.ts';

/** Signs in, by every way that this server has. It stands in the place of the page that was asked for. */
export function SignIn({ ways }: { readonly ways: SignInWays }): JSX.Element {
  const { t } = usePartText('team');
  if (ways.needsSetup)
    return (
      <Door name={t('setup.waiting')} lead={t('setup.waitingText')}>
        <p class="quiet">{t('setup.waitingWhere')}</p>
      </Door>
    );
  return (
    <Door name={t('session.heading')} lead={t('session.lead')}>
      <CompanyRefusal />
      {ways.demo ? <DemoWay /> : null}
      <PasswordWay ways={ways} />
      <details class="aside">
        <summary>{t('session.forgot')}</summary>
        <p>{t('session.forgotText')}</p>
        <p>{t('session.forgotOwner')}</p>
      </details>
      <p class="quiet">{t('session.player')}</p>
    </Door>
  );
}

/** What the company's sign-in came back with, when it did not let somebody in. */
function CompanyRefusal(): JSX.Element | null {
  const { t } = usePartText('team');
  const refused = new URLSearchParams(useSearch()).get('refused');
  const known = COMPANY_REFUSALS.find((each) => each === refused);
  if (known === undefined) return null;
  return (
    <p class="fault" role="alert">
      {t(`session.company.${known}`)}
    </p>
  );
}

function DemoWay(): JSX.Element {
  const { t } = usePartText('team');
  const sending = useSending();
  return (
    <section class="demo">
      <p>{t('session.demoText')}</p>
      <button
        type="button"
        class="press press-main"
        onClick={() => void sending.send(async () => takeSession(await signInDemo()))}
      >
        {t('session.demo')}
      </button>
      {sending.fault === null ? null : <FaultNote reason={sending.fault} />}
    </section>
  );
}

function PasswordWay({ ways }: { readonly ways: SignInWays }): JSX.Element {
  const { t } = usePartText('team');
  const sending = useSending();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const byPasskey = async (): Promise<void> => {
    const answer = await signInByPasskey();
    if (answer !== null) takeSession(answer);
  };
  const byCompany = async (): Promise<void> => location.assign((await askCompany()).url);
  return (
    <Form
      sending={sending}
      button={t('session.signIn')}
      submit={async () => takeSession(await signIn({ email, password }))}
      others={
        <>
          {ways.passkeys && canUsePasskeys() ? (
            <button type="button" class="press" onClick={() => void sending.send(byPasskey)}>
              {t('session.byPasskey')}
            </button>
          ) : null}
          {ways.oidc === null ? null : (
            <button type="button" class="press" onClick={() => void sending.send(byCompany)}>
              {t('session.byCompany', { company: ways.oidc })}
            </button>
          )}
        </>
      }
    >
      <TextEntry
        label={t('session.email')}
        type="email"
        autocomplete="username webauthn"
        required
        max={254}
        value={email}
        change={setEmail}
      />
      <PasswordEntry
        label={t('session.password')}
        autocomplete="current-password"
        required
        value={password}
        change={setPassword}
      />
    </Form>
  );
}
