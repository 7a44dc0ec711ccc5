/** Who is signed in on this browser. The one place that knows; every page looks here. */
import { createStore } from 'zustand/vanilla';
import type { SessionAnswer, SignedIn, SignInWays } from '../../wire/accounts.ts';
import { askWho } from '../server/account-calls.ts';
import { faultOf, whenSignedOut, type Refused } from '../server/ask.ts';

export type Session =
  | { readonly state: 'asking' }
  | { readonly state: 'lost'; readonly reason: Refused }
  | { readonly state: 'out'; readonly ways: SignInWays }
  | { readonly state: 'in'; readonly who: SignedIn; readonly ways: SignInWays }
  /** Whoever was here has been signed out meanwhile; their page waits as it is until they sign in again. */
  | { readonly state: 'ended'; readonly who: SignedIn; readonly ways: SignInWays };

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

/** Gives up waiting for whoever was here: the sign-in stands in the place of their page. */
export function forgetWhoWasHere(): void {
  const now = session.getState();
  if (now.state === 'ended') session.setState({ state: 'out', ways: now.ways }, true);
}

/** What stands on the page of somebody who was signed out is theirs, and may have taken them a while. */
async function noticeEnd(who: SignedIn): Promise<void> {
  try {
    const answer = await askWho();
    // Whoever tries the demonstration has no password to be asked for.
    if (answer.signedIn === null && !answer.ways.demo)
      session.setState({ state: 'ended', who, ways: answer.ways }, true);
    else takeSession(answer);
  } catch (reason) {
    session.setState({ state: 'lost', reason: faultOf(reason) }, true);
  }
}

// A session that ended elsewhere, or by itself, is noticed by whichever page asks first.
whenSignedOut(() => {
  const now = session.getState();
  if (now.state === 'in') void noticeEnd(now.who);
});
