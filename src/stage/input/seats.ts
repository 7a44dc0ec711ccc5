/** Which seat a key speaks for, and which control a move of a seat presses. Pure. */
import type { Control } from '../../kernel/act.ts';
import type { Seat } from '../act-stage.ts';
import { isSingleKey, whatKeyAsks, type InputBindings, type PadButton } from './bindings.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';
/** What a seat can be asked for: its directions, its own press, and its further controls. */
export type Move = Direction | 'act' | `also-${1 | 2 | 3 | 4 | 5}`;

export interface SeatAsk {
  /** 0 the first seat, 1 the second. */
  readonly seat: number;
  readonly move: Move;
}

const LEFT_HAND: Readonly<Record<string, Move>> = {
  KeyW: 'up',
  KeyA: 'left',
  KeyS: 'down',
  KeyD: 'right',
  Space: 'act',
};
const RIGHT_HAND: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowLeft: 'left',
  ArrowDown: 'down',
  ArrowRight: 'right',
  Enter: 'act',
  NumpadEnter: 'act',
};
/** The gamepad's other buttons, for what a seat has besides. */
const ALSO: Partial<Record<PadButton, Move>> = {
  x: 'also-1',
  y: 'also-2',
  b: 'also-3',
  rb: 'also-4',
  lb: 'also-5',
};

export function isDirection(what: string | null): what is Direction {
  return what === 'left' || what === 'right' || what === 'up' || what === 'down';
}

/**
 * The seat and move that a key stands for, or null when it is not a seat's. Where two share a keyboard the keys of both
 * hands are fixed, so that neither can take the other's; own bindings of the directions work for the second seat too.
 */
export function whatSeatKeyAsks(
  bindings: InputBindings,
  seats: number,
  code: string,
  scanning: boolean,
): SeatAsk | null {
  if (seats === 0) return null;
  const what = whatKeyAsks(bindings, code, scanning);
  if (what === 'switch' || what === 'pause') return null;
  const bound = isDirection(what) || what === 'act' ? what : null;
  if (seats === 1) return bound === null ? null : { seat: 0, move: bound };
  const left = LEFT_HAND[code];
  if (left !== undefined) return !bindings.singleKeys && isSingleKey(code) ? null : { seat: 0, move: left };
  const right = RIGHT_HAND[code] ?? bound;
  return right === null ? null : { seat: 1, move: right };
}

/** The further control of a seat that a gamepad's button presses, or null. */
export function whatSeatPadAsks(button: PadButton): Move | null {
  return ALSO[button] ?? null;
}

/** The id of the control that a move presses, or null when the seat has none there. */
function controlOf(seat: Seat | undefined, move: Move): string | null {
  if (!seat) return null;
  if (isDirection(move) || move === 'act') return seat[move] ?? null;
  return seat.also?.[Number(move.slice('also-'.length)) - 1] ?? null;
}

export interface SeatPort {
  seats(): readonly Seat[];
  control(id: string): Control | null;
  press(control: Control): void;
}

/**
 * Presses what a seat asks for; true when the seats had the say. A press on what is not enabled tells why, as any other
 * press does; a hold that goes on does not say it again.
 */
export function steerSeat({ seat, move }: SeatAsk, port: SeatPort, goesOn = false): boolean {
  const seats = port.seats();
  if (seats.length === 0) return false;
  const id = controlOf(seats[seat], move);
  const control = id === null ? null : port.control(id);
  if (control && (control.enabled || !goesOn)) port.press(control);
  return true;
}
