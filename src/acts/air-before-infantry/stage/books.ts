/** The painted books of soldiers, scouts and small kites, and which of their moments is which. */
import craneRig from '../../../../assets/puppets/kite-crane/rig.json' with { type: 'json' };
import infantryRig from '../../../../assets/puppets/infantry/rig.json' with { type: 'json' };
import scoutRig from '../../../../assets/puppets/scout/rig.json' with { type: 'json' };
import swallowRig from '../../../../assets/puppets/kite-swallow/rig.json' with { type: 'json' };
import { readRig, type Pose, type RigSource } from '../../../stage/rig/rig.ts';
import type { Stage } from '../../../stage/stage.ts';
import { bakeBook, type Book } from './bake.ts';
import {
  infantryCheer,
  infantryClimb,
  infantryFall,
  infantryFallBack,
  infantryMarch,
  infantryStand,
  type SoldierRole,
} from './infantry-poses.ts';
import { craneFly, swallowFly } from './kite-poses.ts';
import { scoutCreep, scoutLook } from './scout-poses.ts';

/** The roles in a squad: who carries the banner goes first. */
export const SQUAD: readonly SoldierRole[] = ['banner', 'spear', 'shield'];

/** Where each doing begins in a soldier's book, and how many moments it has. */
export const SOLDIER = {
  march: { from: 0, many: 8 },
  climb: { from: 8, many: 6 },
  back: { from: 14, many: 8 },
  cheer: { from: 22, many: 4 },
  fall: { from: 26, many: 5 },
  stand: { from: 31, many: 1 },
} as const;
export const SCOUT = { creep: { from: 0, many: 8 }, look: { from: 8, many: 1 } } as const;
export const KITE_MOMENTS = 8;

export interface Books {
  readonly soldiers: readonly Book[];
  readonly scout: Book;
  readonly swallow: Book;
  readonly crane: Book;
}

/** Paints all books; sizes are CSS pixels per unit. */
export function bakeBooks(stage: Stage, soldierSize: number, kiteSize: number): Books {
  const infantry = rigOf(infantryRig);
  return {
    soldiers: SQUAD.map((role) =>
      bakeBook(
        stage,
        `province-soldier-${role}`,
        infantry,
        'own',
        soldierPoses(role),
        { x: -230, y: -600, width: 480, height: 640 },
        soldierSize,
      ),
    ),
    scout: bakeBook(
      stage,
      'province-scout',
      rigOf(scoutRig),
      'plain',
      [...moments(8, (t) => scoutCreep(t)), scoutLook(1, 1)],
      { x: -190, y: -470, width: 420, height: 500 },
      soldierSize,
    ),
    swallow: bakeBook(
      stage,
      'province-swallow',
      rigOf(swallowRig),
      'plain',
      moments(KITE_MOMENTS, (t) => swallowFly(t * 2)),
      { x: -390, y: -220, width: 520, height: 440 },
      kiteSize,
    ),
    crane: bakeBook(
      stage,
      'province-crane',
      rigOf(craneRig),
      'plain',
      moments(KITE_MOMENTS, (t) => craneFly(t / 0.55, true)),
      { x: -220, y: -250, width: 460, height: 480 },
      kiteSize,
    ),
  };
}

function soldierPoses(role: SoldierRole): readonly Pose[] {
  return [
    ...moments(8, (t) => infantryMarch(t, role)),
    ...moments(6, (t) => infantryClimb(t, 'bare')),
    ...moments(8, (t) => infantryFallBack(t, role)),
    ...moments(4, (t) => infantryCheer(t, role)),
    ...[0.1, 0.35, 0.6, 0.8, 1].map((t) => infantryFall(t, 'bare')),
    infantryStand(0, role),
  ];
}

function moments(many: number, pose: (t: number) => Pose): readonly Pose[] {
  return Array.from({ length: many }, (_, n) => pose(n / many));
}

function rigOf(source: unknown): ReturnType<typeof readRig> {
  return readRig(source as RigSource);
}

/** The moment of a doing at a phase; in calm always its first. */
export function stepOf(doing: { readonly from: number; readonly many: number }, phase: number, calm: boolean): number {
  if (calm) return doing.from;
  const share = phase - Math.floor(phase);
  return doing.from + Math.min(doing.many - 1, Math.floor(share * doing.many));
}
