/**
 * What happens in the campaign, in sentences for those who listen: in the order in which it happens, short, so that a
 * week can be followed by ear. Pure.
 */
import type { TextRef } from '../../../kernel/act.ts';
import type { Told } from '../../../stage/act-stage.ts';
import type { CampaignHappening } from '../rules/happenings.ts';
import { foreseeWeek } from '../rules/foresight.ts';
import type { CampaignView } from '../rules/state.ts';
import { namesOf, numberOf } from './naming.ts';

/** So many strikes of one arm, or more, told together are told as a number of towns. */
const MANY = 3;

type Of<What extends CampaignHappening['what']> = Extract<CampaignHappening, { what: What }>;

/** Tells what happened since the last announcement. `hint`: what the storyteller has to say now, if it is new. */
export function tellCampaign(
  happened: readonly CampaignHappening[],
  view: CampaignView,
  hint: TextRef | null = null,
): readonly Told[] {
  const told: Told[] = [];
  let rest = dropOvertaken(happened);
  while (rest.length > 0) {
    const [first] = rest as [CampaignHappening];
    const strikes = countStrikes(rest);
    const text =
      strikes >= MANY
        ? { key: 'happenings.airMany', values: { arm: (first as Of<'air'>).arm, count: countTowns(rest, strikes) } }
        : tellOne(first, view);
    if (text !== null) told.push({ text, ...(first.what === 'over' && { urgent: true }) });
    rest = rest.slice(strikes >= MANY ? strikes : 1);
  }
  if (hint !== null) told.push({ text: hint });
  return told;
}

/** Of choices and of changes to the plan only the last is worth a sentence; a week that follows another needs none. */
function dropOvertaken(happened: readonly CampaignHappening[]): readonly CampaignHappening[] {
  const isPlan = ({ what }: CampaignHappening): boolean =>
    what === 'choose' || what === 'ordered' || what === 'undone' || what === 'refused';
  return happened.filter((each, i) => {
    if (each.what === 'week') return !happened.some(({ what }) => what === 'weekOver');
    if (each.what === 'weekOver') return !happened.some(({ what }) => what === 'over');
    const next = happened[i + 1];
    return !isPlan(each) || next === undefined || !isPlan(next);
  });
}

/** How many strikes of the same arm come first. */
function countStrikes(rest: readonly CampaignHappening[]): number {
  const [first] = rest;
  if (first?.what !== 'air') return 1;
  const other = rest.findIndex((each) => each.what !== 'air' || each.arm !== first.arm);
  return other < 0 ? rest.length : other;
}

function countTowns(rest: readonly CampaignHappening[], strikes: number): number {
  return new Set(rest.slice(0, strikes).flatMap((each) => (each.what === 'air' ? each.towns : []))).size;
}

/** One happening as a sentence; null for what needs none. */
function tellOne(happening: CampaignHappening, view: CampaignView): TextRef | null {
  const say = (key: string, values?: TextRef['values']): TextRef =>
    values === undefined ? { key: `happenings.${key}` } : { key: `happenings.${key}`, values };
  switch (happening.what) {
    case 'week':
      return say('week', { week: happening.week, count: happening.purse });
    case 'choose':
      return say('choose', { n: numberOf(happening.town) });
    case 'ordered':
    case 'undone': {
      const values = { ...namesOf(happening.order), left: leftOf(view) };
      if (happening.what === 'undone' && view.orders.length === 0) return say('undoneAll', values);
      return say(`${happening.what}${'town' in happening.order ? '' : 'Wide'}`, values);
    }
    case 'refused':
      return say(`refused.${happening.why}`);
    case 'march': {
      const { week, orders } = happening;
      return orders.length === 0 ? say('rest', { week }) : say('march', { week, count: orders.length });
    }
    case 'supply':
      return say('supply', { count: happening.weeks });
    case 'website':
      return say('website', { points: happening.points });
    case 'air':
      return say(`air.${happening.arm}`, {
        n: numberOf(happening.town),
        count: happening.towns.length,
        points: happening.by[0] ?? 0,
      });
    case 'recon':
      return say('recon', { n: numberOf(happening.town), walls: happening.walls });
    case 'taken':
      return say('taken', { n: numberOf(happening.town), walls: happening.walls, cost: happening.cost });
    case 'fell': {
      const { town, walls, expected, cost } = happening;
      return say('fell', { n: numberOf(town), walls, expected, cost });
    }
    case 'grow':
      return say('grow', { count: happening.towns.length });
    case 'income':
      return say('income', { count: happening.coins + happening.stipend });
    case 'word':
      return say('word', { count: happening.towns.length });
    case 'weekOver': {
      const { week, purse, held } = happening;
      return say('weekOver', { week, purse, held });
    }
    case 'over': {
      const { worth, purse, held } = happening;
      return say('over', { worth, purse, held });
    }
  }
}

/** Coins that are left when the plan is paid, at worst. */
function leftOf(view: CampaignView): number {
  return view.isMarching ? view.purse : foreseeWeek(view, view.orders).left.least;
}
