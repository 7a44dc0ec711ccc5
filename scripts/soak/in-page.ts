/**
 * What is put into every page before its own code: a faster clock, a clock that can be set wrong, a way to be hidden, and
 * counters of what a garbage collector cannot show. Each function is sent to the page as it stands, so it may use nothing
 * from outside itself.
 */

import type { VisitRow } from '../../src/kiosk/outbox/database.ts';
import type { Visit } from '../../src/wire/kiosk.ts';

/** What the soak finds in the outermost page. */
export interface SoakHooks {
  /** Milliseconds by which the wall clock is wrong. */
  shift: number;
  hidden: boolean;
  /** Drawing contexts and canvases that were ever made, as far as they still live. */
  readonly contexts: Set<WeakRef<WebGLRenderingContext>>;
  readonly canvases: Set<WeakRef<HTMLCanvasElement>>;
  /** Live textures of the frame of the moment. */
  textures: number;
  /** Milliseconds between frames of the frame of the moment, the last few hundred. */
  readonly frames: number[];
}

declare global {
  interface Window {
    soak?: SoakHooks;
    /** Bound by the soak: tells it what happened, at the moment it happened. */
    soakHeard?: (told: SoakNews) => Promise<void>;
  }
}

export type SoakNews =
  | { readonly what: 'station'; readonly station: string }
  | { readonly what: 'message'; readonly kiosk: string; readonly reason?: string }
  | { readonly what: 'loaded'; readonly path: string }
  /** The database has said that these visits are on the medium. */
  | { readonly what: 'kept'; readonly visits: readonly Visit[] };

/** Runs in every frame, first of all. `speed` multiplies the inner page's own clock. */
export function layHooks(given: { readonly speed: number; readonly database: string }): void {
  const isOuter = window === top;
  if (isOuter)
    window.soak = { shift: 0, hidden: false, contexts: new Set(), canvases: new Set(), textures: 0, frames: [] };
  // Anything else in a frame is the browser's own page for what could not be loaded.
  if (!/^https?:$/.test(location.protocol) || !location.pathname.startsWith('/kiosk')) return;
  const hooks = top?.soak;
  if (hooks === undefined) return;
  // Through the outer page: what a frame says on its last breath is lost on the way, and it goes after each visitor.
  const hear = (told: SoakNews): void => void top?.soakHeard?.(told);
  hear({ what: 'loaded', path: location.pathname });
  const KEPT_FRAMES = 600;

  shiftClock();
  hideAtWill();
  countGraphics();
  watchKept();
  if (isOuter) hearMessages();
  else {
    hooks.textures = 0;
    speedUp(given.speed);
  }

  /** The wall clock alone: `performance.now` cannot jump. */
  function shiftClock(): void {
    const Real = Date;
    const now = (): number => Real.now() + (hooks?.shift ?? 0);
    window.Date = new Proxy(Real, {
      construct: (target, values: unknown[], made) =>
        Reflect.construct(target, values.length === 0 ? [now()] : values, made) as Date,
      apply: () => new Real(now()).toString(),
      get: (target, name, self) => (name === 'now' ? now : (Reflect.get(target, name, self) as unknown)),
    });
  }

  /** A hidden page draws no frames. */
  function hideAtWill(): void {
    const isHidden = (): boolean => hooks?.hidden === true;
    Object.defineProperty(document, 'hidden', { get: isHidden });
    Object.defineProperty(document, 'visibilityState', { get: () => (isHidden() ? 'hidden' : 'visible') });
    const ask = window.requestAnimationFrame.bind(window);
    const cancel = window.cancelAnimationFrame.bind(window);
    const held = new Map<number, number>();
    let next = 1;
    let last = 0;
    window.requestAnimationFrame = (callback) => {
      const id = next++;
      const wait = (): void => {
        held.set(
          id,
          ask((at) => {
            if (isHidden()) return wait();
            held.delete(id);
            if (!isOuter && hooks !== undefined && at > last) {
              if (last > 0) hooks.frames.push(at - last);
              if (hooks.frames.length > KEPT_FRAMES) hooks.frames.splice(0, hooks.frames.length - KEPT_FRAMES);
              last = at;
            }
            callback(performance.now());
          }),
        );
      };
      wait();
      return id;
    };
    window.cancelAnimationFrame = (id) => {
      cancel(held.get(id) ?? 0);
      held.delete(id);
    };
  }

  function countGraphics(): void {
    // The outer page's own kind of reference: one made here would keep this whole frame alive from out there.
    const Ref = (top as (Window & { readonly WeakRef: WeakRefConstructor }) | null)?.WeakRef ?? WeakRef;
    const make = Document.prototype.createElement;
    Document.prototype.createElement = function (this: Document, ...values: Parameters<typeof make>) {
      const element = make.apply(this, values);
      if (element instanceof HTMLCanvasElement) hooks?.canvases.add(new Ref(element));
      return element;
    };
    const ask = HTMLCanvasElement.prototype.getContext;
    const known = new WeakSet<object>();
    const take = function (this: HTMLCanvasElement, ...values: [kind: string, options?: unknown]): unknown {
      const context = Reflect.apply(ask, this, values) as object | null;
      if (context === null || !/webgl/.test(values[0]) || known.has(context)) return context;
      known.add(context);
      hooks?.contexts.add(new Ref(context as WebGLRenderingContext));
      countTextures(context as WebGLRenderingContext, this);
      return context;
    };
    Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', { value: take });
  }

  /** A context that was lost has no textures any more, whoever deletes them later. */
  function countTextures(context: WebGLRenderingContext, canvas: HTMLCanvasElement): void {
    let live = new WeakSet<WebGLTexture>();
    let count = 0;
    const create = context.createTexture.bind(context);
    const remove = context.deleteTexture.bind(context);
    const tell = (change: number): void => {
      count += change;
      if (hooks !== undefined) hooks.textures += change;
    };
    context.createTexture = () => {
      const texture = create();
      if (texture !== null) {
        live.add(texture);
        tell(1);
      }
      return texture;
    };
    context.deleteTexture = (texture) => {
      if (texture !== null && live.delete(texture)) tell(-1);
      remove(texture);
    };
    canvas.addEventListener('webglcontextlost', () => {
      tell(-count);
      live = new WeakSet();
    });
  }

  /** Tells of a visit in the moment in which the medium has it, so that a power cut right after it can be held against it. */
  function watchKept(): void {
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...values: Parameters<typeof begin>) {
      const transaction = begin.apply(this, values);
      const stores = [...transaction.objectStoreNames];
      if (this.name !== given.database || transaction.mode !== 'readwrite' || !stores.includes('visits'))
        return transaction;
      const visits: Visit[] = [];
      const open = transaction.objectStore.bind(transaction);
      transaction.objectStore = (name) => {
        const store = open(name);
        if (name !== 'visits') return store;
        const put = store.put.bind(store);
        store.put = (value: VisitRow, key?: IDBValidKey) => {
          if (value.state === 'open') visits.push(value.visit);
          return key === undefined ? put(value) : put(value, key);
        };
        return store;
      };
      transaction.addEventListener('complete', () => {
        if (visits.length > 0) hear({ what: 'kept', visits });
      });
      return transaction;
    };
  }

  function hearMessages(): void {
    addEventListener('message', ({ data }: MessageEvent<Record<string, string> | null>) => {
      const { kiosk, station, reason } = data ?? {};
      if (kiosk === 'station' && station !== undefined) hear({ what: 'station', station });
      else if (kiosk === 'again' || kiosk === 'failed' || kiosk === 'staff')
        hear({ what: 'message', kiosk, ...(reason === undefined ? {} : { reason }) });
    });
  }

  /** Timers, frames' times and `performance.now` go faster; the wall clock, the line, the disk and the drawing do not. */
  function speedUp(speed: number): void {
    if (speed === 1) return;
    const real = performance.now.bind(performance);
    performance.now = () => real() * speed;
    const later = window.setTimeout.bind(window);
    const often = window.setInterval.bind(window);
    window.setTimeout = ((work: TimerHandler, ms = 0, ...values: unknown[]) =>
      later(work, ms / speed, ...values)) as typeof setTimeout;
    window.setInterval = ((work: TimerHandler, ms = 0, ...values: unknown[]) =>
      often(work, ms / speed, ...values)) as typeof setInterval;
  }
}
