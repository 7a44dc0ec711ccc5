import type { Mark } from '../../wire/delivery.ts';
import type { Round } from './courier.ts';

/** What the screens show. */
export interface TeamState {
  /** `unknown` until the database answered. */
  readonly place: 'unknown' | 'alone' | 'member';
  readonly name: string;
  readonly team: string;
  /** `waiting`: it did not get through and will be tried again by itself. `old`: the server is older than the game. */
  readonly line: 'idle' | 'sending' | 'waiting' | 'old';
  /** When the server last had everything; milliseconds since 1970, null when that was not in this page life. */
  readonly deliveredAt: number | null;
  /** How many records of this page life's deliveries are kept and do not count, by reason. */
  readonly notCounted: Readonly<Partial<Record<Mark, number>>>;
  /** Versions of rules that the server runs, by act, as its last answer of this page life said; null until then. */
  readonly serverRules: Readonly<Record<string, readonly number[]>> | null;
}
export const NO_TEAM: TeamState = {
  place: 'unknown',
  name: '',
  team: '',
  line: 'idle',
  deliveredAt: null,
  notCounted: {},
  serverRules: null,
};

/** How the line stands after a round. */
export function lineAfter(round: Round): TeamState['line'] {
  if (round.end !== 'later') return 'idle';
  return round.why === 'olderServer' ? 'old' : 'waiting';
}
