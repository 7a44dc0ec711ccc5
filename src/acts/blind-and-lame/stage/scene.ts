/** The mountain road on the stage: joins what stands, who walks and what answers, and draws the view frame by frame. */
import type { Control } from '../../../kernel/act.ts';
import type { ActScene, Frame, Pointing } from '../../../stage/act-stage.ts';
import type { Box, StageLayout } from '../../../stage/layout/stage-layout.ts';
import type { Stage } from '../../../stage/stage.ts';
import type { RoadHappening } from '../rules/happenings.ts';
import type { RoadIntent } from '../rules/intents.ts';
import type { Passage } from '../rules/places.ts';
import { seeScreen } from '../rules/see.ts';
import type { RoadState } from '../rules/state.ts';
import type { ScreenView } from '../rules/views.ts';
import { Answers } from './answers.ts';
import { Backdrop } from './backdrop.ts';
import { Camera } from './camera.ts';
import { Cast } from './cast.ts';
import { Crowd } from './crowd.ts';
import { Effects } from './effects.ts';
import { EDGE, Ground } from './ground.ts';
import { airOf, lightOf, readHour, type Hour } from './hour.ts';
import { chooseLook, type FramingName, type Look } from './look.ts';
import { layOutMap } from './map/map-layout.ts';
import { MapScroll } from './map/map-scroll.ts';
import { Pads } from './map/pads.ts';
import { CELL, layOutRoad, project, stepBox, type RoadLayout } from './road-layout.ts';
import { Roadside } from './roadside.ts';
import { readWay, type Way } from './stride.ts';
import { Surroundings } from './surroundings.ts';
import { Turn } from './turn.ts';

/** Seconds in which most of a change of light is done. */
const LIGHT_S = 0.22;

/** Seconds of each half of the dark between two framings. */
const DIP_S = 0.16;

/** What is laid for one layout, and made anew for another. */
interface Laid {
  readonly backdrop: Backdrop;
  readonly surroundings: Surroundings;
  readonly roadside: Roadside;
  readonly ground: Ground;
  readonly crowd: Crowd;
  readonly turn: Turn;
}

export class RoadScene implements ActScene<RoadState, RoadHappening> {
  readonly #stage: Stage;
  readonly #state: RoadState;
  readonly #hands: number;
  #view: ScreenView;
  #layout: RoadLayout;
  #laid: Laid;
  readonly #camera: Camera;
  readonly #cast: Cast;
  readonly #effects: Effects;
  readonly #answers: Answers;
  readonly #map: MapScroll;
  readonly #pads: Pads;
  #look: Look;
  #passage: Passage | null = null;
  /** The framing that is shown; in calm a change of it goes through a short dark, 0 to 1. */
  #framed: FramingName;
  #dip = 0;
  #dark = 0;
  #mist = 0;
  #ear = 0;
  /** Share of the light that was gone last, and seconds since the end. */
  #last = 0;
  #overS = 0;
  readonly #hour: Hour = { gone: 0, stars: 0, glory: 0 };
  readonly #way: Way = { column: 0, lane: 0, share: 0, gone: 0, walks: false };
  /** How far the road has gone by under the eye since the last frame, in CSS pixels. */
  readonly #passed = { x: 0, y: 0 };

  constructor(stage: Stage, state: RoadState) {
    this.#stage = stage;
    this.#state = state;
    this.#hands = state.parameters.hands;
    const view = seeScreen(state);
    this.#view = view;
    this.#look = chooseLook(view);
    this.#framed = this.#look.framing;
    this.#layout = layOutRoad(stage.layout, view.columns, this.#hands);
    this.#laid = this.#lay();
    this.#camera = new Camera(this.#layout[this.#look.framing]);
    this.#cast = new Cast(stage, this.#layout);
    this.#effects = new Effects(stage);
    this.#map = new MapScroll(stage, this.#mapBox());
    this.#pads = new Pads(stage, view);
    this.#answers = new Answers({
      stage,
      walker: this.#cast.walker,
      lame: this.#cast.lame,
      effects: this.#effects,
      words: this.#cast.words,
      ground: () => this.#laid.ground,
      layout: () => this.#layout,
      isSeated: () => this.#view.passage === 'lame',
      isPair: () => this.#view.passage === 'together',
      place: (column, lane, into) => project(this.#camera.framing, this.#camera, column, lane, into),
      size: () => this.#camera.framing.cell,
    });
  }

  draw({ state, between, playMs, wallMs, calm }: Frame<RoadState>): void {
    if (this.#view.tick !== state.tick) this.#view = seeScreen(state);
    const view = this.#view;
    const seconds = playMs / 1000;
    const wallS = wallMs / 1000;
    const now = view.tick + (view.isOver ? 0 : between) - 1;
    if (view.passage !== this.#passage) this.#begin(view);
    this.#light(view, now, wallS, calm);
    const way = readWay(view, now + 1, this.#way);
    this.#moveEye(view, way, wallS, calm);
    const { backdrop, surroundings, roadside, ground, crowd, turn } = this.#laid;
    const camera = this.#camera;
    const hour = this.#hour;
    const light = 1 - Math.min(1, this.#dark * 1.02);
    backdrop.update(hour, camera.column, playMs === 0 ? 0 : wallMs, calm);
    surroundings.update(camera, hour, this.#mist, light, wallMs, calm);
    roadside.update(camera.column, airOf(hour), light, calm);
    ground.update(view, camera, way.column, way.lane, wallS, calm);
    this.#effects.size = camera.framing.cell;
    const { dark, ear } = { dark: this.#dark, ear: this.#ear };
    this.#cast.update({ view, now, way, hour, dark, ear, seconds, wallS, calm }, camera);
    crowd.update(hour.glory, wallMs, calm);
    this.#effects.update(seconds, this.#passed.x, this.#passed.y);
    turn.update(view, now, this.#cast.middle, this.#dip, calm);
    const isAway = view.isOver || view.isBetween;
    this.#map.update(view, wallMs, calm, isAway);
    this.#pads.update(wallMs, calm, isAway);
  }

  happened(happened: readonly RoadHappening[]): void {
    this.#view = seeScreen(this.#state);
    for (const each of happened) {
      this.#answers.answer(each);
      this.#map.happened(each);
      if (each.what === 'repair') this.#cast.rivals.forget();
    }
  }

  asked(control: Control): void {
    this.#pads.press(control.id);
    const intent = control.intent as RoadIntent;
    const { tip, hand, walker } = this.#cast;
    const reach = 120 * this.#camera.framing.cell;
    if (intent.do === 'step') {
      walker.lean(intent.to);
      this.#stage.lamp.flare(tip.x, tip.y, reach, 0.14);
    } else if (intent.do === 'call') this.#stage.lamp.flare(hand.x, hand.y, reach, 0.16);
  }

  place(controlId: string): Box | null {
    const leaf = this.#pads.place(controlId);
    if (leaf) return leaf;
    return stepBox(this.#camera.framing, controlId, this.#stage.layout.target);
  }

  twin(controlId: string): Box | null {
    return this.#map.twin(controlId);
  }

  point(pointing: Pointing): void {
    this.#pads.point(pointing);
  }

  offered(controls: readonly Control[]): void {
    this.#pads.offer(controls, seeScreen(this.#state));
  }

  resize(stageLayout: StageLayout): void {
    const layout = layOutRoad(stageLayout, this.#view.columns, this.#hands);
    if (sameBox(layout.opening, this.#layout.opening)) return;
    this.#layout = layout;
    const before = this.#laid;
    for (const each of Object.values(before) as readonly { destroy(): void }[]) each.destroy();
    this.#laid = this.#lay(before.ground);
    this.#cast.relayOut(layout);
    this.#framed = this.#look.framing;
    this.#camera.reframe(layout[this.#framed], true);
    this.#map.resize(this.#mapBox());
    this.#pads.resize();
  }

  close(): void {
    for (const each of Object.values(this.#laid) as readonly { destroy(): void }[]) each.destroy();
    this.#cast.destroy();
    this.#effects.destroy();
    this.#map.destroy();
    this.#pads.destroy();
  }

  counts(): Readonly<Record<string, number>> {
    return {
      cells: this.#laid.ground.laid,
      particles: this.#effects.particles.live,
      puppetParts: this.#cast.parts,
    };
  }

  #lay(before?: Ground): Laid {
    const stage = this.#stage;
    const layout = this.#layout;
    const { columns, marketColumns } = this.#view;
    // First: it paints what the others are made of.
    const backdrop = new Backdrop(stage, layout, columns);
    return {
      backdrop,
      surroundings: new Surroundings(stage, layout),
      roadside: new Roadside(stage, layout, columns, marketColumns),
      ground: new Ground(stage, layout, columns, before),
      crowd: new Crowd(stage, layout),
      turn: new Turn(stage, layout),
    };
  }

  #mapBox(): Box {
    return layOutMap(this.#stage.layout, this.#view.columns, this.#hands).scroll.box;
  }

  /** A passage begins: everything is where it was at first, at once, behind the dark of the turn. */
  #begin(view: ScreenView): void {
    this.#passage = view.passage;
    this.#look = chooseLook(view);
    this.#dark = this.#look.dark;
    this.#mist = this.#look.mist;
    this.#ear = this.#look.ear;
    this.#framed = this.#look.framing;
    this.#camera.reframe(this.#layout[this.#framed], true);
    this.#camera.jump();
    this.#cast.begin(view.at);
    const { ground } = this.#laid;
    ground.scars.clear();
    ground.settle(view);
  }

  #light(view: ScreenView, now: number, wallS: number, calm: boolean): void {
    if (view.isOver) this.#overS += wallS;
    readHour(view, now, this.#last, this.#overS, this.#hour);
    if (!view.isBetween && !view.isOver) this.#last = this.#hour.gone;
    const look = chooseLook(view);
    this.#look = look;
    this.#reframe(look.framing, wallS, calm);
    const keep = Math.exp(-wallS / LIGHT_S);
    this.#dark = look.dark + (this.#dark - look.dark) * keep;
    this.#mist = look.mist + (this.#mist - look.mist) * keep;
    this.#ear = look.ear + (this.#ear - look.ear) * keep;
    this.#stage.lamp.setHour(lightOf(this.#hour, this.#dark));
  }

  /** Goes over to another framing; where nothing may move, by a short dark between the two pictures. */
  #reframe(name: FramingName, wallS: number, calm: boolean): void {
    const isChange = name !== this.#framed;
    if (calm && isChange && this.#dip < 1) {
      this.#dip = Math.min(1, this.#dip + wallS / DIP_S);
      return;
    }
    if (isChange) this.#camera.reframe(this.#layout[name], calm);
    else this.#dip = Math.max(0, this.#dip - wallS / DIP_S);
    this.#framed = name;
  }

  #moveEye(view: ScreenView, way: Way, wallS: number, calm: boolean): void {
    const camera = this.#camera;
    const { column, lane } = camera;
    camera.follow(
      view.passage === 'lame' ? this.#watchRivals(view.columns) : way.column,
      way.lane,
      view.columns,
      wallS,
      calm,
    );
    const { cell } = camera.framing;
    this.#passed.x = (column - camera.column) * CELL.width * cell;
    this.#passed.y = (lane - camera.lane) * CELL.lane * cell;
  }

  /** The column that the lame man's eyes follow, so that the land never ends inside the opening. */
  #watchRivals(columns: number): number {
    const { opening } = this.#layout;
    const { x, cell } = this.#camera.framing;
    const pitch = CELL.width * cell;
    const least = (x - opening.x) / pitch - EDGE - 0.4;
    const most = columns - 1 - ((opening.x + opening.width - x) / pitch - EDGE - 0.4);
    const first = this.#cast.rivals.first ?? 0;
    return least > most ? (columns - 1) / 2 : Math.max(least, Math.min(most, first));
  }
}

function sameBox(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
