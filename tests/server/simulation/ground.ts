/** What all seeds of one process share: the database (emptied between seeds), the content, the checks. */
import { readFile } from 'node:fs/promises';

import { makeLiteSession } from '../../../src/server/database/embedded/lite-session.ts';
import { openLite } from '../../../src/server/database/embedded/open-lite.ts';
import { openLibrary } from '../../../src/server/content/open-library.ts';
import { loadVersions } from '../../../src/server/records/act-versions.ts';
import { checkAnswer } from '../../../src/server/records/check-answer.ts';
import { checkAttempt } from '../../../src/server/records/check-attempt.ts';
import { checkExamination } from '../../../src/server/records/check-examination.ts';
import { describeVersions } from '../../../src/server/records/act-versions.ts';
import type { Verifier } from '../../../src/server/records/verifier.ts';
import { hashPayload } from '../../../src/wire/records/canonical.ts';
import { makePayloads, type Earn } from './payloads.ts';
import type { Ground } from './server.ts';

export interface SimulationGround extends Ground {
  readonly earn: Earn;
  close(): Promise<void>;
}

/** Opens it. `dump` is the file of a migrated, empty database. Takes a second. */
export async function openGround(dump: string): Promise<SimulationGround> {
  const lite = await openLite({ memory: new Blob([await readFile(dump)]) });
  const library = await openLibrary();
  const versions = await loadVersions();
  const verifier: Verifier = {
    // The real checks, in this thread: threads of their own would come back whenever they like.
    checkAttempt: remember(async (attempt) => checkAttempt(versions, attempt)),
    checkAnswer: async (answer) => checkAnswer(library, answer),
    checkExamination: remember(async (examination) => checkExamination(library.bank, examination)),
    rules: describeVersions(versions),
    close: () => Promise.resolve(),
  };
  return {
    session: makeLiteSession(lite),
    library,
    verifier,
    earn: await makePayloads(library),
    close: () => lite.close(),
  };
}

/** Few payloads come often: each is checked once. */
function remember<Payload, Result>(
  check: (payload: Payload) => Promise<Result>,
): (payload: Payload) => Promise<Result> {
  const known = new Map<string, Promise<Result>>();
  return (payload) => {
    const hash = hashPayload(payload);
    const result = known.get(hash) ?? check(payload);
    known.set(hash, result);
    return result;
  };
}
