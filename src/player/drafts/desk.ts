import * as v from 'valibot';
import { DiskError } from '../log/disk.ts';
import type { Log } from '../log/log.ts';
import { writeAtOnce } from '../log/write.ts';
import type { OwnNoticeBoard } from '../notices/board.ts';
import type { ExaminationDesk, UnfinishedExamination } from '../player.ts';
import type { Surroundings } from '../surroundings.ts';
import type { StoredDraft } from './draft.ts';
import {
  EXAMINATION_FORMAT,
  EXAMINATION_KEY,
  ExaminationDraftSchema,
  type ExaminationDraft,
} from './examination-draft.ts';
import { HeldLocks } from './held-locks.ts';

const LOCK = 'marshals-baton:examination';

/** What the rest of the player's room needs besides. */
export interface OwnDesk extends ExaminationDesk {
  /** The examination became a record: its draft must not come back. The one on the disk went with that record. */
  ended(startedAt: number): void;
}

/** Keeps and brings back the one examination that is under way. Without a disk it is kept in memory. */
export function makeDesk(log: Log, notices: OwnNoticeBoard, surroundings: Surroundings): OwnDesk {
  const locks = new HeldLocks(surroundings.locks);
  let inMemory: ExaminationDraft | undefined;

  async function read(): Promise<StoredDraft | ExaminationDraft | undefined> {
    return inMemory ?? (await log.disk.run((database) => database.get('drafts', EXAMINATION_KEY)).catch(ignoreDisk));
  }

  async function forget(): Promise<void> {
    inMemory = undefined;
    await log.disk
      .run((database) => writeAtOnce(database, ['drafts'], (all) => all.objectStore('drafts').delete(EXAMINATION_KEY)))
      .catch(ignoreDisk);
  }

  async function putAside(kind: 'examinationStale' | 'examinationCorrupt', reason: string): Promise<void> {
    const stored = await read();
    notices.raise(kind, reason);
    await log.keepAside('draft', reason, stored);
    await forget();
  }

  async function load(): Promise<UnfinishedExamination | null> {
    const stored = await read();
    if (stored === undefined) return null;
    const draft = v.safeParse(ExaminationDraftSchema, stored);
    if (!draft.success) {
      const newer = 'format' in stored && typeof stored.format === 'number' && stored.format !== EXAMINATION_FORMAT;
      await putAside(newer ? 'examinationStale' : 'examinationCorrupt', draft.issues[0].message);
      return null;
    }
    const { bank, seed, startedAt, answers } = draft.output;
    return { bank, seed, startedAt, answers };
  }

  return {
    load,

    async sit() {
      const ours = await locks.hold(LOCK);
      if (ours) return true;
      notices.raise('examinationElsewhere', 'the examination is open in another tab');
      return false;
    },

    rise: () => locks.release(LOCK),

    async keep(unfinished) {
      const draft: ExaminationDraft = {
        format: EXAMINATION_FORMAT,
        act: EXAMINATION_KEY,
        ...(JSON.parse(JSON.stringify(unfinished)) as UnfinishedExamination as Omit<
          ExaminationDraft,
          'format' | 'act'
        >),
      };
      inMemory = draft;
      const key = await log.disk
        .run((database) => writeAtOnce(database, ['drafts'], (all) => all.objectStore('drafts').put(draft)))
        .catch(ignoreDisk);
      if (key === undefined) return 'memory';
      if (inMemory === draft) inMemory = undefined;
      return 'disk';
    },

    putAside,
    drop: forget,

    ended(startedAt) {
      if (inMemory?.startedAt === startedAt) inMemory = undefined;
    },
  };
}

function ignoreDisk(error: unknown): undefined {
  if (error instanceof DiskError) return undefined;
  throw error;
}
