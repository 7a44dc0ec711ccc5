import { useState } from 'preact/hooks';
import { readToken } from './read-token.ts';

/**
 * Takes the token out of the address: kept in this page's memory, gone from the bar and the history, so that neither a
 * shoulder nor a shared machine has it. A reload needs the link again.
 */
export function useToken(): string | null {
  const [token] = useState(() => {
    const found = readToken(location.hash);
    if (found !== null) history.replaceState(history.state, '', location.pathname + location.search);
    return found;
  });
  return token;
}
