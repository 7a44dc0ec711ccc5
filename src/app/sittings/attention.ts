/** How long a question has been looked at: a window in the background, or a closed one, does not count. */

export interface Attention {
  /** Milliseconds since it began, without those in which the page was hidden. */
  read(): number;
  /** Begins anew. */
  restart(): void;
  stop(): void;
}

export function payAttention(): Attention {
  let gathered = 0;
  let since: number | null = document.hidden ? null : performance.now();
  const turn = (): void => {
    if (document.hidden) {
      gathered += since === null ? 0 : performance.now() - since;
      since = null;
    } else {
      since ??= performance.now();
    }
  };
  document.addEventListener('visibilitychange', turn);
  return {
    read: () => Math.round(gathered + (since === null ? 0 : performance.now() - since)),
    restart() {
      gathered = 0;
      since = document.hidden ? null : performance.now();
    },
    stop: () => document.removeEventListener('visibilitychange', turn),
  };
}
