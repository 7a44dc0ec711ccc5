/** What the carried pair is seen doing, by what the rules say that it does. Pure. */
import type { Pose } from '../../../stage/rig/rig.ts';
import type { Direction } from '../rules/intents.ts';
import type { Doing } from '../rules/views.ts';
import {
  pairArrive,
  pairCall,
  pairClimb,
  pairFeel,
  pairGrope,
  pairLook,
  pairReport,
  pairRest,
  pairStand,
  pairStumble,
  pairWalk,
} from './pair-poses.ts';

/** What a pose is chosen by. */
export interface Bearing {
  readonly doing: Doing;
  readonly facing: Direction;
  /** Share of the doing that is done, 0 to 1. */
  readonly share: number;
  /** Share of the way to the next cell that the feet have gone, 0 to 1. */
  readonly gone: number;
  /** Turns of the legs, by the way gone; for strides and for slow steps. */
  readonly strides: number;
  readonly gropes: number;
  /** Seconds for breath and wind; 0 where nothing may move. */
  readonly s: number;
  /** Height of a lane, in units of the figure. */
  readonly rise: number;
  /** 0 to 1 while a word is said, and which; −1 when none is. */
  readonly calls: number;
  readonly word: Direction;
  /** 0 to 1 while he recoils from what is closed; −1 when he does not. */
  readonly bumps: number;
  /** 0 the map is in its case, to 1 it lies open. */
  readonly looks: number;
  /** Seconds since the passage was over; below 0 before. */
  readonly over: number;
  /** Units that the blind man alone has gone on into the dark, when he has reached the last market. */
  readonly goneOff: number;
  /** It ended at the last market. */
  readonly arrived: boolean;
}

/** Seconds of the gestures at the end. */
const ARRIVES_S = 1.6;
const RESTS_S = 2.4;

export function poseOfPair(b: Bearing): Pose {
  if (b.over >= 0)
    return b.arrived ? pairArrive(Math.min(1, b.over / ARRIVES_S), b.s) : pairRest(Math.min(1, b.over / RESTS_S), b.s);
  switch (b.doing) {
    case 'feel':
      return pairFeel(b.facing, b.share, b.s);
    case 'grope':
    case 'stride':
      if (b.facing === 'left') return pairClimb(b.gone, 'up', b.rise);
      if (b.facing === 'right') return pairClimb(b.gone, 'down', b.rise);
      return b.doing === 'stride' ? pairWalk(b.strides) : pairGrope(b.gropes);
    case 'stumble':
      return pairStumble(b.share);
    case 'tell':
      return pairReport(b.share, b.s);
    case 'listen':
    case 'stand':
  }
  if (b.calls >= 0) return pairCall(b.calls, b.word, b.s, b.looks);
  return b.looks > 0 ? pairLook(b.looks, b.s) : pairStand(b.s);
}
