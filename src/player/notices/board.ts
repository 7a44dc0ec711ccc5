import { createStore } from 'zustand/vanilla';
import type { NoticeBoard } from '../player.ts';
import type { Notice, NoticeKind } from './notice.ts';

/** At most this many details are kept with one notice; the rest only count. */
const MOST_DETAILS = 20;

/** A board that can also take a notice down when its reason has gone. */
export interface OwnNoticeBoard extends NoticeBoard {
  withdraw(kind: NoticeKind): void;
}

/** Makes an empty board. */
export function makeNoticeBoard(): OwnNoticeBoard {
  const store = createStore<readonly Notice[]>(() => []);
  let lastId = 0;
  return {
    store,
    raise(kind, detail, values = {}) {
      const old = store.getState().find((notice) => notice.kind === kind);
      const notice: Notice = {
        id: old?.id ?? ++lastId,
        kind,
        titleKey: `notices.${kind}.title`,
        textKey: `notices.${kind}.text`,
        values: { ...values, count: (old?.values.count ?? 0) + 1 },
        detail: [...(old?.detail ?? []), detail].slice(0, MOST_DETAILS),
      };
      store.setState(
        old === undefined
          ? [...store.getState(), notice]
          : store.getState().map((shown) => (shown === old ? notice : shown)),
        true,
      );
    },
    dismiss(id) {
      store.setState(
        store.getState().filter((notice) => notice.id !== id),
        true,
      );
    },
    withdraw(kind) {
      if (store.getState().some((notice) => notice.kind === kind))
        store.setState(
          store.getState().filter((notice) => notice.kind !== kind),
          true,
        );
    },
  };
}
