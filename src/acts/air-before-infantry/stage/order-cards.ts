/**
 * The panel of orders in short words: the chosen town with its facts, and on every button what it will do. The numbers
 * are the control's own, so that eye and ear are told the same. Pure.
 */
import type { Control, TextRef } from '../../../kernel/act.ts';
import type { PanelCard, PanelHead } from '../../../stage/act-stage.ts';
import { nameNeighbours } from '../rules/controls.ts';
import { foreseeWeek, spanAt, type WeekForesight } from '../rules/foresight.ts';
import { isKnown, spanWalls } from '../rules/ground.ts';
import { hintHere } from './hinting.ts';
import type { CampaignState, CampaignView } from '../rules/state.ts';
import { viewOf } from '../rules/view.ts';
import { nameOf, namesOf } from './naming.ts';
import { MANY } from './province-layout.ts';

type Values = NonNullable<TextRef['values']>;

/** What the panel is about: the chosen town, and on the march nothing else than before. */
export function headPanel(state: CampaignState): PanelHead {
  const view = viewOf(state);
  const note = hintHere(view);
  const canPlan = view.week > 0 && !view.isMarching && !view.isOver;
  const planned = canPlan ? foreseeWeek(view, view.orders) : null;
  return {
    id: `town-${view.chosen}`,
    title: nameOf(view.chosen),
    ...(view.province.towns >= MANY && { steps: stepsFrom(view) }),
    facts: listFacts(view, planned),
    ...(note && { note }),
    // When the last week is over there is nothing left to plan.
    ...(!view.isOver && { plan: sumUp(view, planned) }),
  };
}

/** The towns before and after the chosen one in reading order, and round. */
function stepsFrom({ chosen, province: { towns } }: CampaignView): NonNullable<PanelHead['steps']> {
  return { before: `town-${(chosen + towns - 1) % towns}`, after: `town-${(chosen + 1) % towns}` };
}

/** The orders of the week, and what purse and income will be when it is over. */
function sumUp(view: CampaignView, planned: WeekForesight | null): NonNullable<PanelHead['plan']> {
  const lines = view.orders.map((order): TextRef => {
    const values = namesOf(order);
    return { key: 'town' in order ? 'plan.order' : 'plan.wide', values };
  });
  const title: TextRef = { key: 'plan.title', values: { week: Math.max(1, view.week) } };
  if (planned === null) return { title, lines, sum: { key: 'plan.marching' } };
  const { purse, income } = planned;
  const { stipend } = view.parameters;
  const isSure = purse.least === purse.most && income.least === income.most;
  const values = {
    purse: purse.least,
    purseLow: purse.least,
    purseHigh: purse.most,
    income: income.least + stipend,
    incomeLow: income.least + stipend,
    incomeHigh: income.most + stipend,
  };
  return { title, lines, sum: { key: isSure ? 'plan.after' : 'plan.afterSpan', values } };
}

function listFacts(view: CampaignView, planned: WeekForesight | null): readonly TextRef[] {
  const { province, chosen: town } = view;
  const worth: TextRef = { key: 'facts.worth', values: { worth: province.worth[town] as number } };
  const beside: TextRef = { key: 'facts.neighbours', values: nameNeighbours(province, town) };
  const tools: readonly TextRef[] =
    view.supplyLeft > 0 ? [{ key: 'facts.supply', values: { count: view.supplyLeft } }] : [];
  if (view.held[town] === 1) return [{ key: 'facts.held' }, worth, beside, ...tools];
  const garrison: TextRef = { key: 'facts.garrison', values: { garrison: province.garrison[town] as number } };
  return [describeWalls(view, town, planned), worth, garrison, beside, ...tools];
}

/** Walls as they are, and as this week's air will leave them. */
function describeWalls(view: CampaignView, town: number, planned: WeekForesight | null): TextRef {
  const now = spanWalls(view, town);
  const then = planned === null ? now : spanAt(planned, 'walls', town);
  const isSame = now.least === then.least && now.most === then.most;
  if (isKnown(view, town)) {
    const values = { walls: now.most, after: then.most };
    return isSame ? { key: 'facts.known', values } : { key: 'facts.planned', values };
  }
  const values = { low: now.least, high: now.most, afterLow: then.least, afterHigh: then.most };
  return isSame ? { key: 'facts.unknown', values } : { key: 'facts.plannedUnknown', values };
}

/** What a button of the panel shows; null for a control that is no order. */
export function cardOf(control: Control): PanelCard | null {
  const [, kind, form] = control.text.key.split('.');
  if (kind === undefined || form === undefined || !control.id.startsWith('order-')) return null;
  const name: TextRef = { key: `orders.${kind}.name` };
  const values: Values = control.text.values ?? {};
  if (form === 'name') return { name };
  if (control.enabled) return promise(kind, form, values);
  const lack: TextRef = { key: `details.refused.${form}`, values };
  // What is only too dear shows what it would do: that is what a purse is weighed against.
  if (form === 'purse') return { ...promise(kind, String(values['form']), values), lack };
  return { name, detail: lack, ...(form === 'twice' && { isGiven: true }) };
}

/** Price and effect of an order, and of infantry how sure that is. */
function promise(kind: string, form: string, values: Values): PanelCard {
  const name: TextRef = { key: `orders.${kind}.name` };
  const price: TextRef = { key: form === 'scouted' ? 'orders.priceSpan' : 'orders.price', values };
  const card = { name, price, detail: { key: `details.${describe(kind, form, values)}`, values } };
  return kind === 'infantry' ? { ...card, omen: foretell(form, values) } : card;
}

/** The key, under `details`, of what an order that can be given will do. */
function describe(kind: string, form: string, values: Values): string {
  switch (kind) {
    case 'posters':
    case 'mail':
      return form === 'can' ? 'air' : 'airUnseen';
    case 'exhibition':
      if (form === 'around') return 'fairAround';
      return form === 'can' ? 'fair' : 'fairUnseen';
    case 'infantry': {
      if (form === 'scouted') return 'takesBehindScout';
      const omen = foretell(form, values);
      if (omen === 'lost') return 'wontTake';
      return omen === 'sure' && form === 'can' ? 'takes' : omen === 'sure' ? 'takesBehindScout' : 'mayTake';
    }
    case 'supply':
      return Number(values['saves'] ?? 0) > 0 ? 'supplySaves' : 'supply';
    default:
      return kind;
  }
}

function foretell(form: string, values: Values): 'sure' | 'open' | 'lost' {
  const percent = form === 'about' ? Number(values['percent'] ?? 0) : 100;
  if (percent >= 100) return 'sure';
  return percent <= 0 ? 'lost' : 'open';
}
