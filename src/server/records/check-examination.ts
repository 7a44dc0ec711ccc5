import { BadInput } from '../../kernel/act.ts';
import { isOver, resultOf, type ExaminationBank } from '../../quiz/examination/index.ts';
import type { Mark } from '../../wire/delivery.ts';
import { asJson, canonicalJson } from '../../wire/records/canonical.ts';
import type { Examination } from '../../wire/records/records.ts';
import type { Checked, CheckedExamination } from './verifier.ts';

/**
 * Holds a whole examination again: bank, seed and responses decide which items were asked, in which order their
 * options stood, and what it came to. With the same bank nothing may differ by a bit.
 */
export function checkExamination(bank: ExaminationBank, examination: Examination): Checked<CheckedExamination> {
  if (examination.bank !== bank.fingerprint)
    return refuse('otherBank', `bank: this is ${bank.fingerprint}, not ${examination.bank}`);
  const sat = {
    seed: examination.seed,
    bank: examination.bank,
    answers: examination.answers.map(({ item, shown, response, score }) => ({ item, shown, response, score })),
  };
  try {
    if (!isOver(bank, sat)) return refuse('impossible', 'the examination breaks off before its end');
    const stranger = examination.answers.findIndex((answer) => !isAsInBank(bank, answer));
    if (stranger >= 0) return refuse('forged', `answers[${stranger}]: idea or kind is not the item's`);
    const { review: _, ...result } = asJson(resultOf(bank, sat));
    if (canonicalJson(result) !== canonicalJson(examination.result))
      return refuse('forged', `result: held again it comes to ${result.rank}`);
    return { ok: true, result: { scores: sat.answers.map(({ score }) => score), result } };
  } catch (error) {
    if (error instanceof BadInput) return refuse('forged', `${error.path}: ${error.reason}`);
    throw error;
  }
}

function isAsInBank(
  { entries, places }: ExaminationBank,
  { item, idea, kind }: Examination['answers'][number],
): boolean {
  const known = entries[places.get(item) ?? -1]?.item;
  return known?.idea === idea && known.kind === kind;
}

function refuse(mark: Mark, detail: string): Checked<never> {
  return { ok: false, mark, detail };
}
