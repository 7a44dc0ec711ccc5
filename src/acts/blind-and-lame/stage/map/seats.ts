/** Which control lies in which direction of the screen, for the eyes that are open now. */
import type { Seat } from '../../../../stage/act-stage.ts';
import type { CommonView } from '../../rules/views.ts';

export type SeatView = Pick<CommonView, 'eyes' | 'passage' | 'parameters'>;

/** The road seen from the side: the market lies to the right, the mountain behind. */
const STEPS = { up: 'step-left', right: 'step-ahead', down: 'step-right', left: 'step-back' } as const;
const CALLS = { up: 'call-left', right: 'call-ahead', down: 'call-right', left: 'call-back' } as const;
/** By ear the road is as he faces it. */
const STEPS_BY_EAR = { up: 'step-ahead', left: 'step-left', right: 'step-right', down: 'step-back' } as const;

/** The seats of this act: one player's, or staff and map. */
export function seatsOf(view: SeatView): readonly Seat[] {
  const { eyes, passage, parameters } = view;
  if (parameters.hands === 2 && parameters.ear === 0) {
    // Who sits where stays so in all three passages; whoever has no body on the road has no keys either.
    const staff: Seat = { ...STEPS, act: 'report', also: ['sound', 'rest'], side: 'left' };
    const map: Seat = { ...CALLS, act: 'unsay', also: ['rest'], side: 'right' };
    const withoutLetters = { key: 'map.withoutLetters' };
    return [
      eyes === 'lame' ? { side: 'left', withoutLetters } : { ...staff, withoutLetters },
      eyes === 'blind' ? { side: 'right' } : map,
    ];
  }
  // One thumb, at the right. On his stone nobody goes where he calls.
  if (eyes === 'lame') {
    return passage === 'lame'
      ? [{ ...CALLS, act: 'unsay', also: ['rest'], side: 'right' }]
      : [{ ...CALLS, act: 'go', also: ['unsay', 'rest'], side: 'right' }];
  }
  const steps = parameters.ear === 1 ? STEPS_BY_EAR : STEPS;
  // Where nobody can unroll a map, the space bar calls out and listens.
  const isAlone = passage === 'blind' || parameters.ear === 1;
  return isAlone
    ? [{ ...steps, act: 'sound', also: ['report', 'rest'], side: 'right' }]
    : [{ ...steps, act: 'look', also: ['report', 'sound', 'go', 'rest'], side: 'right' }];
}
