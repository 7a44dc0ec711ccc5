import { Refusal } from '../routing/refusal.ts';
import type { Caller } from '../routing/route.ts';

/** The owner or manager who calls. Routes that use it allow only those; the refusal is for a row that forgot to. */
export function accountOf(caller: Caller): {
  readonly id: string;
  readonly role: 'owner' | 'manager';
  readonly session: Buffer;
} {
  if (caller.role !== 'owner' && caller.role !== 'manager') throw new Refusal('notAllowed');
  return { id: caller.account, role: caller.role, session: caller.session };
}
