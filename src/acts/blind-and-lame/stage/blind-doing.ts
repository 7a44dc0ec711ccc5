/** What the blind man alone is seen doing, by what the rules say that he does. Pure. */
import type { Pose } from '../../../stage/rig/rig.ts';
import {
  BLIND_STRIDE,
  blindBump,
  blindClimb,
  blindFeel,
  blindGrope,
  blindListen,
  blindSit,
  blindStand,
  blindStumble,
  blindWalk,
} from './blind-poses.ts';
import type { Bearing } from './pair-doing.ts';

const SITS_S = 2.2;
/** Of the time that he listens, the hand goes to the ear in this share. */
const HAND_UP = 0.3;

function goOff(b: Bearing): Pose {
  return b.goneOff > 0 ? blindWalk(b.goneOff / BLIND_STRIDE) : blindStand(b.s);
}

export function poseOfBlind(b: Bearing): Pose {
  if (b.over >= 0) return b.arrived ? goOff(b) : blindSit(Math.min(1, b.over / SITS_S), b.s);
  switch (b.doing) {
    case 'feel':
      return blindFeel(b.facing, b.share, b.s);
    case 'grope':
    case 'stride':
      if (b.facing === 'left') return blindClimb(b.gone, 'up', b.rise);
      if (b.facing === 'right') return blindClimb(b.gone, 'down', b.rise);
      return b.doing === 'stride' ? blindWalk(b.strides) : blindGrope(b.gropes);
    case 'stumble':
      return blindStumble(b.share);
    case 'listen': {
      const down = Math.max(0, (b.share - 0.85) / 0.15);
      return blindListen(Math.min(1, b.share / HAND_UP) * (1 - down), b.s);
    }
    case 'tell':
    case 'stand':
  }
  return b.bumps >= 0 ? blindBump(b.bumps) : blindStand(b.s);
}
