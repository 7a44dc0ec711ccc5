/** A question as xAPI describes interactions (xAPI-Data, 2.4.4.1), and a response as it writes responses. */
import { checkResponse, keyResponse, type Estimate, type Item, type Response } from '../../quiz/index.ts';
import type { Component, Definition, LanguageMap } from './statement.ts';
import type { ItemWords } from './words.ts';

/** Between the parts of a list, of a pair, of a range. */
const LIST = '[,]';
const PAIR = '[.]';
const RANGE = '[:]';

type Interaction = Pick<Definition, 'interactionType' | 'correctResponsesPattern' | 'choices' | 'source' | 'target'>;

/** What can be answered, and what is right. Partial credit is beyond the pattern: it names only what earns all of it. */
export function describeInteraction(item: Item, words: ItemWords | undefined): Interaction {
  const options = item.options.map((id) => nameComponent(id, words?.options[id]));
  const right = [item.kind === 'estimate' ? writeRange(item) : writeResponse(item, keyResponse(item))];
  switch (item.kind) {
    case 'single-choice':
    case 'multiple-response':
    case 'graded-judgement':
      return { interactionType: 'choice', correctResponsesPattern: right, choices: options };
    case 'true-false-reason':
      // Two answers to one question: a choice of several, two of which are the verdicts.
      return {
        interactionType: 'choice',
        correctResponsesPattern: right,
        choices: [{ id: writeVerdict('true') }, { id: writeVerdict('false') }, ...options],
      };
    case 'ordering':
      return { interactionType: 'sequencing', correctResponsesPattern: right, choices: options };
    case 'matching':
    case 'sorting':
      return {
        interactionType: 'matching',
        correctResponsesPattern: right,
        source: options,
        target: item.places.map((id) => nameComponent(id, words?.places[id])),
      };
    case 'cloze':
      return {
        interactionType: 'matching',
        correctResponsesPattern: right,
        source: item.gaps.map((id) => ({ id })),
        target: options,
      };
    case 'estimate':
      return { interactionType: 'numeric', correctResponsesPattern: right };
  }
}

/** A response in the form of the item's interaction. Throws when it does not fit the item: see `fits`. */
export function writeResponse(item: Item, response: Response): string {
  switch (item.kind) {
    case 'matching':
    case 'sorting':
      return item.options.map((option, at) => `${option}${PAIR}${response[at]}`).join(LIST);
    case 'cloze':
      return item.gaps.map((gap, at) => `${gap}${PAIR}${response[at]}`).join(LIST);
    case 'true-false-reason':
      return [writeVerdict(response[0] as string), ...response.slice(1)].join(LIST);
    case 'single-choice':
    case 'multiple-response':
    case 'graded-judgement':
    case 'ordering':
    case 'estimate':
      return response.join(LIST);
  }
}

/** Whether a response is one to this edition of the item. */
export function fits(item: Item, response: Response): boolean {
  return checkResponse(item, response) === null;
}

/** Verdicts stand in one list with the reasons, whose ids have no colon. */
function writeVerdict(verdict: string): string {
  return `verdict:${verdict}`;
}

function writeRange({ key, range }: Estimate): string {
  const from = Math.max(range.min, key.value - key.exact);
  const to = Math.min(range.max, key.value + key.exact);
  return from === to ? String(from) : `${from}${RANGE}${to}`;
}

/** One thing to choose, with its text if there is one. */
export function nameComponent(id: string, description: LanguageMap | undefined): Component {
  return description === undefined ? { id } : { id, description };
}
