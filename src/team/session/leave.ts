import { signOut } from '../server/account-calls.ts';
import { askSession } from './session.ts';

/** Signs out on this browser, whatever the server says: an answer that is lost leaves the question who is signed in. */
export async function leave(): Promise<void> {
  await signOut().catch(() => undefined);
  await askSession();
}
