/** What the stage does when something happens on the road: each answer on the figure, the ground and the lamp. */
import type { Stage } from '../../../stage/stage.ts';
import type { RoadHappening } from '../rules/happenings.ts';
import { LANES } from '../rules/places.ts';
import type { Effects } from './effects.ts';
import type { Ground } from './ground.ts';
import type { LameFigure } from './lame-figure.ts';
import type { RoadLayout } from './road-layout.ts';
import type { Walker } from './walker.ts';
import type { Words } from './words.ts';

/** What answers need of the scene. */
export interface Answering {
  readonly stage: Stage;
  readonly walker: Walker;
  readonly lame: LameFigure;
  readonly effects: Effects;
  readonly words: Words;
  ground(): Ground;
  layout(): RoadLayout;
  /** Whether the lame man sits alone on his stone. */
  isSeated(): boolean;
  isPair(): boolean;
  /** Where a cell's tread lies on the screen. */
  place(column: number, lane: number, into: { x: number; y: number }): void;
  /** CSS pixels per unit of the set, as it is drawn now. */
  size(): number;
}

export class Answers {
  readonly #of: Answering;
  readonly #point = { x: 0, y: 0 };
  readonly #other = { x: 0, y: 0 };
  #flags = 0;

  constructor(of: Answering) {
    this.#of = of;
  }

  answer(each: RoadHappening): void {
    const { walker, lame, effects, stage } = this.#of;
    const { lamp } = stage;
    const point = this.#point;
    const k = this.#of.size();
    switch (each.what) {
      case 'touch':
      case 'bump': {
        walker.findTip(point);
        const isOpen = each.what === 'touch';
        effects.tap(point, each.place, isOpen);
        lamp.flare(point.x, point.y, (isOpen ? 150 : 230) * k, isOpen ? 0.16 : 0.3);
        if (!isOpen) {
          walker.bump();
          stage.shake(1.5);
        }
        return;
      }
      case 'step':
        this.#of.place(Math.floor(each.at / LANES), each.at % LANES, point);
        effects.dust(point, each.stride ? 2 : 1);
        return;
      case 'stumble':
        this.#of.place(Math.floor(each.at / LANES), each.at % LANES, point);
        walker.findTip(this.#other);
        effects.stones(point, 9, 300);
        effects.dust(point, 5);
        effects.tap(this.#other, each.place, false);
        lamp.flare(point.x, point.y - 120 * k, 700 * k, 0.55);
        stage.shake(7);
        stage.holdBreath(90);
        return;
      case 'call': {
        if (this.#of.isSeated()) {
          lame.call(each.to);
          lame.findHand(point);
          this.#letFall(each.to);
        } else {
          walker.call(each.to);
          walker.findHand(point);
        }
        effects.breath(point);
        lamp.flare(point.x, point.y, 170 * k, 0.24);
        return;
      }
      case 'sound':
        walker.findMouth(this.#of.isPair(), point);
        effects.voice(point, 1);
        lamp.flare(point.x, point.y, 320 * k, 0.3);
        return;
      case 'echo':
        walker.findTip(point);
        point.x = walker.breast.x;
        effects.echo(point, each.to, each.open);
        return;
      case 'bell': {
        const { opening } = this.#of.layout();
        // The bell is heard from the side where it hangs: a light at the edge of the opening.
        lamp.flare(
          opening.x + opening.width * (each.columns >= 0 ? 0.96 : 0.04),
          opening.y + opening.height * 0.4,
          260 * k,
          0.4,
        );
        return;
      }
      case 'report': {
        const at = walker.breast;
        lamp.flare(at.x, at.y - 90 * k, 420 * k, 0.3 + 0.1 * Math.min(3, each.repaired));
        return;
      }
      case 'repair':
        for (const cell of each.cells) {
          this.#of.ground().scars.set(cell, each.cause);
          this.#of.place(Math.floor(cell / LANES), cell % LANES, point);
          lamp.flare(point.x, point.y, 260 * k, 0.3);
        }
        return;
      case 'market':
        this.#market(each.first, each.last);
        return;
      case 'rival':
        if (this.#of.isSeated()) lame.watch();
        return;
      case 'sunset':
        walker.end(each.arrived);
        lame.end();
        return;
      case 'refused':
        if (each.why !== 'breath') return;
        if (this.#of.isSeated()) lame.findHand(point);
        else walker.findMouth(this.#of.isPair(), point);
        effects.breath(point);
        return;
      // The rest is seen in the figures, the map, the hour and the gauges themselves.
      case 'passage':
      case 'unsay':
      case 'look':
      case 'go':
      case 'hint':
      case 'light':
      case 'over':
    }
  }

  /** A word that nobody walks flies out over the road and falls into the grass. */
  #letFall(to: Extract<RoadHappening, { what: 'call' }>['to']): void {
    const { words } = this.#of;
    const { opening, stone } = this.#of.layout();
    const size = this.#of.layout().setSize * 0.8;
    const far = 0.16 + 0.13 * (this.#flags % 5);
    this.#flags++;
    words.letFall(to, this.#point, stone.x + opening.width * far, stone.y + (6 + 9 * (this.#flags % 3)) * size, size);
  }

  #market(first: boolean, last: boolean): void {
    const { stage, effects } = this.#of;
    const { lamp } = stage;
    const k = this.#of.size();
    const at = this.#of.walker.breast;
    lamp.flare(at.x, at.y - 60 * k, 1500 * k, first ? 0.9 : 0.5);
    lamp.flare(at.x + 120 * k, at.y - 160 * k, 800 * k, first ? 0.6 : 0.3);
    stage.holdBreath(last ? 120 : 80);
    if (first) effects.cheer({ x: at.x, y: at.y }, last ? 16 : 10);
  }
}
