import { answerExamination, beginExamination, currentQuestion, prepareBank } from '../../src/quiz/examination/index.ts';
import { keyResponse } from '../../src/quiz/kinds/kinds.ts';
import { priorParameters } from '../../src/quiz/model/priors.ts';
import { seedRandom } from '../../src/kernel/random.ts';
import { makeUpBank } from './made-up-bank.ts';
import { findResponses } from './responses.ts';
import { readIdeas } from './real-bank.ts';

const ITEMS = 1000;
const EXAMINATIONS = 20;

/**
 * Milliseconds for one answer and the choice of the next item, in a bank of 1,000 items. Every item has parameters of its
 * own, as after calibration, so nothing can be shared between them. Returns the mean over twenty examinations.
 */
export function timeSelection(): number {
  const items = makeUpBank(readIdeas(), ITEMS);
  const own = items.map((item, i) => {
    const parameters = priorParameters(item);
    return [item.id, { ...parameters, discrimination: parameters.discrimination - i / 1e5 }] as const;
  });
  const bank = prepareBank(items, readIdeas(), Object.fromEntries(own));
  let chosen = 0;
  let began = 0;
  // The first is left out: the engine is still being compiled.
  for (let seed = 0; seed <= EXAMINATIONS; seed++) {
    if (seed === 1) {
      began = performance.now();
      chosen = 0;
    }
    let examination = beginExamination(bank, seed);
    for (let question = currentQuestion(bank, examination); question !== null; chosen++) {
      const right = chosen % 2 === 0;
      const response = right ? keyResponse(question.item) : wrongResponse(question.item);
      examination = answerExamination(bank, examination, response);
      question = currentQuestion(bank, examination);
    }
  }
  return (performance.now() - began) / chosen;
}

function wrongResponse(item: Parameters<typeof keyResponse>[0]): readonly string[] {
  const wrong = findResponses(item, seedRandom(1))[0];
  return wrong ?? keyResponse(item);
}
