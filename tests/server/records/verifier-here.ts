import type { Library } from '../../../src/server/content/library.ts';
import { describeVersions, loadVersions, type ActVersions } from '../../../src/server/records/act-versions.ts';
import { checkAnswer } from '../../../src/server/records/check-answer.ts';
import { checkAttempt } from '../../../src/server/records/check-attempt.ts';
import { checkExamination } from '../../../src/server/records/check-examination.ts';
import type { Verifier } from '../../../src/server/records/verifier.ts';

/** The real checks without threads: for tests that are about something else, or need versions of their own. */
export async function verifyHere(
  library: Pick<Library, 'items' | 'acts' | 'bank'>,
  versions?: ActVersions,
): Promise<Verifier> {
  const known = versions ?? (await loadVersions());
  return {
    rules: describeVersions(known),
    checkAttempt: async (attempt) => checkAttempt(known, attempt),
    checkAnswer: async (answer) => checkAnswer(library, answer),
    checkExamination: async (examination) => checkExamination(library.bank, examination),
    close: async () => {},
  };
}
