/** From when somebody needs the manager. Every number here is a judgement; its reason stands beside it. */

/** Somebody who joined on a Friday is not late on Monday. */
export const NEVER_STARTED_DAYS = 3;
/** A working week without a result: by then what was learnt fades faster than it grows. */
export const STALLED_DAYS = 7;
/** The first run is for finding the buttons, the second for trying; who is no further after the third repeats a mistake. */
export const STUCK_ATTEMPTS = 3;
/** Who has not tried for longer has stopped rather than stuck. */
export const STUCK_WITHIN_DAYS = 14;
/** Two debriefs' worth of one idea: fewer answers may be one unlucky item asked twice. */
export const STUCK_ANSWERS = 6;
/** Two items at least, or it is the item and not the idea. */
export const STUCK_ITEMS = 2;
/** Below half the credit, partial credit and guessing included, an idea is not understood. */
export const NOT_UNDERSTOOD = 0.5;
/** For saying that somebody knows what the acts teach: the same as an item needs in order not to come back. */
export { SETTLED as KNOWN } from '../../quiz/index.ts';
/** Somebody who was examined may try again when there was time to learn something. */
export const RESIT_DAYS = 14;
/** Below this the examination itself calls its rank doubtful: the next one is about as likely. */
export const SURE = 0.6;
/** An examination is news for a week; a border stays worth a word for two. */
export const NEW_RANK_DAYS = 7;
export const BORDER_DAYS = 14;

/** What a manager can do something about in one day. */
export const MOST_NEEDS = 12;
/** Names beside a number on the first page: what one takes in without reading. */
export const MOST_NAMED = 12;

/** An idea of the week must have been met by so many people, or it is about one person. */
export const WEEK_LEAST_PEOPLE = 3;
/** And by each of them in so many answers. */
export const WEEK_LEAST_ANSWERS = 2;
/** With fewer people who get it wrong there is nothing for the whole team to do. */
export const WEEK_LEAST_WRONG = 2;
/** Below a quarter of those who were asked it is a matter for a word with each, not for the team's week. */
export const WEEK_LEAST_SHARE = 0.25;
