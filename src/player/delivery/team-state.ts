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
}
export const NO_TEAM: TeamState = { place: 'unknown', name: '', team: '', line: 'idle', deliveredAt: null };
