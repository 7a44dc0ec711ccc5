/**
 * The quiz: items, their scoring, and the debrief after an act. Pure: no clock, no DOM, random numbers by seed.
 *
 * The seam for the screens: `chooseDebrief` → `beginDebrief` → `currentSitting` → `answerSitting` until no sitting
 * is left. Everything that depends on an item's kind is behind `scoreResponse`, so a new kind changes no screen
 * but its own.
 */
export { RANKS, TIERS } from './items/item.ts';
export type {
  Cloze,
  Estimate,
  GradedJudgement,
  Item,
  ItemKind,
  Matching,
  MultipleResponse,
  Ordering,
  Rank,
  Response,
  SingleChoice,
  Sorting,
  Tier,
  TrueFalseReason,
} from './items/item.ts';
export { SETTLED } from './items/scored.ts';
export type { EstimateResult, GapResult, OptionResult, Scored, VerdictResult } from './items/scored.ts';
export { optionFeedback, optionText, passageText, placeText, stemText, unitText } from './items/texts.ts';
export { shuffleOptions, shufflePlaces } from './items/shuffle.ts';
export { snapToRange } from './kinds/estimate.ts';
export { checkResponse, ITEM_KINDS, keyResponse, scoreResponse } from './kinds/kinds.ts';
export { answerSitting, beginDebrief, chooseDebrief, currentSitting } from './debrief/choose.ts';
export type { Debrief, History, ItemMemory, Sitting } from './debrief/debrief.ts';
export { chooseDrill, findDue, tierFor } from './drill/choose.ts';
export type { DrillMemory } from './drill/choose.ts';
export type { Cards, IdeaCard } from './drill/drill.ts';
export { ContentError } from './content/content-error.ts';
export type { ContentFault } from './content/content-error.ts';
export { parseContent, pathOf, readConcepts } from './content/read.ts';
export { checkItem, readBank, readBankItems } from './content/bank.ts';
export type { Bank, BankFile } from './content/bank.ts';
export { findItemTextFaults, wantedTexts } from './content/text-faults.ts';
export type { Concept } from './content/concepts.ts';
