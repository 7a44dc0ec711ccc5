/** Runs in the page: plays replays and examinations again. Bundled by the test, not by the game. */
import type { ActRules } from '../../src/kernel/act-rules.ts';
import { parseReplay, verifyReplay } from '../../src/kernel/replay.ts';
import { prepareBank, replayExamination, resultOf, type Examination } from '../../src/quiz/examination/index.ts';
import { smallIdeas, smallItems } from '../quiz/examination/small-bank.ts';

const rules = import.meta.glob<ActRules>('../../src/acts/*/rules/index.ts', { eager: true });

window.verify = async (text) => {
  const file = JSON.parse(text) as { readonly act: string };
  const found = Object.values(rules).find(({ act }) => act.id === file.act);
  if (found === undefined) throw new Error(`no rules for ${file.act}`);
  return verifyReplay(found.act, parseReplay(file, found.act));
};

window.examineAgain = (text) => {
  const { examination } = JSON.parse(text) as { readonly examination: Examination };
  const bank = prepareBank(smallItems, smallIdeas);
  const responses = examination.answers.map(({ response }) => response);
  const again = replayExamination(bank, examination.seed, responses);
  const { review, ...result } = resultOf(bank, again);
  return { examination: again, result, expected: review.map(({ expected }) => expected) };
};
