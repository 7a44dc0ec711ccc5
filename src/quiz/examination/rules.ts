/** The numbers of the examination; docs/examination.md says how they were found. */

/** Fewest and most items of an examination. */
export const LEAST = 6;
export const MOST = 30;

/**
 * The share of the bank from which one examination draws its first `LEAST` items, which everybody meets; and the share of
 * the rest that is added afterwards, when players of different ability have parted and many have finished.
 */
export const FIRST_SHARE = 0.2;
export const LATER_SHARE = 0.5;
/** A small bank gives at least so many at first, and afterwards, so that there is something to choose from. */
export const FIRST_FEWEST = 16;
export const LATER_FEWEST = MOST;

/** By so many items every group of ideas has been met. */
export const ALL_GROUPS_BY = 8;
/** By how many items the share of a group may run ahead of its share of the bank. */
export const GROUP_SLACK = 3;

/** What one more item costs, in probability of the right tier: it is asked only when it is expected to gain more. */
export const ITEM_COST = 0.0023;
