/**
 * From this many answers on a visitor who is in a hurry may hear what is known so far: by then the examination has met
 * every group of ideas (`ALL_GROUPS_BY` of the examination's rules).
 */
export const SHORT = 8;

export function isShortEnough(answered: number): boolean {
  return answered >= SHORT;
}
