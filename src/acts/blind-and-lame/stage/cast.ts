/** Everybody who is on the stage, and what they carry with them: rods, words, the pool of light in the dark. */
import type { Stage } from '../../../stage/stage.ts';
import { LANES } from '../rules/places.ts';
import { RIVALS } from '../rules/state.ts';
import type { ScreenView } from '../rules/views.ts';
import type { Camera } from './camera.ts';
import type { Hour } from './hour.ts';
import { LameFigure } from './lame-figure.ts';
import { Mount, mountShare } from './mount.ts';
import { Night } from './night.ts';
import { Rivals } from './rivals.ts';
import { project, type RoadLayout } from './road-layout.ts';
import { BLIND_HOOKS, LAME_HOOKS, Rods, WALKER_HOOKS } from './rods.ts';
import type { Way } from './stride.ts';
import { Walker } from './walker.ts';
import { Words } from './words.ts';

const NO_WORDS: readonly [] = [];

/** What a frame is drawn with. */
export interface Moment {
  readonly view: ScreenView;
  /** Ticks with fractions. */
  readonly now: number;
  readonly way: Way;
  readonly hour: Hour;
  /** 0 to 1: how dark it is, and how much is played by ear. */
  readonly dark: number;
  readonly ear: number;
  /** Seconds of play, and on the wall. */
  readonly seconds: number;
  readonly wallS: number;
  readonly calm: boolean;
}

export class Cast {
  readonly #stage: Stage;
  readonly walker: Walker;
  readonly lame: LameFigure;
  readonly rivals: Rivals;
  readonly words: Words;
  readonly #mount: Mount;
  #layout: RoadLayout;
  #rods: Rods;
  #night: Night;
  /** Where the road begins: where the walker stood when the passage began. */
  #start = 0;
  /** The ground under the feet, the tip of the staff and the pointing hand, on the screen. */
  readonly feet = { x: 0, y: 0 };
  readonly tip = { x: 0, y: 0 };
  readonly hand = { x: 0, y: 0 };
  /** Whom the light stays with when the lamp is turned. */
  readonly middle = { x: 0, y: 0 };

  constructor(stage: Stage, layout: RoadLayout) {
    this.#stage = stage;
    this.#layout = layout;
    this.#rods = new Rods(stage);
    this.#night = new Night(stage, layout);
    this.walker = new Walker(stage);
    this.lame = new LameFigure(stage);
    this.rivals = new Rivals(stage, RIVALS);
    this.words = new Words(stage);
    this.#mount = new Mount(stage, this.walker, this.lame);
  }

  get parts(): number {
    return this.walker.parts + this.lame.parts + this.rivals.parts;
  }

  /** A passage begins at a cell: everybody from the beginning. */
  begin(at: number): void {
    this.#start = at;
    this.walker.begin();
    this.lame.begin();
    this.rivals.forget();
  }

  update(moment: Moment, camera: Camera): void {
    const { view, way, hour, dark, ear, wallS, calm } = moment;
    const { framing } = camera;
    project(framing, camera, way.column, way.lane, this.feet);
    const isSeated = view.passage === 'lame';
    if (isSeated) this.#seat(moment);
    else this.#walk(moment, camera);
    const seesRivals = view.lame !== null && view.blind === null && !view.isOver && !view.isBetween;
    if (seesRivals) this.rivals.update(view.lame, this.#start, camera, hour.gone, 1, wallS, calm);
    else if (view.isOver || view.isBetween) this.rivals.leave();
    else this.rivals.hide();
    const { opening, setSize } = this.#layout;
    const wordSize = isSeated ? setSize * 0.8 : framing.unit * 1.5;
    const room = opening.x + opening.width - this.hand.x - 30;
    const words = isSeated || view.isOver ? NO_WORDS : view.words;
    this.words.update(words, this.hand, wordSize, room, 1 - ear, wallS, wallS * 1000, calm);
    this.#night.update(dark, view.eyes === 'both', ear, this.feet, this.tip, framing.unit * 520, wallS * 1000, calm);
  }

  /** After a change of size: what is laid for a layout is laid anew. */
  relayOut(layout: RoadLayout): void {
    this.#layout = layout;
    this.#rods.destroy();
    this.#night.destroy();
    // They come again by themselves, with lanterns of the light that was painted for the new size.
    this.rivals.leave();
    this.#rods = new Rods(this.#stage);
    this.#night = new Night(this.#stage, layout);
  }

  destroy(): void {
    this.#rods.destroy();
    this.#night.destroy();
    this.walker.destroy();
    this.lame.destroy();
    this.rivals.destroy();
    this.words.destroy();
    this.#mount.destroy();
  }

  /** The lame man on his stone, and in the turn the other who takes him up. */
  #seat({ view, now, seconds, wallS, calm }: Moment): void {
    const { stone } = this.#layout;
    const share = mountShare(view, now);
    const isMounting = share >= 0;
    if (!isMounting) {
      this.walker.leave();
      this.#mount.hide();
    }
    const isShown = isMounting && this.#mount.update(this.#layout, share, seconds, calm);
    if (!isShown) this.lame.update(stone.x, stone.y, stone.unit, LANES, 1, wallS, calm, !isMounting);
    this.lame.findHand(this.hand);
    this.#rods.follow(this.lame.puppet, LAME_HOOKS, stone.unit, isMounting ? 0 : 0.7);
    this.middle.x = stone.x + 60 * stone.unit;
    this.middle.y = stone.y - 230 * stone.unit;
  }

  #walk({ view, way, dark, seconds, wallS, calm }: Moment, { framing }: Camera): void {
    const isPair = view.passage === 'together';
    this.#mount.hide();
    this.lame.leave();
    this.walker.update(view, way, isPair, framing, this.feet, 1, seconds, wallS, calm);
    this.walker.findTip(this.tip);
    this.walker.findHand(this.hand);
    this.#rods.follow(this.walker.puppet, isPair ? WALKER_HOOKS : BLIND_HOOKS, framing.unit, 0.7 * (1 - dark));
    this.middle.x = this.feet.x;
    this.middle.y = this.feet.y - (isPair ? 330 : 220) * framing.unit;
  }
}
