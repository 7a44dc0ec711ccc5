import { Refusal } from '../../routing/refusal.ts';
import { isCommon } from './common.ts';

/** Characters that must be left once the words that everybody can guess here are taken out. */
const LEAST_OWN = 5;
/** Shorter words of a name or an address stand in too many good passwords. */
const LEAST_WORD = 4;
const OF_THE_HOUSE = ['marshalsbaton', 'marshal', 'baton', 'password', 'manager'];

/** Whose password it is to be: what others know of them must not make it up. */
export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
}

/**
 * Refuses a password that somebody would try first: one of the most common (also with digits or signs hung on), or one
 * that is little more than the game's name, the person's name or their address. Otherwise any characters will do, in
 * any mixture, and the password is taken exactly as it was typed (ASVS 5.0, 6.2).
 *
 * @throws Refusal `weakPassword`; its detail is `common` or `guessable`
 */
export function refuseWeak(password: string, owner: PasswordOwner): void {
  const bare = password.replace(/[^\p{L}]+$/u, '');
  if (isCommon(password) || (bare.length >= 8 && isCommon(bare))) throw new Refusal('weakPassword', 'common');
  if (new Set(password).size < 3) throw new Refusal('weakPassword', 'common');
  let rest = plain(password);
  for (const word of guessableWords(owner)) rest = rest.replaceAll(word, '');
  if (rest !== plain(password) && rest.length < LEAST_OWN) throw new Refusal('weakPassword', 'guessable');
}

function guessableWords({ name, email }: PasswordOwner): readonly string[] {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  const words = [local, ...local.split(/[^\p{L}\p{N}]+/u), ...domain.split('.'), name, ...name.split(/\s+/)].map(plain);
  // The longest first: taking `baton` out of `marshalsbaton` would leave a rest that looks like the person's own.
  return [...words.filter((word) => word.length >= LEAST_WORD), ...OF_THE_HOUSE].toSorted(
    (a, b) => b.length - a.length,
  );
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
