import type { StoreApi } from 'zustand/vanilla';
import { claimVisit } from './claims/claim.ts';
import { KeptClaims } from './claims/kept-claims.ts';
import { makeDesk } from './drafts/desk.ts';
import { makeDrafts } from './drafts/drafts.ts';
import { Log } from './log/log.ts';
import { askToPersist } from './log/persist.ts';
import { readRecord } from '../wire/records/read-record.ts';
import type { OwnNoticeBoard } from './notices/board.ts';
import { TeamCourier } from './delivery/team-courier.ts';
import type { TeamState } from './delivery/team-state.ts';
import type { Outbox, Player, StorageState } from './player.ts';
import type { Progress } from './progress/progress.ts';
import { followLog } from './progress/view.ts';
import type { Surroundings } from './surroundings.ts';
import { writeFile } from './transfer/file.ts';
import { importFile } from './transfer/import.ts';

const CHANNEL = 'marshals-baton/log';

/** Everything of the player's that the first screen can do without: it is loaded behind it (`open.ts`). */
export type Book = Omit<Player, 'settings' | 'notices' | 'storage' | 'progress'>;

/** Opens the log and what hangs on it. Returns at once; `ready` when the log has been read. */
export function openBook(
  surroundings: Surroundings,
  notices: OwnNoticeBoard,
  progress: StoreApi<Progress>,
  storage: StoreApi<StorageState>,
  team: StoreApi<TeamState>,
): Book {
  const follow = followLog(progress);
  const channel = surroundings.openChannel?.(CHANNEL);
  const log = new Log(surroundings, notices, {
    onRecords: follow,
    onWritten: (records) => channel?.postMessage(records),
    onWaiting: (unsaved) => storage.setState(unsaved > 0 ? { unsaved, place: 'memory' } : { unsaved, place: 'disk' }),
    onBack: () => void load().then(() => courier.reread()),
  });
  const drafts = makeDrafts(log, notices, surroundings);
  const examination = makeDesk(log, notices, surroundings);

  async function load(): Promise<void> {
    const onDisk = await log.load();
    if (onDisk) storage.setState({ persisted: await askToPersist(log, surroundings, 'recall') });
    storage.setState((now) => ({ place: onDisk && now.unsaved === 0 ? 'disk' : 'memory' }));
    progress.setState({ complete: true });
  }

  const onMessage = ({ data }: MessageEvent<unknown>): void => {
    // Another tab may run another version of the game: nothing it says is taken on trust.
    const read = Array.isArray(data) ? data.map((row: unknown) => readRecord(row)) : [];
    follow(read.flatMap((result) => (result.ok ? [result.record] : [])));
    courier.hearTab(data);
  };
  channel?.addEventListener('message', onMessage);
  const onVisible = (): void => {
    void log.flush();
    courier.wake();
  };
  const onOnline = (): void => courier.wake();
  surroundings.page?.addEventListener('visibilitychange', onVisible);
  surroundings.page?.addEventListener('online', onOnline);

  const outbox: Outbox = {
    pending: (limit = 100) => log.pending(limit),
    markDelivered: (receipts, token) => log.markDelivered(receipts, token),
    async alone(work) {
      if (surroundings.locks === undefined) return work();
      return surroundings.locks.request('marshals-baton:outbox', { ifAvailable: true }, (lock) =>
        lock === null ? undefined : work(),
      );
    },
  };
  const courier = new TeamCourier({
    log,
    outbox,
    notices,
    store: team,
    surroundings,
    tell: (message) => channel?.postMessage(message),
  });
  const claims = new KeptClaims(surroundings.textStorage, surroundings.fillRandom);
  const ready = load();
  void ready.then(() => courier.start());

  return {
    drafts,
    examination,
    ready,
    outbox,
    team: courier,
    async append(fresh) {
      const written = await log.append(fresh);
      if (fresh.type === 'attempt') drafts.ended(fresh.payload.act, fresh.payload.startedAt);
      if (fresh.type === 'examination') examination.ended(fresh.payload.startedAt);
      if (written.kept === 'disk' && (fresh.type === 'attempt' || fresh.type === 'examination'))
        void askToPersist(log, surroundings, 'ask').then((persisted) => storage.setState({ persisted }));
      courier.wake();
      return written;
    },
    find: (id) => log.find(id),
    async exportProgress() {
      const now = surroundings.now();
      const day = new Date(now).toISOString().slice(0, 10);
      return { name: `marshals-baton-${day}.json`, text: writeFile(await log.readAll(), now) };
    },
    async importProgress(text) {
      const report = await importFile(text, log, notices, surroundings.findAct);
      courier.wake();
      return report;
    },
    async claim(code) {
      await ready;
      const claimed = await claimVisit(code, { log, notices, kept: claims, surroundings });
      courier.wake();
      return claimed;
    },
    openClaim: () => Promise.resolve(claims.open()),
    readAside: () => log.readAside(),
    async close() {
      await drafts.close();
      courier.close();
      surroundings.page?.removeEventListener('visibilitychange', onVisible);
      surroundings.page?.removeEventListener('online', onOnline);
      channel?.removeEventListener('message', onMessage);
      channel?.close();
      await log.disk.close();
    },
  };
}
