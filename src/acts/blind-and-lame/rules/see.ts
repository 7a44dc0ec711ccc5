/**
 * Who may know what of a road. A view is good until the next tick: its lists are the road's own. What is true, which
 * crossings are false and what was touched but not told never gets past this file (tests/acts/blind-and-lame/hiding.test.ts).
 */
import type { RoadState } from './state.ts';
import type { BlindView, CommonView, LameView, ScreenView } from './views.ts';

function seeCommon(state: RoadState): CommonView {
  return {
    parameters: state.parameters,
    tick: state.tick,
    passage: state.passage,
    partBegan: state.partBegan,
    partEnds: state.partEnds,
    isBetween: state.isBetween,
    isOver: state.isOver,
    eyes: state.eyes,
    columns: state.road.columns,
    at: state.at,
    towards: state.towards,
    facing: state.facing,
    doing: state.doing,
    doingSince: state.doingSince,
    doingUntil: state.doingUntil,
    isGoing: state.isGoing,
    isWary: state.isWary,
    words: state.words,
    breath: state.breath,
    walked: state.walked,
    marketColumns: state.road.marketColumns,
    won: state.won,
    customers: state.customers,
  };
}

/** A view while it is being made: what its eyes see is added to what everybody sees, which is far quicker than copying. */
type Unfinished<View> = { -readonly [Key in keyof View]: View[Key] };

/** What the staff, the ears and the feet know. */
export function seeBlind(state: RoadState): BlindView {
  const view = seeCommon(state) as Unfinished<BlindView>;
  view.touched = state.touched;
  view.untold = state.untold.length;
  view.waterHeard = state.waterHeard;
  view.windHeard = state.windHeard;
  view.marketHeard = state.marketHeard;
  return view;
}

/** What the map, and a seat high above the mist, tell. */
export function seeLame(state: RoadState): LameView {
  const view = seeCommon(state) as Unfinished<LameView>;
  view.map = state.map;
  view.mended = state.mended;
  view.markets = state.road.markets;
  view.rivals = state.rivals;
  return view;
}

/** What the screen may show now. */
export function seeScreen(state: RoadState): ScreenView {
  const { eyes } = state;
  const view = seeCommon(state) as Unfinished<ScreenView>;
  view.blind = eyes === 'lame' ? null : seeBlind(state);
  view.lame = eyes === 'blind' ? null : seeLame(state);
  return view;
}
