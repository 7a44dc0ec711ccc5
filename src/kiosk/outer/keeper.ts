/**
 * Keeps the frame alive and knows what is over it. It binds the watchdog to the page: messages, time, the page's being
 * hidden. What is drawn follows from its store.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { welcomeUpdates } from '../../app/offline/whereabouts.ts';
import type { FromInside, Station } from '../messages/messages.ts';
import { hearInside, tellInside } from '../messages/post.ts';
import { beginWatch, watchOn, type Watch, type WatchEvent } from '../watchdog/watchdog.ts';
import { fillScreen } from './fill-screen.ts';

/** The curtain closes before the frame goes; milliseconds, as `curtain.css` has it. */
const CLOSING_MS = 700;
const LOOK_MS = 1000;
/** A visit that is being ended has this long until everything is put away; milliseconds. */
const END_MS = 8000;

/** Something over the frame that staff asked for. */
export type Over = 'pad' | 'sheet' | null;

export interface KeeperState {
  /** Goes up with each frame: a new number is a new frame. */
  readonly load: number;
  readonly station: Station;
  /** Whether the curtain is open. */
  readonly open: boolean;
  readonly over: Over;
  /** The frame could not be kept alive: staff are needed. */
  readonly fault: boolean;
  /** The last failure, for the staff's sheet. */
  readonly lastFailure: { readonly at: number; readonly reason: string } | null;
}

/** What nobody plays through: the curtain may stay closed. */
const BEHIND: ReadonlySet<Station> = new Set(['boot', 'reset']);

export class Keeper {
  readonly store: StoreApi<KeeperState> = createStore<KeeperState>(() => ({
    load: 0,
    station: 'boot',
    open: false,
    over: null,
    fault: false,
    lastFailure: null,
  }));
  readonly #frame: () => HTMLIFrameElement | null;
  #watch: Watch = beginWatch(performance.now());
  #isAway = false;
  #closing: ReturnType<typeof setTimeout> | undefined;
  #ending: ReturnType<typeof setTimeout> | undefined;

  constructor(frame: () => HTMLIFrameElement | null) {
    this.#frame = frame;
  }

  /** Begins to listen and to look. Returns the way to stop. */
  start(): () => void {
    this.#feed('loading');
    const deafen = hearInside(this.#frame, (message) => this.#hear(message));
    const looking = setInterval(() => this.#feed('look'), LOOK_MS);
    const see = (): void => this.#goAway();
    document.addEventListener('visibilitychange', see);
    see();
    this.#tellUpdates();
    return () => {
      deafen();
      clearInterval(looking);
      clearTimeout(this.#closing);
      clearTimeout(this.#ending);
      document.removeEventListener('visibilitychange', see);
    };
  }

  /** Staff want the pad. Asked twice, or while their sheet is there, it changes nothing. */
  wish(): void {
    if (this.store.getState().over === null) this.lay('pad');
  }

  /** Lays something over the frame, or takes it away. */
  lay(over: Over): void {
    this.store.setState({ over });
    tellInside(this.#frame(), { kiosk: over === null ? 'goOn' : 'hold' });
    this.#goAway();
    this.#tellUpdates();
    if (over === null) this.focusFrame();
  }

  /** Staff end the visit. The frame puts everything away and asks for a new one; it is not waited for for long. */
  endVisit(): void {
    this.lay(null);
    tellInside(this.#frame(), { kiosk: 'end' });
    // Where nobody is there is nothing to end, and the next visitor may come before the time is over.
    const { station } = this.store.getState();
    if (station !== 'attract' && station !== 'boot') this.#endSoon();
  }

  /** Loads the frame anew behind the closed curtain; after a fault, too. */
  loadAnew(): void {
    this.#watch = beginWatch(performance.now());
    this.store.setState({ fault: false });
    this.#closeAndLoad();
  }

  /** Keys go to the game. */
  focusFrame(): void {
    if (this.store.getState().over === null) this.#frame()?.contentWindow?.focus();
  }

  #hear(message: FromInside): void {
    switch (message.kiosk) {
      case 'beat':
        this.#feed('beat');
        return this.#arrive(message.station);
      case 'station':
        return this.#arrive(message.station);
      case 'again':
        return this.#closeAndLoad();
      case 'touched':
        return fillScreen();
      case 'staff':
        return this.wish();
      case 'failed':
        this.#note(message.reason);
        return this.#feed('failed');
    }
  }

  #arrive(station: Station): void {
    const before = this.store.getState();
    // What was said before the curtain closed for a new frame is no news.
    if (this.#closing !== undefined || (station === before.station && before.open)) return;
    const open = before.open || !BEHIND.has(station);
    this.store.setState({ station, open });
    // A frame that came while something lay over it has not heard of it.
    if (before.over !== null) tellInside(this.#frame(), { kiosk: 'hold' });
    if (open && !before.open) this.focusFrame();
    // The frame goes on beating while it puts away, so the watchdog would wait for a disk that does not answer for ever.
    if (station === 'reset') this.#endSoon();
    this.#tellUpdates();
  }

  /** From here on there is no way but a new frame: it comes when this one asks for it, or when its time is over. */
  #endSoon(): void {
    clearTimeout(this.#ending);
    this.#ending = setTimeout(() => this.#closeAndLoad(), END_MS);
  }

  #closeAndLoad(): void {
    clearTimeout(this.#closing);
    clearTimeout(this.#ending);
    const wasOpen = this.store.getState().open;
    this.store.setState({ open: false, station: 'reset' });
    this.#tellUpdates();
    this.#closing = setTimeout(
      () => {
        this.#closing = undefined;
        this.#feed('loading');
        if (this.#isAway) this.#feed('away');
        this.store.setState(({ load }) => ({ load: load + 1, station: 'boot' }));
      },
      wasOpen ? CLOSING_MS : 0,
    );
  }

  #feed(event: WatchEvent): void {
    const { watch, order } = watchOn(this.#watch, event, performance.now());
    this.#watch = watch;
    if (order === null) return;
    if (order === 'restart') location.reload();
    else if (order === 'load') {
      if (event === 'look') this.#note('silent');
      this.#closeAndLoad();
    } else {
      this.store.setState({ fault: true, open: false });
      this.#tellUpdates();
    }
  }

  #note(reason: string): void {
    this.store.setState({ lastFailure: { at: Date.now(), reason } });
  }

  #goAway(): void {
    const isAway = document.hidden || this.store.getState().over !== null;
    if (isAway === this.#isAway) return;
    this.#isAway = isAway;
    this.#feed(isAway ? 'away' : 'back');
  }

  /** A new version may come where nobody plays; a fault may be mended by one. */
  #tellUpdates(): void {
    const { station, over, open, fault } = this.store.getState();
    welcomeUpdates(fault || (over === null && open && station === 'attract'));
  }
}
