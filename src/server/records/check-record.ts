import type { Mark } from '../../wire/delivery.ts';
import type { Bet, LogRecord } from '../../wire/records/records.ts';
import type { Library } from '../content/library.ts';
import type { Finding } from './statements-hook.ts';
import type { Checked, Verifier } from './verifier.ts';

/** What the check of one record found: what it is worth, or why it does not count. */
export type Verdict =
  | { readonly counts: true; readonly finding: Finding }
  | { readonly counts: false; readonly mark: Mark; readonly detail: string };

/** Has one record checked. Rejects as `Verifier` does; then nothing is known about the record. */
export async function checkRecord(
  verifier: Pick<Verifier, 'checkAttempt' | 'checkAnswer' | 'checkExamination'>,
  library: Pick<Library, 'betsOf'>,
  record: LogRecord,
  asker: string,
): Promise<Verdict> {
  switch (record.type) {
    case 'attempt':
      return judge(await verifier.checkAttempt(record.payload, asker), (run) => ({ type: 'attempt', run }));
    case 'answer':
      return judge(await verifier.checkAnswer(record.payload), ({ score }) => ({ type: 'answer', score }));
    case 'examination':
      return judge(await verifier.checkExamination(record.payload, asker), (examination) => ({
        type: 'examination',
        examination,
      }));
    case 'bet':
      return checkBet(library, record.payload);
    case 'poll':
      return { counts: true, finding: { type: 'poll' } };
  }
}

function judge<Result>(checked: Checked<Result>, name: (result: Result) => Finding): Verdict {
  if (!checked.ok) return { counts: false, mark: checked.mark, detail: checked.detail };
  return { counts: true, finding: name(checked.result) };
}

function checkBet({ betsOf }: Pick<Library, 'betsOf'>, { act, choice }: Bet): Verdict {
  const bets = Object.hasOwn(betsOf, act) ? betsOf[act] : undefined;
  if (bets === undefined) return { counts: false, mark: 'otherRules', detail: `act: ${act} is not played here` };
  if (!bets.includes(choice)) return { counts: false, mark: 'impossible', detail: `choice: ${choice} is no bet` };
  return { counts: true, finding: { type: 'bet' } };
}
