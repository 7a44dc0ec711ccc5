/** The province on the stage: joins what stands, what flies and who marches, and draws the view frame by frame. */
import type { Control } from '../../../kernel/act.ts';
import type { ActScene, Frame, Pointing } from '../../../stage/act-stage.ts';
import type { Box, StageLayout } from '../../../stage/layout/stage-layout.ts';
import type { Stage } from '../../../stage/stage.ts';
import { countHeld } from '../rules/ground.ts';
import type { CampaignHappening } from '../rules/happenings.ts';
import type { CampaignIntent } from '../rules/intents.ts';
import type { CampaignState, CampaignView } from '../rules/state.ts';
import { viewOf } from '../rules/view.ts';
import { Answers } from './answers.ts';
import { Backdrop } from './backdrop.ts';
import { bakeBooks } from './books.ts';
import { Column } from './column.ts';
import { Commander } from './commander.ts';
import { Effects } from './effects.ts';
import { Ending } from './ending.ts';
import { beckoning } from './hinting.ts';
import { lightOf, nightOf } from './hour.ts';
import { Kites } from './kites.ts';
import { Marks } from './marks.ts';
import { Net } from './net.ts';
import { findNearest, layOutProvince, type ProvinceLayout } from './province-layout.ts';
import { layRoads, type Road } from './roads.ts';
import { Scouts } from './scouts.ts';
import { readTimetable, type Journey } from './timetable.ts';
import { lookAtTowns, orderOf, type TownLook } from './town-look.ts';
import { Towns } from './towns.ts';
import { soldierSize, Troops } from './troops.ts';
import { kindOf, type TownKind } from './wall-pieces.ts';

/** Everything that stands at one size of the stage, and is made anew at another. */
interface Set {
  readonly layout: ProvinceLayout;
  readonly roads: readonly Road[];
  readonly backdrop: Backdrop;
  readonly towns: Towns;
  readonly net: Net;
  readonly kites: Kites;
  readonly troops: Troops;
  readonly scouts: Scouts;
  readonly column: Column;
  readonly marks: Marks;
  readonly effects: Effects;
}

const NO_POINTING: Pointing = { hovered: null, focused: null, scanned: null };
const PULSE_MS = 300;

export class ProvinceScene implements ActScene<CampaignState, CampaignHappening> {
  readonly #stage: Stage;
  readonly #state: CampaignState;
  readonly #kinds: readonly TownKind[];
  readonly #commander: Commander;
  readonly #answers: Answers;
  readonly #hand = { x: 0, y: 0 };
  readonly #shortAt = (town: number): number | null => this.#set.troops.shortAt(town);
  readonly #laddersAt = (town: number): number | null => this.#looks[town]?.ladders ?? null;
  #set: Set;
  #view: CampaignView;
  #pointing: Pointing = NO_POINTING;
  #looks: readonly TownLook[] = [];
  #lookedAt = '';
  #beckons: number | null = null;
  #journeys: readonly Journey[] = [];
  #marched = 0;
  #pulseMs = 0;
  #ending: Ending | null = null;

  constructor(stage: Stage, state: CampaignState) {
    this.#stage = stage;
    this.#state = state;
    this.#view = viewOf(state);
    const { province, parameters } = this.#view;
    this.#kinds = Array.from(province.worth, (worth) => kindOf(worth, parameters.leastWorth, parameters.mostWorth));
    this.#set = this.#raise(layOutProvince(stage.layout, province));
    this.#commander = new Commander(stage, this.#set.layout);
    this.#answers = new Answers({
      stage,
      commander: this.#commander,
      set: () => this.#set,
      view: () => this.#view,
    });
  }

  draw({ state, between, playMs, wallMs, calm }: Frame<CampaignState>): void {
    if (this.#view.tick !== state.tick) this.#view = viewOf(state);
    const view = this.#view;
    const { backdrop, towns, net, kites, troops, scouts, column, marks, effects } = this.#set;
    const share = playMs === 0 && state.tick === 0 ? 0 : between;
    const seconds = playMs / 1000;
    this.#stage.lamp.setHour(lightOf(view, nightOf(view, share)));
    this.#look(view);
    if (view.isMarching && this.#marched !== view.week) this.#setOut(view);
    const now = view.isMarching ? view.ticksIn + share : 0;
    const idleMs = playMs === 0 && state.tick > 0 ? 0 : wallMs;
    this.#pulseMs = Math.max(0, this.#pulseMs - wallMs);
    backdrop.update(idleMs, calm);
    towns.update(view, this.#looks, this.#pointing, this.#shortAt, this.#beckons, wallMs, calm);
    this.#commander.update(idleMs / 1000, calm);
    this.#commander.findHand(this.#hand);
    net.update(view, isOrdered(view, 'website'), idleMs, calm);
    const journeys = view.isMarching ? this.#journeys : NO_JOURNEYS;
    kites.update(view, journeys, now, this.#hand, idleMs, calm);
    troops.update(view, now, this.#laddersAt, wallMs, calm);
    column.update(view, now, wallMs, calm);
    scouts.update(now, view.isMarching, calm);
    marks.update(view, this.#pulseMs / PULSE_MS);
    if (view.isOver) this.#end(view).update(wallMs, calm);
    effects.update(view.isOver ? wallMs / 1000 : seconds, calm);
  }

  happened(happened: readonly CampaignHappening[]): void {
    this.#view = viewOf(this.#state);
    for (const each of happened) {
      if (each.what === 'march') this.#setOut(this.#view);
      if (each.what === 'ordered') this.#pulseMs = PULSE_MS;
      this.#answers.answer(each);
    }
  }

  asked(control: Control): void {
    const intent = control.intent as CampaignIntent;
    const { layout, towns } = this.#set;
    if (intent.do === 'choose') {
      const place = layout.towns[intent.town];
      if (!place) return;
      towns.press();
      this.#commander.pointAt(place.x, place.y);
      this.#stage.lamp.flare(place.x, place.y - 20 * place.size, 200 * place.size, 0.3);
    } else if (intent.do === 'order') {
      const { commander } = layout;
      this.#stage.lamp.flare(commander.x, commander.y - 300 * commander.size, 460 * commander.size, 0.24);
    }
  }

  place(controlId: string): Box | null {
    if (!controlId.startsWith('town-')) return null;
    return this.#set.layout.towns[Number(controlId.slice('town-'.length))]?.button ?? null;
  }

  nearest(x: number, y: number): string | null {
    const town = findNearest(this.#set.layout.towns, x, y);
    return town === null ? null : `town-${town}`;
  }

  point(pointing: Pointing): void {
    this.#pointing = pointing;
  }

  resize(stageLayout: StageLayout): void {
    const layout = layOutProvince(stageLayout, this.#view.province);
    if (sameBox(layout.opening, this.#set.layout.opening)) return;
    this.#strike();
    this.#set = this.#raise(layout);
    this.#commander.relayOut(layout);
    this.#lookedAt = '';
    if (this.#view.isMarching) this.#setOut(this.#view);
  }

  close(): void {
    this.#strike();
    this.#commander.destroy();
  }

  counts(): Readonly<Record<string, number>> {
    return { towns: this.#kinds.length, sprays: this.#set.effects.sprays.live, puppetParts: this.#commander.parts };
  }

  #raise(layout: ProvinceLayout): Set {
    const stage = this.#stage;
    const roads = layRoads(this.#view.province.neighbours, layout);
    const near = Math.max(...layout.towns.map(({ size }) => size));
    const books = bakeBooks(stage, soldierSize(near) * 1.35, near * 0.34);
    const backdrop = new Backdrop(stage, layout, roads, this.#kinds);
    const towns = new Towns(stage, layout, this.#kinds);
    return {
      layout,
      roads,
      backdrop,
      towns,
      net: new Net(stage, layout),
      kites: new Kites(stage, layout, books, towns.towns),
      troops: new Troops(stage, layout, books, towns.towns),
      column: new Column(stage, layout),
      scouts: new Scouts(stage, books.scout, towns.towns),
      marks: new Marks(stage, layout),
      effects: new Effects(stage, layout, towns.towns),
    };
  }

  #end(view: CampaignView): Ending {
    this.#ending ??= new Ending(this.#stage, this.#set.layout, countHeld(view));
    return this.#ending;
  }

  #strike(): void {
    this.#ending?.destroy();
    this.#ending = null;
    const { backdrop, towns, net, kites, troops, scouts, column, marks, effects } = this.#set;
    for (const each of [backdrop, towns, net, kites, troops, scouts, column, marks, effects]) each.destroy();
  }

  /** The week begins to play out: who goes where, and when. */
  #setOut(view: CampaignView): void {
    this.#marched = view.week;
    this.#journeys = readTimetable(view.parameters, view.orders);
    const { troops, scouts, column, roads } = this.#set;
    column.begin(this.#journeys);
    troops.begin(this.#journeys, roads, view.held);
    scouts.begin(this.#journeys, roads, view.held);
  }

  /** Looks at the towns again when the view, the plan or what is pointed at has changed. */
  #look(view: CampaignView): void {
    const { scanned, focused, hovered } = this.#pointing;
    const pointed = scanned ?? focused ?? hovered;
    const tick = view.isMarching || view.isOver ? view.tick : view.week;
    const seen = `${tick} ${view.chosen} ${view.orders.length} ${pointed ?? ''}`;
    if (seen === this.#lookedAt) return;
    this.#lookedAt = seen;
    this.#looks = lookAtTowns(view, orderOf(pointed, view.chosen));
    this.#beckons = beckoning(view);
  }
}

const NO_JOURNEYS: readonly Journey[] = [];

function isOrdered(view: CampaignView, kind: 'website' | 'supply'): boolean {
  for (const order of view.orders) if (order.kind === kind) return true;
  return false;
}

function sameBox(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
