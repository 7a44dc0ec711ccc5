import * as v from 'valibot';
import { Session } from '../../kernel/session.ts';
import type { Act } from '../../kernel/act.ts';
import { recordRun, replayRun } from '../../wire/records/record-run.ts';
import { DiskError } from '../log/disk.ts';
import type { Log } from '../log/log.ts';
import type { OwnNoticeBoard } from '../notices/board.ts';
import type { Drafts, ResumedRun } from '../player.ts';
import type { Surroundings } from '../surroundings.ts';
import { DRAFT_FORMAT, DraftSchema, type Draft, type StoredDraft } from './draft.ts';
import { EXAMINATION_KEY } from './examination-draft.ts';
import { HeldLocks } from './held-locks.ts';

/** An unfinished run is kept this often while it is played. */
const EVERY_MS = 3000;

/** What the rest of the player's room needs besides. */
export interface OwnDrafts extends Drafts {
  /** The run became an attempt: its draft must not come back. The one on the disk went with the attempt's record. */
  ended(act: string, startedAt: number): void;
  /** Stops keeping whatever is kept, saving once more. */
  close(): Promise<void>;
}

/** Keeps and brings back unfinished runs. Without a disk they are kept in memory, for the way back within the page. */
export function makeDrafts(log: Log, notices: OwnNoticeBoard, surroundings: Surroundings): OwnDrafts {
  /** Drafts that the disk did not take. */
  const inMemory = new Map<string, Draft>();
  const locks = new HeldLocks(surroundings.locks);
  /** By act, how to stop the keeping that was begun last; a run that is dropped is not saved once more. */
  const stops = new Map<string, (lastly: 'save' | 'leave') => Promise<void>>();

  async function put(draft: Draft): Promise<void> {
    inMemory.set(draft.act, draft);
    const key = await log.disk.run((database) => database.put('drafts', draft)).catch(ignoreDisk);
    if (key !== undefined && inMemory.get(draft.act) === draft) inMemory.delete(draft.act);
  }

  async function get(act: string): Promise<StoredDraft | undefined> {
    return inMemory.get(act) ?? (await log.disk.run((database) => database.get('drafts', act)).catch(ignoreDisk));
  }

  async function drop(act: string): Promise<void> {
    await stops.get(act)?.('leave');
    inMemory.delete(act);
    await log.disk.run((database) => database.delete('drafts', act)).catch(ignoreDisk);
  }

  async function refuse(act: string, reason: string, draft: unknown): Promise<null> {
    notices.raise('draftCorrupt', `${act}: ${reason}`);
    await log.keepAside('draft', reason, draft);
    await drop(act);
    return null;
  }

  return {
    async list() {
      const keys = (await log.disk.run((database) => database.getAllKeys('drafts')).catch(ignoreDisk)) ?? [];
      return [...new Set([...keys, ...inMemory.keys()])].filter((act) => act !== EXAMINATION_KEY).sort();
    },

    async load<State, Intent, Parameters>(act: Act<State, Intent, Parameters>) {
      const stored = await get(act.id);
      if (stored === undefined) return null;
      const read = v.safeParse(DraftSchema, stored);
      const { format, rules } = ageOf(stored);
      if (format !== undefined && (format !== DRAFT_FORMAT || rules !== act.version)) {
        notices.raise('draftStale', `${act.id}: form ${format}, rules ${rules}; here ${DRAFT_FORMAT}, ${act.version}`, {
          act: act.id,
        });
        await drop(act.id);
        return null;
      }
      if (!read.success) return refuse(act.id, read.issues[0].message, stored);
      try {
        return bringBack(act, read.output);
      } catch (error) {
        return refuse(act.id, error instanceof Error ? error.message : String(error), stored);
      }
    },

    keep(session, { bet, startedAt, notes }) {
      const { act } = session.run;
      const draftNow = (): Draft => ({
        format: DRAFT_FORMAT,
        act: act.id,
        replay: recordRun(session.run) as Draft['replay'],
        bet,
        startedAt,
        notes: { ...notes?.() },
        savedAt: surroundings.now(),
      });
      let savedTick = -1;
      let saving: Promise<void> = Promise.resolve();
      const save = (): Promise<void> => {
        // A run that is over becomes an attempt, and the attempt drops the draft.
        if (session.isOver || act.tick(session.run.state) === savedTick) return saving;
        const draft = draftNow();
        savedTick = draft.replay.ticks;
        saving = saving.then(() => put(draft));
        return saving;
      };
      let timer: ReturnType<typeof setInterval> | undefined;
      let stopped = false;
      const onHidden = (): void => void save();
      const earlier = stops.get(act.id)?.('save') ?? Promise.resolve();
      const held = earlier.then(async () => {
        const ours = await locks.hold(`marshals-baton:draft:${act.id}`);
        if (stopped) return ours;
        if (!ours) {
          notices.raise('draftElsewhere', `${act.id} is open in another tab`, { act: act.id });
          return ours;
        }
        timer = setInterval(onHidden, EVERY_MS);
        surroundings.page?.addEventListener('visibilitychange', onHidden);
        surroundings.page?.addEventListener('pagehide', onHidden);
        return ours;
      });
      const finish = async (lastly: 'save' | 'leave'): Promise<void> => {
        stopped = true;
        clearInterval(timer);
        surroundings.page?.removeEventListener('visibilitychange', onHidden);
        surroundings.page?.removeEventListener('pagehide', onHidden);
        if (await held) {
          await (lastly === 'save' ? save() : saving);
          locks.release(`marshals-baton:draft:${act.id}`);
        }
      };
      let finishing: Promise<void> | undefined;
      const stop = (lastly: 'save' | 'leave'): Promise<void> => (finishing ??= finish(lastly));
      stops.set(act.id, stop);
      return () => stop('save');
    },

    drop,

    ended(act, startedAt) {
      if (inMemory.get(act)?.startedAt === startedAt) inMemory.delete(act);
    },

    async close() {
      await Promise.all([...stops.values()].map((stop) => stop('save')));
    },
  };
}

/** Plays a draft again; throws when it does not come to where it was. */
function bringBack<State, Intent, Parameters>(
  act: Act<State, Intent, Parameters>,
  { replay, bet, startedAt, notes }: Draft,
): ResumedRun<State, Intent> {
  const run = replayRun(act, replay);
  if (act.tick(run.state) !== replay.ticks) throw new Error(`the run ends before tick ${replay.ticks}`);
  if (run.hashes.join() !== replay.hashes.join()) throw new Error('the run played again is another one');
  return { session: new Session(run), bet, startedAt, notes };
}

/** What a draft that may be damaged says about its age. */
function ageOf(stored: StoredDraft): { readonly format?: number; readonly rules?: number } {
  const { format, replay } = stored as Partial<Draft>;
  return typeof format === 'number' && typeof replay?.rules === 'number' ? { format, rules: replay.rules } : {};
}

function ignoreDisk(error: unknown): undefined {
  if (error instanceof DiskError) return undefined;
  throw error;
}
