import type { JSX } from 'preact';

/** Password keepers look for the name beside the password; nobody else sees or hears it. */
export function UserName({ email }: { readonly email: string }): JSX.Element {
  return (
    <input type="text" class="unseen" autocomplete="username" value={email} readOnly tabIndex={-1} aria-hidden="true" />
  );
}
