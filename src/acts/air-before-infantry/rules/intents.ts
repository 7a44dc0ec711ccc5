import { BadInput } from '../../../kernel/act.ts';

/** Orders about one town, in the order of its menu. */
export const TOWN_ORDERS = ['recon', 'posters', 'exhibition', 'mail', 'infantry'] as const;
/** Orders about the whole province, in the order of the buttons. */
export const PROVINCE_ORDERS = ['website', 'supply'] as const;
/** Everything that money can be spent on, in the order of the ledgers. */
export const ORDERS = [...TOWN_ORDERS, ...PROVINCE_ORDERS] as const;

export type TownOrderKind = (typeof TOWN_ORDERS)[number];
export type ProvinceOrderKind = (typeof PROVINCE_ORDERS)[number];
export type OrderKind = (typeof ORDERS)[number];

/** One order of a week. Towns are numbered from 0. */
export type Order = { readonly kind: TownOrderKind; readonly town: number } | { readonly kind: ProvinceOrderKind };

export type CampaignIntent =
  /** Looks at a town: its menu is shown. Costs nothing and may be done at any time. */
  | { readonly do: 'choose'; readonly town: number }
  /** Adds an order to this week's plan; refused if it cannot be carried out or paid. */
  | { readonly do: 'order'; readonly order: Order }
  /** Takes back the last order of this week. */
  | { readonly do: 'undo' }
  /** Takes back all orders of this week. */
  | { readonly do: 'undoAll' }
  /** Ends the planning: the week plays out. */
  | { readonly do: 'march' };

/** No province has more towns than this; whether a town exists in the one that is played, the rules say later. */
const MOST_TOWNS = 60;

/** Checks an intent that came from outside. Throws `BadInput`. */
export function parseIntent(value: unknown): CampaignIntent {
  const given = readObject('intent', value);
  switch (given['do']) {
    case 'choose':
      return { do: 'choose', town: readTown('intent.town', given['town']) };
    case 'order':
      return { do: 'order', order: parseOrder(given['order']) };
    case 'undo':
      return { do: 'undo' };
    case 'undoAll':
      return { do: 'undoAll' };
    case 'march':
      return { do: 'march' };
    default:
      throw new BadInput('intent.do', 'must be choose, order, undo, undoAll or march');
  }
}

function parseOrder(value: unknown): Order {
  const given = readObject('intent.order', value);
  const named = given['kind'];
  const province = PROVINCE_ORDERS.find((kind) => kind === named);
  if (province !== undefined) return { kind: province };
  const kind = TOWN_ORDERS.find((each) => each === named);
  if (kind === undefined) throw new BadInput('intent.order.kind', `must be one of ${ORDERS.join(', ')}`);
  return { kind, town: readTown('intent.order.town', given['town']) };
}

function readObject(path: string, value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new BadInput(path, 'must be an object');
  return value as Readonly<Record<string, unknown>>;
}

function readTown(path: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value >= MOST_TOWNS)
    throw new BadInput(path, `must be a whole number from 0 to ${MOST_TOWNS - 1}`);
  return Math.abs(value);
}
