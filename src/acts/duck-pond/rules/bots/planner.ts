/**
 * One strategy with its choices laid open as numbers: the full cycle is one point of this space, and a search over
 * all of it (`scripts/search-plans.ts`) shows whether any plan, with shots or without, does better.
 */
import { carries, steadiness } from '../crossbow.ts';
import { SPOTS } from '../intents.ts';
import type { PondView } from '../state.ts';
import { bestSpot, looseAt, nothing, paced, secondsLeft, use, type Move, type PondBot } from './pace.ts';

export interface PlanRange {
  readonly from: number;
  readonly to: number;
  readonly whole?: true;
}

/** The choices of a plan and how far each may go. */
export const PLAN_RANGES = {
  /** Spots that are worked at all, from the middle outwards. */
  focus: { from: 1, to: SPOTS, whole: true },
  /** Grain is thrown where no more kernels than this are left. */
  grainBelow: { from: 0, to: 20, whole: true },
  /** Glue is painted where it is no stronger than this, and at least `glueCrowd` birds feed. */
  glueBelow: { from: 0, to: 0.9 },
  glueCrowd: { from: 0, to: 4, whole: true },
  /** Share of the evening after which held ducks are gathered, and the number left at each spot as callers (not on the last evening). */
  gatherFrom: { from: 0, to: 1 },
  callers: { from: 0, to: 6, whole: true },
  /** Share of the effort that grain may not touch until gathering has begun. */
  reserve: { from: 0, to: 0.8 },
  /** Loose feeding ducks are taken by hand where at least this many feed (above 7: never). */
  stalkCrowd: { from: 1, to: 9, whole: true },
  /** First evening on which bolts are shot, and the last (an empty range: never). */
  shootFirst: { from: 1, to: 6, whole: true },
  shootLast: { from: 0, to: 5, whole: true },
  /** Share of such an evening after which bolts are shot; steadiness waited for; birds that must sit at the spot. */
  shootFrom: { from: 0, to: 1 },
  steady: { from: 0, to: 1 },
  shootCrowd: { from: 1, to: 4, whole: true },
  /** Most held ducks that may be in earshot of a shot, each weighted by how much of the fear reaches it. */
  earshot: { from: 0, to: 8 },
} as const satisfies Readonly<Record<string, PlanRange>>;

export type Plan = Readonly<Record<keyof typeof PLAN_RANGES, number>>;

/** Makes the bot that follows a plan. */
export function makePlanner(plan: Plan): PondBot {
  return paced(4, (state) => {
    const done = 1 - secondsLeft(state) / state.parameters.eveningSeconds;
    if (state.gatherAt >= 0) return isEnough(state, plan) ? pickNext(state, plan, done) : feed(state, plan, done);
    const shot = shoot(state, plan, done);
    if (shot !== undefined) return shot;
    return pickNext(state, plan, done);
  });
}

function pickNext(state: PondView, plan: Plan, done: number): Move {
  const gathering = gather(state, plan, done);
  if (gathering.length > 0) return gathering;
  const painting = paint(state, plan);
  return painting.length > 0 ? painting : feed(state, plan, done);
}

/** Whether the host should leave the spot at which he gathers. */
function isEnough(state: PondView, plan: Plan): boolean {
  const held = state.held[state.gatherAt] as number;
  return held > 0 ? held <= callersOf(state, plan) : (state.feeding[state.gatherAt] as number) < plan.stalkCrowd;
}

function callersOf(state: PondView, plan: Plan): number {
  return state.evening >= state.parameters.evenings ? 0 : plan.callers;
}

function isWorked(at: number, plan: Plan): boolean {
  return Math.abs(at - (SPOTS - 1) / 2) <= plan.focus / 2;
}

function gather(state: PondView, plan: Plan, done: number): Move {
  const { gatherEffort, stalkEffort } = state.parameters;
  if (done >= plan.gatherFrom && state.effort >= gatherEffort) {
    const spare = callersOf(state, plan);
    const at = bestSpot((spot) => (state.held[spot] as number) - spare);
    if (at >= 0 && at !== state.gatherAt) return use('hand', at);
  }
  if (state.effort < stalkEffort) return nothing();
  const at = bestSpot(
    (spot) => ((state.held[spot] as number) === 0 ? (state.feeding[spot] as number) : 0),
    plan.stalkCrowd - 0.5,
  );
  return at < 0 || at === state.gatherAt ? nothing() : use('hand', at);
}

function paint(state: PondView, plan: Plan): Move {
  const { parameters, glue, held, feeding, grain } = state;
  if (state.effort < parameters.glueEffort) return nothing();
  const at = bestSpot((spot) => {
    if (!isWorked(spot, plan) || (glue[spot] as number) > plan.glueBelow) return 0;
    if ((held[spot] as number) >= parameters.stripRoom || (grain[spot] as number) === 0) return 0;
    return (feeding[spot] as number) >= plan.glueCrowd ? 1 + (feeding[spot] as number) : 0;
  });
  return at < 0 ? nothing() : use('glue', at);
}

function feed(state: PondView, plan: Plan, done: number): Move {
  const { parameters, grain, fear, held } = state;
  const kept = done >= plan.gatherFrom ? state.tally.held * parameters.gatherEffort : plan.reserve * parameters.effort;
  if (state.effort < parameters.grainEffort + kept) return nothing();
  const at = bestSpot((spot) => {
    if (!isWorked(spot, plan) || (grain[spot] as number) > plan.grainBelow || (fear[spot] as number) > 0.5) return 0;
    return 1 + (state.feeding[spot] as number) + (held[spot] as number) + (state.resting[spot] as number);
  });
  return at < 0 ? nothing() : use('grain', at);
}

/** A shot, or the wait for a steady hand; nothing at all when this is no time to shoot. */
function shoot(state: PondView, plan: Plan, done: number): Move | undefined {
  if (state.evening < plan.shootFirst || state.evening > plan.shootLast || done < plan.shootFrom) return undefined;
  if (state.effort < state.parameters.boltEffort) return undefined;
  const at = bestSpot((spot) => {
    if (looseAt(state, spot) < plan.shootCrowd) return 0;
    let near = 0;
    for (let other = 0; other < SPOTS; other++)
      near += carries(state.parameters.fearReach, Math.abs(spot - other)) * (state.held[other] as number);
    return near > plan.earshot ? 0 : looseAt(state, spot);
  });
  if (at < 0) return undefined;
  if (state.aimAt >= 0 && looseAt(state, state.aimAt) >= plan.shootCrowd)
    return steadiness(state) >= plan.steady ? use('bolt', state.aimAt) : nothing();
  return use('bolt', at);
}
