/** The muster on the stage: the camp, the drum, the flags of the answers and the examinee, and what they do by state. */
import { mixRgb, TOKENS, type Rgb } from '../light/colour.ts';
import type { StageLayout } from '../layout/stage-layout.ts';
import type { SceneDrawing } from '../open-scene.ts';
import type { Stage } from '../stage.ts';
import type { MusterSound } from './ascent.ts';
import { Banners } from './banners.ts';
import { Camp } from './camp.ts';
import { DrumCorner } from './drum-corner.ts';
import { Examinee } from './examinee.ts';
import { Flags } from './flags.ts';
import { Furniture } from './furniture.ts';
import type { MusterRank } from './kit.ts';
import { layOutMuster, LEVELS, MOST_ANSWERS, type Framing, type MusterLayout } from './muster-layout.ts';

/** What is to be seen. */
export interface MusterView {
  readonly state: 'waiting' | 'asking' | 'result';
  /** Looked at only in `result`. */
  readonly rank: MusterRank | null;
  /** Answers given, 0..MOST_ANSWERS. */
  readonly beat: number;
}

/** Before sunrise everything is a little colder and redder. */
const BEFORE_SUNRISE: Rgb = [242, 222, 222];
const ROLL_S = 1.7;
/** How quickly the sun takes its new place, in milliseconds. */
const RISE_MS = 2400;

export class MusterScene implements SceneDrawing {
  readonly #stage: Stage;
  readonly #sound: (what: MusterSound, pan: number) => void;
  #layout: MusterLayout;
  #camp: Camp;
  #banners: Banners;
  #furniture: Furniture;
  readonly #drum: DrumCorner;
  readonly #flags: Flags;
  readonly #examinee: Examinee;
  #view: MusterView | null = null;
  #risen = 0;
  #framing: Framing = 0;

  constructor(stage: Stage, sound: (what: MusterSound, pan: number) => void) {
    this.#stage = stage;
    this.#sound = sound;
    this.#layout = layOutMuster(stage.layout, this.#framing);
    this.#camp = new Camp(stage, this.#layout);
    this.#banners = new Banners(stage, this.#layout);
    this.#furniture = new Furniture(stage, this.#layout);
    this.#drum = new DrumCorner(stage, this.#layout);
    this.#flags = new Flags(stage, this.#layout);
    this.#examinee = new Examinee(stage, this.#layout, {
      sound: (what, x) => this.#heard(what, x),
      dressed: (x, y) => this.#stage.lamp.flare(x, y, this.#layout.unit * 1500, 0.85),
      saluted: (x, y) => {
        this.#stage.lamp.flare(x, y, this.#layout.unit * 1200, 0.5);
        this.#stage.holdBreath(90);
        this.#banners.gust();
      },
    });
  }

  /** Shows a state; what changed against the last one is played. */
  show(view: MusterView): void {
    const before = this.#view;
    this.#view = view;
    const framing = view.state === 'result' && view.rank !== null ? LEVELS[view.rank] : 0;
    this.#frame(framing);
    if (before === null) {
      this.#flags.set(view.beat, false);
      this.#risen = this.#goal(view);
    } else if (view.beat > before.beat) {
      this.#flags.set(view.beat, true);
      this.#drum.beat();
      this.#heard('beat', this.#layout.drum.x);
    } else this.#flags.set(view.beat, false);
    const rank = view.state === 'result' ? view.rank : null;
    const was = before?.state === 'result' ? before.rank : null;
    if (rank === was) return;
    if (rank === null) this.#examinee.wait();
    else {
      this.#examinee.ascend(rank);
      this.#drum.roll(ROLL_S);
      this.#banners.gust();
    }
  }

  draw(wallMs: number, calm: boolean): void {
    const view = this.#view;
    const goal = view ? this.#goal(view) : 0;
    this.#risen = calm ? goal : this.#risen + (goal - this.#risen) * Math.min(1, wallMs / RISE_MS);
    this.#stage.lamp.setHour(mixRgb(BEFORE_SUNRISE, TOKENS.white, this.#risen));
    this.#camp.update(wallMs, calm, this.#risen);
    this.#banners.update(wallMs, calm);
    this.#furniture.update(wallMs, calm);
    this.#drum.update(wallMs, calm);
    this.#flags.update(wallMs, calm);
    this.#examinee.update(wallMs, calm, this.#drum.fresh);
  }

  resize(stageLayout: StageLayout): void {
    this.#layOut(stageLayout);
  }

  /** Sits the audience nearer or farther: a cut, made when the place on the page changes its shape as well. */
  #frame(framing: Framing): void {
    if (framing === this.#framing) return;
    this.#framing = framing;
    this.#layOut(this.#stage.layout);
    if (this.#stage.calm) return;
    // The lamp flares over the cut.
    const { x, y, width, height } = this.#layout.opening;
    this.#stage.lamp.flare(x + width / 2, y + height / 2, Math.max(width, height), 0.8);
  }

  #layOut(stageLayout: StageLayout): void {
    this.#layout = layOutMuster(stageLayout, this.#framing);
    this.#camp.destroy();
    this.#banners.destroy();
    this.#furniture.destroy();
    this.#camp = new Camp(this.#stage, this.#layout);
    this.#banners = new Banners(this.#stage, this.#layout);
    this.#furniture = new Furniture(this.#stage, this.#layout);
    this.#drum.relayOut(this.#layout);
    this.#flags.relayOut(this.#layout);
    this.#examinee.relayOut(this.#layout);
  }

  close(): void {
    this.#camp.destroy();
    this.#banners.destroy();
    this.#furniture.destroy();
    this.#drum.destroy();
    this.#flags.destroy();
    this.#examinee.destroy();
  }

  counts(): Readonly<Record<string, number>> {
    return { flags: this.#flags.count, examineeParts: this.#examinee.parts };
  }

  /** How high the sun stands: it rises with every answer, and is up when the rank is known. */
  #goal(view: MusterView): number {
    if (view.state === 'result') return 1;
    return 0.06 + 0.7 * Math.min(1, view.beat / (MOST_ANSWERS * 0.75));
  }

  #heard(what: MusterSound, x: number): void {
    const { opening } = this.#layout;
    this.#sound(what, Math.max(-0.8, Math.min(0.8, ((x - opening.x) / opening.width) * 1.6 - 0.8)));
  }
}
