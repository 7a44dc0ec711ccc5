/** Whether a server has left this page's rules behind. Pure. */

/**
 * True when the server runs newer rules of an act, and the page's no more. A server that is older than the page is
 * another matter: it leaves newer runs with the device until it is renewed itself.
 *
 * @param own the page's version of the act's rules
 * @param theirs the versions that the server runs
 */
export function isBehind(own: number, theirs: readonly number[]): boolean {
  return theirs.length > 0 && !theirs.includes(own) && Math.max(...theirs) > own;
}
