import { afterEach, expect, it } from 'vitest';
import { watchBoard, type BoardSurroundings, type WatchedBoard } from '../../src/kiosk/board/watch-board.ts';
import type { Board } from '../../src/wire/kiosk.ts';
import { TextStore, until } from '../player/device.ts';

const TOKEN = 'A'.repeat(43);
const BOARD: Board = {
  event: 'e',
  name: 'The fair',
  acts: {
    pond: [{ visit: 'v', name: { language: 'en', first: 0, second: 0 }, act: 'pond', score: 5, place: 1, at: 1 }],
  },
  visitors: { pond: 1 },
};

class Hall {
  readonly texts = new TextStore();
  readonly page = new EventTarget();
  readonly asked: { readonly path: string; readonly authorization: string | null }[] = [];
  readonly pauses: number[] = [];
  #goOn: (() => void) | undefined;
  clock = 1000;
  answer: () => Promise<Response> = () => Promise.resolve(jsonOf(BOARD));
  watched: WatchedBoard | undefined;

  open(token = TOKEN): WatchedBoard {
    const surroundings: BoardSurroundings = {
      fetch: (path, init) => {
        this.asked.push({ path, authorization: new Headers(init.headers).get('authorization') });
        return this.answer();
      },
      page: this.page,
      texts: this.texts,
      now: () => this.clock,
      wait: (ms) => {
        this.pauses.push(ms);
        return new Promise((resolve) => (this.#goOn = resolve));
      },
      random: () => 1,
    };
    this.watched = watchBoard(token, surroundings);
    return this.watched;
  }

  /** Until the next look is over. */
  async look(): Promise<void> {
    const before = this.pauses.length;
    this.#goOn?.();
    await until(() => this.pauses.length > before);
  }
}

function jsonOf(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });
}

let hall = new Hall();
afterEach(() => {
  hall.watched?.stop();
  hall = new Hall();
});

it('asks with the token in a header, and shows what the server has', async () => {
  const { store } = hall.open();
  await hall.look();
  expect(hall.asked).toEqual([{ path: '/api/board', authorization: `Bearer ${TOKEN}` }]);
  expect(store.getState()).toEqual({ state: 'true', board: BOARD, at: 1000 });
  expect(JSON.stringify([...hall.texts.texts])).not.toContain(TOKEN);
});

it('says since when it is old while there is no network, and looks again after longer and longer pauses', async () => {
  const { store } = hall.open();
  await hall.look();
  hall.answer = () => Promise.reject(new TypeError('failed to fetch'));
  for (let times = 0; times < 9; times++) await hall.look();
  expect(store.getState()).toEqual({ state: 'old', board: BOARD, at: 1000 });
  expect(hall.pauses.slice(0, 5)).toEqual([10_000, 6000, 7000, 9000, 13_000]);
  expect(Math.max(...hall.pauses)).toBe(65_000);
  hall.answer = () => Promise.resolve(jsonOf(BOARD));
  hall.clock = 2000;
  const before = hall.pauses.length;
  hall.page.dispatchEvent(new Event('online'));
  await until(() => hall.pauses.length > before);
  expect(store.getState()).toEqual({ state: 'true', board: BOARD, at: 2000 });
});

it('shows what was last seen when the page is loaded again without a network, and no other event', async () => {
  hall.open();
  await hall.look();
  hall.watched?.stop();
  hall.answer = () => Promise.reject(new TypeError('failed to fetch'));
  expect(hall.open().store.getState()).toEqual({ state: 'old', board: BOARD, at: 1000 });
  hall.watched?.stop();
  expect(hall.open('B'.repeat(43)).store.getState()).toEqual({ state: 'waiting', board: null, at: 0 });
});

it('forgets a board that the server has no more, and waits for as long as the server asks', async () => {
  const { store } = hall.open();
  await hall.look();
  hall.answer = () => Promise.resolve(jsonOf({ error: 'notSignedIn' }, 401));
  await hall.look();
  expect(store.getState()).toEqual({ state: 'closed', board: null, at: 0 });
  expect(hall.texts.texts.size).toBe(0);
  hall.answer = () => Promise.resolve(jsonOf({ error: 'tooMany', retryAfter: 120 }, 429));
  await hall.look();
  expect(hall.pauses.at(-1)).toBeGreaterThanOrEqual(120_000);
});

it.each([{ acts: 1 }, { ...BOARD, acts: { pond: [{ ...BOARD.acts['pond']?.[0], score: 'much' }] } }, 'hello'])(
  'takes %j for no board',
  async (json) => {
    hall.answer = () => Promise.resolve(jsonOf(json));
    const { store } = hall.open();
    await hall.look();
    expect(store.getState().state).toBe('waiting');
  },
);
