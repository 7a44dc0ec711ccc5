/**
 * Records the golden examinations into tests/golden/examination/, on the tests' own small bank. Only for when the
 * model or the rules of the examination were changed on purpose: look at what changed before it is kept.
 *
 *   npx tsx scripts/exam/golden.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { drawUnit, seedRandom, type RandomState } from '../../src/kernel/random.ts';
import {
  answerExamination,
  beginExamination,
  currentQuestion,
  prepareBank,
  resultOf,
} from '../../src/quiz/examination/index.ts';
import type { Item, Response } from '../../src/quiz/items/item.ts';
import { keyResponse } from '../../src/quiz/kinds/kinds.ts';
import { categoryProbabilities } from '../../src/quiz/model/curves.ts';
import { priorParameters } from '../../src/quiz/model/priors.ts';
import { smallIdeas, smallItems } from '../../tests/quiz/examination/small-bank.ts';
import { findResponses, guessResponse } from './responses.ts';

/** Abilities of those who answer as the model has it; the others answer blindly, or always rightly. */
const SITTINGS: Readonly<Record<string, number | 'blind' | 'right'>> = {
  blind: 'blind',
  'low-soldier': -2.4,
  'soldier-or-general': -1,
  general: 0,
  'general-or-marshal': 1,
  marshal: 2,
  right: 'right',
};

const folder = join(resolve(import.meta.dirname, '..', '..'), 'tests', 'golden', 'examination');
mkdirSync(folder, { recursive: true });
const bank = prepareBank(smallItems, smallIdeas);
Object.entries(SITTINGS).forEach(([name, skill], i) => {
  const seed = 1000 + i;
  const random = seedRandom(seed);
  let examination = beginExamination(bank, seed);
  for (let question = currentQuestion(bank, examination); question !== null;) {
    examination = answerExamination(bank, examination, answerBy(skill, question.item, random));
    question = currentQuestion(bank, examination);
  }
  const { review, ...result } = resultOf(bank, examination);
  const expected = review.map((answer) => answer.expected);
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ examination, result, expected }, undefined, 2)}\n`);
  console.log(`${name}: ${result.rank}, ${review.length} items, sure of the tier to ${result.sureOfTier.toFixed(3)}`);
});

function answerBy(skill: number | 'blind' | 'right', item: Item, random: RandomState): Response {
  if (skill === 'right') return keyResponse(item);
  if (skill === 'blind') return guessResponse(item, random);
  const responses = findResponses(item, random);
  let rest = drawUnit(random);
  const probabilities = categoryProbabilities(priorParameters(item), skill);
  const category = probabilities.findIndex((probability) => (rest -= probability) < 0);
  return responses[category] ?? keyResponse(item);
}
