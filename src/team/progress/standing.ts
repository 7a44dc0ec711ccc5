import type { ProgressCell } from '../../wire/team.ts';

/** How far somebody is with an act: nothing played; played, debrief still open; played and the debrief settled. */
export const STANDINGS = ['notBegun', 'atIt', 'through'] as const;
export type ActStanding = (typeof STANDINGS)[number];

export function standingIn(cell: ProgressCell | undefined): ActStanding {
  if (cell === undefined || cell.attempts === 0) return 'notBegun';
  return cell.debrief === 1 ? 'through' : 'atIt';
}
