/** How each rank bears itself: at ease, at the height of its salute, and how much of the salute it keeps. */
import type { Arm } from './figure.ts';
import type { MusterRank } from './kit.ts';

export interface Bearing {
  readonly near: Arm;
  readonly far: Arm;
  readonly torso: number;
  readonly head: number;
  readonly heldFar: number;
  readonly held: number;
}

/** How each rank stands when nothing is asked of it. */
export const AT_EASE: Readonly<Record<MusterRank, Bearing>> = {
  'low-soldier': {
    torso: 4,
    head: -4,
    near: { wrist: [2, 22], hand: -10 },
    far: { wrist: [74, 4], hand: -70 },
    heldFar: 3,
    held: 0,
  },
  'common-soldier': {
    torso: 1,
    head: -5,
    near: { wrist: [14, -2], hand: -40 },
    far: { wrist: [78, 2], hand: -76 },
    heldFar: 2,
    held: 0,
  },
  'senior-soldier': {
    torso: -2,
    head: -7,
    near: { wrist: [22, -26], hand: -30 },
    far: { wrist: [86, 0], hand: -78 },
    heldFar: 1,
    held: 0,
  },
  general: {
    torso: -3,
    head: -2,
    near: { wrist: [12, -32], hand: -60 },
    far: { wrist: [112, -58], hand: -96 },
    heldFar: 0,
    held: 50,
  },
  marshal: {
    torso: -3,
    head: 0,
    near: { wrist: [4, -14], hand: -50 },
    far: { wrist: [92, -104], hand: -110 },
    heldFar: 12,
    held: 0,
  },
};

/** The height of each rank's salute: fist to the breast, shield to the breast, the open palm, the raised baton. */
export const AT_SALUTE: Readonly<Record<MusterRank, Bearing>> = {
  'low-soldier': {
    torso: 24,
    head: 26,
    near: { wrist: [58, -66], hand: -120 },
    far: { wrist: [96, 0], hand: -70 },
    heldFar: 10,
    held: 0,
  },
  'common-soldier': {
    torso: 12,
    head: 12,
    near: { wrist: [44, -100], hand: -130 },
    far: { wrist: [96, -10], hand: -78 },
    heldFar: 8,
    held: 0,
  },
  'senior-soldier': {
    torso: -4,
    head: -10,
    near: { wrist: [66, -84], hand: -80 },
    far: { wrist: [112, -58], hand: -84 },
    heldFar: 16,
    held: 0,
  },
  general: {
    torso: -8,
    head: -9,
    near: { wrist: [8, -36], hand: -60 },
    far: { wrist: [164, -150], hand: -142 },
    heldFar: 0,
    held: 66,
  },
  marshal: {
    torso: -7,
    head: -5,
    near: { wrist: [2, -18], hand: -50 },
    far: { wrist: [150, -232], hand: -140 },
    heldFar: 20,
    held: 0,
  },
};

/** Who commands keeps the hand up after the salute; who obeys lowers it. */
export const KEEPS: Readonly<Record<MusterRank, number>> = {
  'low-soldier': 0,
  'common-soldier': 0,
  'senior-soldier': 0,
  general: 0.62,
  marshal: 0.94,
};
