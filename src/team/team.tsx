/** The managers' pages: `/team` and all below it. Paper and ink; no theatre. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Route, Router, Switch } from 'wouter';
import { useStore } from 'zustand';
import { useParts, usePartText } from '../app/part-text.ts';
import { wearTypedNames } from '../app/typed-names.ts';
import { Guard } from '../app/ui/guard.tsx';
import { Book } from './book.tsx';
import { ROUTES } from './routes.ts';
import { Invitation } from './session/invitation.tsx';
import { askSession, session } from './session/session.ts';
import { Setup } from './session/setup.tsx';
import { SignInAgain } from './session/sign-in-again.tsx';
import { SignIn } from './session/sign-in.tsx';
import { FaultNote } from './shell/fault.tsx';
import './styles/index.css';

/** Nothing sounds here. */
export const quiet = true;

// The style sheet knows the managers' pages by this; the theatre's colours stay outside.
document.documentElement.dataset['screen'] = 'team';
wearTypedNames();

function WhoeverIsHere(): JSX.Element {
  const { t } = usePartText('team');
  const now = useStore(session);
  useEffect(() => {
    if (session.getState().state === 'asking') void askSession();
  }, []);
  switch (now.state) {
    case 'asking':
      return <p class="coming coming-page">{t('shell.coming')}</p>;
    case 'lost':
      return (
        <main class="door-sheet leaf" id="page">
          <h1>{t('name')}</h1>
          <FaultNote reason={now.reason} retry={() => void askSession()} />
        </main>
      );
    case 'out':
      return <SignIn ways={now.ways} />;
    case 'in':
    case 'ended':
      return (
        <>
          <Book key={now.who.id} who={now.who} away={now.state === 'ended'} />
          {now.state === 'ended' ? <SignInAgain who={now.who} /> : null}
        </>
      );
  }
}

export default function Team(): JSX.Element | null {
  const arriving = useParts('team', 'server');
  if (arriving.state === 'lost') throw arriving.reason;
  if (arriving.state === 'coming') return null;
  return (
    <Guard>
      <Router>
        <Switch>
          <Route path={ROUTES.setup}>
            <Setup />
          </Route>
          <Route path={ROUTES.invitation}>
            <Invitation />
          </Route>
          <Route>
            <WhoeverIsHere />
          </Route>
        </Switch>
      </Router>
    </Guard>
  );
}
