/** Asks somebody who is signed in to sign in once more, where the server wants a fresh sign-in, and then goes on. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePartText } from '../../app/part-text.ts';
import type { SignedIn } from '../../wire/accounts.ts';
import { Refused } from '../server/ask.ts';
import { SignInDialog } from './sign-in-dialog.tsx';

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
  return (
    <SignInDialog
      who={props.who}
      heading={t('prove.heading')}
      text={t('prove.text')}
      goOn={async () => {
        await props.work();
        props.onClose();
      }}
      onClose={props.onClose}
    />
  );
}
