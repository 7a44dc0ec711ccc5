/** Collects what must be given back at the end of a showing, so that a hundred showings leave nothing behind. */
export class Disposer {
  #undo: (() => void)[] = [];

  add(undo: () => void): void {
    this.#undo.push(undo);
  }

  /** Listens until disposed. */
  listen<K extends keyof WindowEventMap>(
    target: Window,
    type: K,
    heard: (event: WindowEventMap[K]) => void,
    options?: AddEventListenerOptions,
  ): void;
  listen<K extends keyof DocumentEventMap>(
    target: Document,
    type: K,
    heard: (event: DocumentEventMap[K]) => void,
    options?: AddEventListenerOptions,
  ): void;
  listen<K extends keyof HTMLElementEventMap>(
    target: HTMLElement,
    type: K,
    heard: (event: HTMLElementEventMap[K]) => void,
    options?: AddEventListenerOptions,
  ): void;
  listen(target: EventTarget, type: string, heard: (event: never) => void, options?: AddEventListenerOptions): void {
    const listener = heard as EventListener;
    target.addEventListener(type, listener, options);
    this.#undo.push(() => target.removeEventListener(type, listener, options));
  }

  /** Undoes everything, last first. May be called more than once. */
  dispose(): void {
    const undo = this.#undo;
    this.#undo = [];
    for (let i = undo.length - 1; i >= 0; i--) undo[i]?.();
  }
}
