/**
 * News for open pages, as server-sent events (WHATWG HTML §9.2): `change` says what to read again, `ready` that from
 * here on nothing is missed. News is not kept: after a break the page gets `ready` again and reads everything anew, so
 * whatever it sends as `Last-Event-ID` makes no difference.
 */
import type { LiveChange } from '../../wire/team.ts';
import type { Grounds } from '../grounds.ts';
import { Refusal } from '../routing/refusal.ts';
import type { Call, Caller } from '../routing/route.ts';
import { teamOf } from './filters.ts';
import { mayStillWatch } from './live-rights.ts';

export interface LiveSettings {
  /** Milliseconds between two signs of life; a proxy closes what is silent for a minute. */
  readonly heartbeatMs: number;
  /** News of so many milliseconds goes out together, each kind about each person once: a class ends an act at once. */
  readonly gatherMs: number;
  /** Open connections of one account on this server: some pages in some browsers. */
  readonly mostOfAccount: number;
  /** Open connections on this server, so that they cannot use up its sockets. */
  readonly mostInAll: number;
}

export const LIVE_SETTINGS: LiveSettings = {
  heartbeatMs: 20_000,
  gatherMs: 400,
  mostOfAccount: 8,
  mostInAll: 2000,
};

/** Shortest and longest time after which a browser tries again, in milliseconds: not all at once after a restart. */
const RETRY_LEAST = 2000;
const RETRY_MOST = 6000;
/** A reader that leaves so many messages unread has gone to sleep; it will read everything when it comes back. */
const MOST_UNREAD = 100;

/** The open connections of one server. */
class LiveRoom {
  readonly #open = new Map<() => void, string>();

  /** Makes room for one more connection. @throws Refusal `tooMany` */
  enter(account: string, close: () => void, { mostOfAccount, mostInAll }: LiveSettings): void {
    const own = [...this.#open.values()].filter((each) => each === account).length;
    if (own >= mostOfAccount || this.#open.size >= mostInAll)
      throw new Refusal('tooMany', 'too many pages are open', RETRY_MOST / 1000);
    this.#open.set(close, account);
  }

  leave(close: () => void): void {
    this.#open.delete(close);
  }

  closeAll(): void {
    for (const close of this.#open.keys()) close();
  }

  get size(): number {
    return this.#open.size;
  }
}

const rooms = new WeakMap<Grounds, LiveRoom>();

function roomOf(grounds: Grounds): LiveRoom {
  const room = rooms.get(grounds) ?? new LiveRoom();
  rooms.set(grounds, room);
  return room;
}

/** Ends all live connections: when the server is about to stop, they would keep it waiting. */
export function closeLive(grounds: Grounds): void {
  roomOf(grounds).closeAll();
}

/** Open live connections of this server. */
export function countLive(grounds: Grounds): number {
  return roomOf(grounds).size;
}

/** Answers `GET /api/teams/:team/live`. @throws Refusal `notAllowed`, `tooMany` */
export function openLive(call: Call, settings: LiveSettings = LIVE_SETTINGS): Response {
  const { grounds, caller, request } = call;
  if (caller.role !== 'manager' && caller.role !== 'owner') throw new Refusal('notAllowed');
  const connection = new LiveConnection(grounds, caller, teamOf(call), settings);
  const body = connection.open(request.signal);
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      // Some proxies hold answers back until they are whole.
      'X-Accel-Buffering': 'no',
    },
  });
}

type Watcher = Extract<Caller, { role: 'manager' | 'owner' }>;

class LiveConnection {
  readonly #grounds: Grounds;
  readonly #caller: Watcher;
  readonly #team: string;
  readonly #settings: LiveSettings;
  readonly #encoder = new TextEncoder();
  readonly #gathered = new Map<string, LiveChange>();
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  #stopWatching: (() => void) | null = null;
  #heartbeat: NodeJS.Timeout | undefined;
  #sending: NodeJS.Timeout | undefined;

  constructor(grounds: Grounds, caller: Watcher, team: string, settings: LiveSettings) {
    this.#grounds = grounds;
    this.#caller = caller;
    this.#team = team;
    this.#settings = settings;
  }

  /** Begins to listen, and gives what the browser reads. `gone` tells that it went away. */
  open(gone: AbortSignal): ReadableStream<Uint8Array> {
    roomOf(this.#grounds).enter(this.#caller.account, this.close, this.#settings);
    gone.addEventListener('abort', this.close, { once: true });
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
          this.#stopWatching = this.#grounds.changes.watch(this.#team, this.#hear);
          this.#heartbeat = setInterval(() => void this.#beat(), this.#settings.heartbeatMs);
          const retry = RETRY_LEAST + Math.floor(Math.random() * (RETRY_MOST - RETRY_LEAST));
          this.#send(`retry: ${retry}\nevent: ready\ndata: {}\n\n`);
          if (gone.aborted) this.close();
        },
        cancel: this.close,
      },
      { highWaterMark: MOST_UNREAD },
    );
  }

  readonly close = (): void => {
    clearInterval(this.#heartbeat);
    clearTimeout(this.#sending);
    this.#stopWatching?.();
    this.#stopWatching = null;
    roomOf(this.#grounds).leave(this.close);
    const controller = this.#controller;
    this.#controller = null;
    try {
      controller?.close();
    } catch {
      // The browser has closed it already.
    }
  };

  readonly #hear = (change: LiveChange): void => {
    this.#gathered.set(`${change.player} ${change.what}`, change);
    this.#sending ??= setTimeout(this.#deal, this.#settings.gatherMs);
  };

  readonly #deal = (): void => {
    this.#sending = undefined;
    const changes = [...this.#gathered.values()];
    this.#gathered.clear();
    this.#send(changes.map((change) => `event: change\ndata: ${JSON.stringify(change)}\n\n`).join(''));
  };

  /** A sign of life, if the one who watches still may: sessions end and teams are taken away while a page is open. */
  async #beat(): Promise<void> {
    try {
      if (!(await mayStillWatch(this.#grounds, this.#caller, this.#team))) return this.close();
      this.#send(': still here\n\n');
    } catch (error) {
      // The database does not answer: the page tries again by itself, and is checked then.
      this.#grounds.log.warn({ err: error }, 'a live view could not be checked');
      this.close();
    }
  }

  #send(text: string): void {
    const controller = this.#controller;
    if (controller === null) return;
    if ((controller.desiredSize ?? 0) <= 0) return this.close();
    controller.enqueue(this.#encoder.encode(text));
  }
}
