/** The shortest thing that can be a token. */
const SHORTEST = 20;

/** The token of a one-time link: it stands in the fragment, which browsers send to nobody. Null without one. */
export function readToken(hash: string): string | null {
  const token = hash.replace(/^#/, '');
  return token.length < SHORTEST ? null : token;
}
