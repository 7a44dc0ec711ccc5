/**
 * One switch: the light walks over the groups of controls by itself; the switch chooses a group, then a control of it.
 * Pure: time comes in, the choice goes out.
 */

/** A group of controls that can be acted on now. */
export interface ScanGroup {
  readonly group: string;
  readonly ids: readonly string[];
}

export interface ScanState {
  /** Which group the light is on, or inside of. */
  readonly group: string | null;
  /** Which control the light is on; null while groups are walked. */
  readonly item: string | null;
  /** Milliseconds that the light has rested here. */
  readonly restedMs: number;
  /** Whole walks over the items of this group without a press; after two the light goes back to the groups. */
  readonly rounds: number;
}

export const SCAN_START: ScanState = { group: null, item: null, restedMs: 0, rounds: 0 };
const FASTEST_SCAN_MS = 800;
const SLOWEST_SCAN_MS = 4000;
const ROUNDS_BEFORE_LEAVING = 2;

/** Walks on when the light has rested for a period. A place that has vanished is left for the next one. */
export function scanOn(state: ScanState, groups: readonly ScanGroup[], elapsedMs: number, periodMs: number): ScanState {
  const filled = groups.filter((each) => each.ids.length > 0);
  const first = filled[0];
  if (!first) return SCAN_START;
  const now = filled.find((each) => each.group === state.group);
  if (!now) return enter(first, filled.length === 1);
  if (state.item !== null && !now.ids.includes(state.item)) return { ...state, item: now.ids[0] ?? null, restedMs: 0 };
  const period = Math.max(FASTEST_SCAN_MS, Math.min(SLOWEST_SCAN_MS, periodMs));
  const restedMs = state.restedMs + elapsedMs;
  if (restedMs < period) return { ...state, restedMs };
  if (state.item === null) {
    const next = filled[(filled.indexOf(now) + 1) % filled.length] ?? first;
    return { group: next.group, item: null, restedMs: 0, rounds: 0 };
  }
  const at = now.ids.indexOf(state.item);
  const wraps = at === now.ids.length - 1;
  const rounds = state.rounds + (wraps ? 1 : 0);
  if (rounds >= ROUNDS_BEFORE_LEAVING && filled.length > 1)
    return { group: now.group, item: null, restedMs: 0, rounds: 0 };
  return { group: now.group, item: now.ids[(at + 1) % now.ids.length] ?? null, restedMs: 0, rounds };
}

/** The switch was pressed: enters the group under the light, or chooses the control under it. */
export function pressSwitch(
  state: ScanState,
  groups: readonly ScanGroup[],
): { readonly state: ScanState; readonly chosen: string | null } {
  const filled = groups.filter((each) => each.ids.length > 0);
  const now = filled.find((each) => each.group === state.group);
  if (!now) return { state, chosen: null };
  if (state.item === null) return { state: enter(now, true), chosen: null };
  // After a choice the light begins again at the groups: tool first, then place, as a hand would.
  const next = filled.length > 1 ? { group: now.group, item: null, restedMs: 0, rounds: 0 } : enter(now, true);
  return { state: next, chosen: state.item };
}

function enter(group: ScanGroup, inside: boolean): ScanState {
  return { group: group.group, item: inside ? (group.ids[0] ?? null) : null, restedMs: 0, rounds: 0 };
}
