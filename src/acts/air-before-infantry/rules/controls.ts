/** What can be acted on now, for buttons, keys, switches and screen readers. */
import type { Control, TextRef } from '../../../kernel/act.ts';
import { foresee, foreseeWeek, spanAt, type OrderForesight, type WeekForesight } from './foresight.ts';
import { isKnown, spanWalls, type Span } from './ground.ts';
import { PROVINCE_ORDERS, TOWN_ORDERS, type CampaignIntent, type Order, type OrderKind } from './intents.ts';
import { priceOf } from './orders.ts';
import type { Province } from './province/province.ts';
import type { CampaignState, CampaignView } from './state.ts';
import { viewOf } from './view.ts';

/** The towns (group `town`), the chosen town's menu (`order`), the province's (`province`), and the plan (`action`). */
export function listControls(state: CampaignState): readonly Control<CampaignIntent>[] {
  const view = viewOf(state);
  const planned = canPlan(view) ? foreseeWeek(view, view.orders) : null;
  const controls: Control<CampaignIntent>[] = [];
  for (let town = 0; town < view.province.towns; town++) controls.push(townControl(view, planned, town));
  for (const kind of TOWN_ORDERS) controls.push(orderControl(view, planned, { kind, town: view.chosen }, 'order'));
  for (const kind of PROVINCE_ORDERS) controls.push(orderControl(view, planned, { kind }, 'province'));
  const orders = view.isMarching ? 0 : view.orders.length;
  const last = view.orders.at(-1);
  controls.push(
    action(
      'undo',
      last === undefined || orders === 0 ? { key: 'actions.undoNothing' } : undoText(last),
      orders > 0,
      'undo',
    ),
    action('undo-all', { key: 'actions.undoAll', values: { count: orders } }, orders > 0, 'undoAll'),
    action('march', marchText(view, planned), canPlan(view), 'march'),
  );
  return controls;
}

function canPlan(view: CampaignView): boolean {
  return view.week > 0 && !view.isMarching && !view.isOver;
}

function townControl(view: CampaignView, planned: WeekForesight | null, town: number): Control<CampaignIntent> {
  return {
    id: `town-${town}`,
    group: 'town',
    text: describeTown(view, planned, town),
    intent: { do: 'choose', town },
    enabled: !view.isOver,
    pressed: view.chosen === town,
  };
}

/** A town in words: what it pays, its walls (after this week's air, if some is planned), who its neighbours are. */
function describeTown(view: CampaignView, planned: WeekForesight | null, town: number): TextRef {
  const { province } = view;
  const values: Record<string, string | number> = {
    n: town + 1,
    worth: province.worth[town] as number,
    garrison: province.garrison[town] as number,
    ...nameNeighbours(province, town),
    orders: view.orders.filter((order) => 'town' in order && order.town === town).length,
  };
  if (view.held[town] === 1) return { key: 'towns.held', values };
  const walls = planned === null ? spanWalls(view, town) : spanAt(planned, 'walls', town);
  if (isKnown(view, town)) return { key: 'towns.known', values: { ...values, walls: walls.most } };
  return { key: 'towns.unknown', values: { ...values, ...spanned('walls', walls) } };
}

/** More neighbours than this are not named one by one; towns of a thousand provinces have at most eight. */
const MOST_NAMED = 10;

/**
 * A town's neighbours as values of a text: `around` is their number, `a`, `b`, `c` … the towns, counted from 1, so that
 * each language can name them and join the names in its own way.
 */
export function nameNeighbours(province: Province, town: number): Readonly<Record<string, number>> {
  const named = (province.neighbours[town] as readonly number[]).slice(0, MOST_NAMED);
  const values: Record<string, number> = { around: named.length };
  for (const [i, other] of named.entries()) values['abcdefghij'.charAt(i)] = other + 1;
  return values;
}

function orderControl(
  view: CampaignView,
  planned: WeekForesight | null,
  order: Order,
  group: 'order' | 'province',
): Control<CampaignIntent> {
  const { kind } = order;
  const control = { id: `order-${kind}`, group, intent: { do: 'order', order } } as const;
  if (planned === null) return { ...control, text: { key: `orders.${kind}.name` }, enabled: false };
  const seen = foresee(view, order, planned);
  if (seen.refusal === null) return { ...control, text: describeOrder(view, planned, seen), enabled: true };
  if (seen.refusal === 'purse') return { ...control, text: describeDear(view, planned, seen), enabled: false };
  const values = { n: view.chosen + 1, cost: priceOf(view, order), left: planned.left.least, weeks: view.exhibitionIn };
  return { ...control, text: { key: `orders.${kind}.${seen.refusal}`, values }, enabled: false };
}

/** An order that the purse cannot pay for: what it would do all the same, under its own name `form`, and what is left. */
function describeDear(view: CampaignView, planned: WeekForesight, seen: OrderForesight): TextRef {
  const { key, values } = describeOrder(view, planned, seen);
  const form = key.slice(key.lastIndexOf('.') + 1);
  return { key: `orders.${seen.order.kind}.purse`, values: { ...values, form, left: planned.left.least } };
}

/** An order with what it will do. */
function describeOrder(view: CampaignView, planned: WeekForesight, seen: OrderForesight): TextRef {
  const { order, cost, income } = seen;
  const key = (form: string): string => `orders.${order.kind}.${form}`;
  const values: Record<string, string | number> = { n: view.chosen + 1, cost: cost.most, count: seen.towns.length };
  switch (order.kind) {
    case 'recon':
      return { key: key('can'), values };
    case 'supply':
      return {
        key: key('can'),
        values: {
          ...values,
          saves: seen.saves.least,
          percent: percent(view.parameters.supplyCut),
          weeks: view.parameters.supplyWeeks,
        },
      };
    case 'website':
      return {
        key: key('can'),
        values: {
          ...values,
          by: Math.min(view.parameters.websiteStep, Math.max(0, view.parameters.websiteMost - view.website)),
        },
      };
    case 'infantry': {
      const shown = { ...values, ...spanned('walls', seen.walls as Span), income: income.most };
      if (cost.least !== cost.most) return { key: key('scouted'), values: { ...shown, ...spanned('cost', cost) } };
      if (seen.chance === 1) return { key: key('can'), values: shown };
      return { key: key('about'), values: { ...shown, percent: percent(seen.chance ?? 0) } };
    }
    case 'posters':
    case 'exhibition':
    case 'mail': {
      if (view.held[order.town] === 1) return { key: key('around'), values };
      // Walls that are down already do not change: what there is now stands for all three.
      const walls = spanAt(planned, 'walls', order.town);
      const next = spanAt(planned, 'nextWalls', order.town);
      const own = seen.towns.find(({ town }) => town === order.town) ?? { before: walls, after: walls, nextWeek: next };
      const shown = {
        ...values,
        ...spanned('before', own.before),
        ...spanned('after', own.after),
        ...spanned('next', own.nextWeek),
      };
      return { key: key(own.before.least === own.before.most ? 'can' : 'about'), values: shown };
    }
  }
}

function undoText(order: Order): TextRef {
  const values = 'town' in order ? { n: order.town + 1 } : {};
  return { key: `actions.undo.${order.kind satisfies OrderKind}`, values };
}

function marchText(view: CampaignView, planned: WeekForesight | null): TextRef {
  if (planned === null) return { key: 'actions.marching', values: { week: Math.max(1, view.week) } };
  const values = { week: view.week, count: view.orders.length, ...spanned('spent', planned.spent) };
  return { key: view.orders.length === 0 ? 'actions.rest' : 'actions.march', values };
}

function action(
  id: string,
  text: TextRef,
  enabled: boolean,
  does: 'undo' | 'undoAll' | 'march',
): Control<CampaignIntent> {
  return { id, group: 'action', text, intent: { do: does }, enabled };
}

/** A span as values of a text: `wallsLow` and `wallsHigh`, and the higher of them as `walls`. */
function spanned(name: string, { least, most }: Span): Readonly<Record<string, number>> {
  return { [name]: most, [`${name}Low`]: least, [`${name}High`]: most };
}

function percent(share: number): number {
  return Math.round(share * 100);
}
