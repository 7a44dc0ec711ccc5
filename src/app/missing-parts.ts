/**
 * Parts of the program that did not arrive. Chromium remembers in its module map that a module did not come, and never
 * asks for it again in this page's life (WHATWG HTML issue 6768): then only loading the page anew brings it.
 */
let isMissing = false;
addEventListener('vite:preloadError', () => {
  isMissing = true;
});

/** Whether this page lacks a part that would come if the page were loaded anew: the network is back. */
export async function wouldComeAnew(): Promise<boolean> {
  if (!isMissing) return false;
  // Any answer will do; without a network this page, as far as it came, is better than none.
  return fetch(location.pathname, { method: 'HEAD', cache: 'no-store' }).then(
    () => true,
    () => false,
  );
}
