/**
 * The quiz: items, their scoring, and the debrief after an act. Pure: no clock, no DOM, random numbers by seed.
 *
 * The seam for the screens: `chooseDebrief` → `beginDebrief` → `currentSitting` → `answerSitting` until no sitting
 * is left. Everything that depends on an item's kind is behind `scoreResponse`, so a new kind changes no screen
 * but its own.
 */
export { RANKS, TIERS } from './items/item.ts';
export type { GradedJudgement, Item, ItemKind, Ordering, Rank, Response, SingleChoice, Tier } from './items/item.ts';
export { SETTLED } from './items/scored.ts';
export type { OptionResult, Scored } from './items/scored.ts';
export { optionText, optionFeedback, stemText } from './items/texts.ts';
export { shuffleOptions } from './items/shuffle.ts';
export { scoreResponse } from './kinds/kinds.ts';
export { answerSitting, beginDebrief, chooseDebrief, currentSitting } from './debrief/choose.ts';
export type { Debrief, History, ItemMemory, Sitting } from './debrief/debrief.ts';
export { ContentError } from './content/content-error.ts';
export type { ContentFault } from './content/content-error.ts';
export { findItemTextFaults, parseContent, pathOf, readConcepts, readContent, readItems } from './content/read.ts';
export type { Concept } from './content/concepts.ts';
