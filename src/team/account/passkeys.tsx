import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePartText } from '../../app/part-text.ts';
import type { SignedIn } from '../../wire/accounts.ts';
import { Confirm } from '../forms/confirm.tsx';
import { TextEntry } from '../forms/fields.tsx';
import { Form } from '../forms/form.tsx';
import { useSending } from '../forms/use-sending.ts';
import { dropPasskey } from '../server/account-calls.ts';
import { canUsePasskeys, makePasskey } from '../session/passkey.ts';
import { useProof } from '../session/prove.tsx';
import { askSession } from '../session/session.ts';
import { writeDay } from '../words/amounts.ts';

/** Passkeys of the account: make one, take one away. */
export function Passkeys({ who }: { readonly who: SignedIn }): JSX.Element {
  const { t } = usePartText('team');
  const sending = useSending();
  const proof = useProof(who);
  const [name, setName] = useState('');
  const [leaving, setLeaving] = useState<SignedIn['passkeys'][number] | null>(null);
  return (
    <section class="card">
      <h2>{t('account.passkeys')}</h2>
      <p>{t('account.passkeysText')}</p>
      {who.passkeys.length === 0 ? null : (
        <ul class="lines">
          {who.passkeys.map((key) => (
            <li key={key.id}>
              <span>
                <b>{key.name}</b> <span class="quiet">{t('account.since', { day: writeDay(key.createdAt) })}</span>
              </span>
              <button
                type="button"
                class="press press-quiet"
                aria-label={t('account.dropPasskey', { name: key.name })}
                onClick={() => setLeaving(key)}
              >
                {t('form.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {canUsePasskeys() ? (
        <Form
          sending={sending}
          button={t('account.makePasskey')}
          submit={() =>
            proof.after(async () => {
              if (!(await makePasskey(name))) return;
              setName('');
              await askSession();
            })
          }
        >
          <TextEntry
            label={t('account.passkeyName')}
            note={t('account.passkeyNameNote')}
            required
            max={40}
            value={name}
            change={setName}
          />
        </Form>
      ) : (
        <p class="quiet">{t('account.noPasskeys')}</p>
      )}
      {leaving === null ? null : (
        <Confirm
          heading={t('account.dropPasskey', { name: leaving.name })}
          text={t('account.dropPasskeyText')}
          button={t('form.remove')}
          work={() =>
            proof.after(async () => {
              await dropPasskey(leaving.id);
              await askSession();
            })
          }
          onClose={() => setLeaving(null)}
        />
      )}
      {proof.dialog}
    </section>
  );
}
