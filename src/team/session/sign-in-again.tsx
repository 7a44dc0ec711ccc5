import type { JSX } from 'preact';
import { usePartText } from '../../app/part-text.ts';
import type { SignedIn } from '../../wire/accounts.ts';
import { readAgain } from '../server/live.ts';
import { forgetWhoWasHere } from './session.ts';
import { SignInDialog } from './sign-in-dialog.tsx';

/** Above the page of somebody who was signed out meanwhile: they sign in, and go on with what they had begun. */
export function SignInAgain({ who }: { readonly who: SignedIn }): JSX.Element {
  const { t } = usePartText('team');
  return (
    <SignInDialog
      who={who}
      heading={t('session.ended')}
      text={t('session.endedText', { email: who.email })}
      goOn={async () => readAgain()}
      onClose={forgetWhoWasHere}
    />
  );
}
