/**
 * The seam between a question and who asks it: debrief, drill, examination and its review. The texts of the item's idea
 * must have been loaded before any of these is drawn (`src/app/bank.ts`).
 */
import type { Item, ItemKind, Response } from '../../quiz/index.ts';
import type { ItemWords } from './words.ts';

/** One question. It knows nothing of right and wrong, so it serves the examination as it is. */
export interface QuestionProps {
  readonly item: Item;
  /** Ids of the options in the order shown (`shuffleOptions`). */
  readonly order: readonly string[];
  /**
   * Called once, with a response that fits the item. Give the element a `key` per sitting, so that the next question
   * begins empty and takes the focus.
   */
  answer(response: Response): void;
  /** Words of the button; "Answer" unless told. */
  readonly answerText?: string;
}

/** One answer with what every option teaches. It scores the response by itself (`scoreResponse`). */
export interface FeedbackProps {
  readonly item: Item;
  readonly order: readonly string[];
  readonly response: Response;
  /** The way on: words of the button and what it does. Without it no button is drawn, and the focus stays. */
  readonly next?: { readonly text: string; readonly go: () => void };
}

/** The same, folded to one line (sign, verdict, stem) that opens: for lists of many answers. */
export interface ReviewProps {
  readonly item: Item;
  readonly order: readonly string[];
  readonly response: Response;
  /** Its place in the list, counted from 1. */
  readonly number: number;
}

/** What every kind of question is given. */
export interface KindProps<Kind extends ItemKind> {
  readonly item: Extract<Item, { kind: Kind }>;
  readonly order: readonly string[];
  readonly words: ItemWords;
  /** Tells the answer as it stands; null while it is not whole. */
  change(response: Response | null): void;
}
