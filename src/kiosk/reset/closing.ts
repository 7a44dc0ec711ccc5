/** What has to be closed when a visitor goes, whoever opened it: stages, voices, timers. */

export interface Closing {
  /** Adds something to close. Returns the way to say that it was closed otherwise. */
  add(close: () => void): () => void;
  /** Closes everything, the newest first; what fails to close is reported and does not keep the rest open. */
  closeAll(): void;
  readonly size: number;
}

export function listClosing(report: (reason: unknown) => void = reportError): Closing {
  const open = new Set<() => void>();
  return {
    add(close) {
      // A function of its own, so that the same one can be added twice.
      const own = (): void => close();
      open.add(own);
      return () => void open.delete(own);
    },
    closeAll() {
      for (const close of [...open].reverse()) {
        open.delete(close);
        try {
          close();
        } catch (reason) {
          report(reason);
        }
      }
    },
    get size() {
      return open.size;
    },
  };
}
