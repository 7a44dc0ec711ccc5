/**
 * Whether the player can do anything now: a choice that only stays chosen, such as a tool in hand, is no deed. In forced
 * scenes nobody can, and silence means nothing. Pure.
 */
import type { Run } from '../../kernel/run.ts';

export function hasFreeHands({ act, state }: Pick<Run, 'act' | 'state'>): boolean {
  return !act.isOver(state) && act.controls(state).some(({ enabled, pressed }) => enabled && pressed === undefined);
}
