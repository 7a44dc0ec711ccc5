import { createStore } from 'zustand/vanilla';
import type { Book, openBook } from './book.ts';
import { NO_TEAM, type TeamState } from './delivery/team-state.ts';
import { makeNoticeBoard, type OwnNoticeBoard } from './notices/board.ts';
import type { Player, StorageState } from './player.ts';
import { NO_PROGRESS, type Progress } from './progress/progress.ts';
import { keepSettings } from './settings/keeper.ts';
import { takeSurroundings, type Surroundings } from './surroundings.ts';

/** Pause before the book's code is asked for again when it did not arrive. */
const AGAIN_MS = 2000;

/**
 * Opens what this device knows. Returns at once, with the settings read; the log follows (`ready`), and so does the
 * code that reads it, because the first screen must not wait for either. Without a database everything works in
 * memory, and a notice says so. `findAct` finds the rules that check imported replays.
 */
export function openPlayer(given: Pick<Surroundings, 'findAct'> & Partial<Surroundings>): Player {
  const surroundings = { ...takeSurroundings(), ...given };
  const notices = makeNoticeBoard();
  const settings = keepSettings(surroundings, notices);
  const progress = createStore<Progress>(() => NO_PROGRESS);
  const storage = createStore<StorageState>(() => ({ place: 'opening', unsaved: 0, persisted: null }));
  const team = createStore<TeamState>(() => NO_TEAM);
  const book: Promise<Book> = surroundings.firstWords
    .then(() => fetchBook(surroundings, notices))
    .then((code) => code.openBook(surroundings, notices, progress, storage, team));

  return {
    settings,
    notices,
    storage,
    progress,
    ready: book.then(({ ready }) => ready),
    drafts: {
      list: async () => (await book).drafts.list(),
      load: async (act) => (await book).drafts.load(act),
      keep(session, about) {
        const stop = book.then(({ drafts }) => drafts.keep(session, about));
        return async () => (await stop)();
      },
      drop: async (act) => (await book).drafts.drop(act),
    },
    examination: {
      load: async () => (await book).examination.load(),
      sit: async () => (await book).examination.sit(),
      rise: () => void book.then(({ examination }) => examination.rise()),
      keep: async (unfinished) => (await book).examination.keep(unfinished),
      putAside: async (kind, reason) => (await book).examination.putAside(kind, reason),
      drop: async () => (await book).examination.drop(),
    },
    outbox: {
      pending: async (limit) => (await book).outbox.pending(limit),
      markDelivered: async (receipts, token) => (await book).outbox.markDelivered(receipts, token),
      alone: async (work) => (await book).outbox.alone(work),
    },
    team: {
      store: team,
      look: async (code) => (await book).team.look(code),
      join: async (code, name) => (await book).team.join(code, name),
      joinSecond: async (by) => (await book).team.joinSecond(by),
      me: async () => (await book).team.me(),
      rename: async (name) => (await book).team.rename(name),
      pair: async () => (await book).team.pair(),
      ask: async (method, path, body) => (await book).team.ask(method, path, body),
      leave: async () => (await book).team.leave(),
      eraseMe: async () => (await book).team.eraseMe(),
      forget: async () => (await book).team.forget(),
      deliverNow: async () => (await book).team.deliverNow(),
    },
    append: async (record) => (await book).append(record),
    find: async (id) => (await book).find(id),
    exportProgress: async () => (await book).exportProgress(),
    importProgress: async (text) => (await book).importProgress(text),
    claim: async (code) => (await book).claim(code),
    openClaim: async () => (await book).openClaim(),
    readAside: async () => (await book).readAside(),
    async close() {
      settings.close();
      await (await book).close();
    },
  };
}

/** Loads the code of the book, again and again if need be: whoever wants something written waits for it. */
async function fetchBook(
  { wait }: Surroundings,
  notices: OwnNoticeBoard,
): Promise<{ readonly openBook: typeof openBook }> {
  for (;;) {
    try {
      const code = await import('./book.ts');
      notices.withdraw('storageUnavailable');
      return code;
    } catch (error) {
      notices.raise('storageUnavailable', `the code did not arrive: ${String(error)}`);
      await wait(AGAIN_MS);
    }
  }
}
