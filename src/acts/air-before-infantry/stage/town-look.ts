/** What is to be seen of every town, read off the view: how high its walls stand, and how high a plan would leave them. Pure. */
import { foresee, foreseeWeek, spanAt, type WeekForesight } from '../rules/foresight.ts';
import { isKnown, loweredBy, sizedFor, spanWalls, wallsOf, type Span } from '../rules/ground.ts';
import { PROVINCE_ORDERS, TOWN_ORDERS, type Order } from '../rules/intents.ts';
import type { CampaignView } from '../rules/state.ts';

export interface TownLook {
  /** Walls as they stand now, as far as is known. */
  readonly now: Span;
  /** Walls when this week's infantry would go, with all that is planned and the order that is looked at. */
  readonly after: Span;
  /** Whether recon, or a lost assault, has seen the walls. */
  readonly isKnown: boolean;
  readonly isHeld: boolean;
  /** Whether air has torn anything off them. */
  readonly isTorn: boolean;
  /** Whether the order that is looked at reaches it. */
  readonly isReached: boolean;
  /** Whether infantry is planned, or looked at, here; what its ladders are as high as, and its chance from 0 to 1. */
  readonly ladders: number | null;
  readonly chance: number | null;
}

/** The order that a pointed control stands for; null if it stands for none. */
export function orderOf(controlId: string | null, chosen: number): Order | null {
  if (controlId === null || !controlId.startsWith('order-')) return null;
  const name = controlId.slice('order-'.length);
  const province = PROVINCE_ORDERS.find((kind) => kind === name);
  if (province !== undefined) return { kind: province };
  const kind = TOWN_ORDERS.find((each) => each === name);
  return kind === undefined ? null : { kind, town: chosen };
}

/** Looks at every town; `preview` is an order that is pointed at, seen as if it were given. */
export function lookAtTowns(view: CampaignView, preview: Order | null): readonly TownLook[] {
  const canPlan = view.week > 0 && !view.isMarching && !view.isOver;
  const planned = canPlan && view.orders.length > 0 ? foreseeWeek(view, view.orders) : null;
  const seen = canPlan && preview !== null ? foresee(view, preview, planned ?? foreseeWeek(view, view.orders)) : null;
  const isPreviewed = seen !== null && (seen.refusal === null || seen.refusal === 'purse');
  const reached = new Map(isPreviewed ? seen.towns.map((each) => [each.town, each.after]) : []);
  return Array.from({ length: view.province.towns }, (_, town): TownLook => {
    const now = spanWalls(view, town);
    const after = reached.get(town) ?? (planned === null ? now : spanAt(planned, 'walls', town));
    const isHeld = view.held[town] === 1;
    const isAssaulted = view.orders.some((order) => order.kind === 'infantry' && order.town === town);
    const isLooked = isPreviewed && preview?.kind === 'infantry' && preview.town === town;
    return {
      now,
      after,
      isKnown: isKnown(view, town),
      isHeld,
      isTorn: loweredBy(view, town) > 0,
      isReached: reached.has(town) && !isHeld,
      ladders: (isAssaulted || isLooked) && !isHeld ? laddersAt(view, planned, town, after) : null,
      chance: isLooked ? (seen.chance ?? null) : null,
    };
  });
}

/** How high the ladders are that infantry would bring: as high as the walls that it is sized for. */
function laddersAt(view: CampaignView, planned: WeekForesight | null, town: number, after: Span): number {
  if (after.least === after.most) return after.most;
  const full = sizedFor(view, town);
  const now = wallsOf(view, town, full);
  if (planned === null) return now;
  // What the plan's air will have torn off by then comes off the estimate too.
  return Math.max(0, now - (spanWalls(view, town).most - after.most));
}
