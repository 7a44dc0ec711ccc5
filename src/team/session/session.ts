/** Who is signed in on this browser. The one place that knows; every page looks here. */
import { createStore } from 'zustand/vanilla';
import type { SessionAnswer, SignedIn, SignInWays } from '../../wire/accounts.ts';
import { askWho } from '../server/account-calls.ts';
import { faultOf, whenSignedOut, type Refused } from '../server/ask.ts';

export type Session =
  | { readonly state: 'asking' }
  | { readonly state: 'lost'; readonly reason: Refused }
  | { readonly state: 'out'; readonly ways: SignInWays }
  | { readonly state: 'in'; readonly who: SignedIn; readonly ways: SignInWays };

export const session = createStore<Session>(() => ({ state: 'asking' }));

/** Takes what the server says of who is signed in. */
export function takeSession({ signedIn, ways }: SessionAnswer): void {
  session.setState(signedIn === null ? { state: 'out', ways } : { state: 'in', who: signedIn, ways }, true);
}

/** Asks the server who is signed in, again after everything that may have changed it. Never rejects. */
export async function askSession(): Promise<void> {
  try {
    takeSession(await askWho());
  } catch (reason) {
    session.setState({ state: 'lost', reason: faultOf(reason) }, true);
  }
}

// A session that ended elsewhere is noticed by whichever page asks first; the sign-in then stands in its place.
whenSignedOut(() => {
  if (session.getState().state === 'in') void askSession();
});
