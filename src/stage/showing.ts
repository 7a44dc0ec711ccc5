/** What every act has around it on the stage: lamp, edge, curtain, camera, breath and shake. Phaser's side of a showing. */
import type * as Phaser from 'phaser';
import type { SceneWork } from './game.ts';
import type { StageLayout } from './layout/stage-layout.ts';
import { Lamp } from './light/lamp.ts';
import { PuppetShop } from './puppet/shop.ts';
import { Curtain } from './set/curtain.ts';
import { raiseEdge } from './set/edge.ts';
import { openSheets, type SheetSource } from './set/load-sheets.ts';
import { Painter } from './set/painter.ts';
import type { Stage } from './stage.ts';

export interface ShowingPort {
  readonly sheets: readonly SheetSource[];
  readonly lampAt: { readonly x: number; readonly y: number };
  layout(): StageLayout;
  calm(): boolean;
  created(stage: Stage): void;
  /** Called every frame once all is made; `isOpen` when the curtain lets the play be seen. */
  update(elapsedMs: number, isOpen: boolean): void;
  /** Called once, when the first frame in which the play goes on has been drawn and handed to the screen. */
  drawn(): void;
}

const SHAKE_MS = 260;

export class Showing implements SceneWork {
  readonly #port: ShowingPort;
  #stage: Stage | null = null;
  #lamp: Lamp | null = null;
  #curtain: Curtain | null = null;
  #lowerEdge: (() => void) | null = null;
  #breathMs = 0;
  #shakeMs = 0;
  #shake = 0;
  #lastMs = 0;
  #isOver = false;
  #isDrawn = false;
  #lampGoal = 1;

  constructor(port: ShowingPort) {
    this.#port = port;
  }

  /** How bright the lamp is to be: 1 lit, near 0 turned down. Usable before the scene exists. */
  get lamp(): { goal: number } {
    const set = (goal: number): void => {
      this.#lampGoal = goal;
      if (this.#lamp) this.#lamp.goal = goal;
    };
    const get = (): number => this.#lampGoal;
    return {
      get goal() {
        return get();
      },
      set goal(goal: number) {
        set(goal);
      },
    };
  }

  get isHoldingBreath(): boolean {
    return this.#breathMs > 0;
  }

  create(scene: Phaser.Scene): void {
    void openSheets(scene.textures, this.#port.sheets).then((sheet) => {
      // The showing may have been closed while the pictures were decoded.
      if (this.#isOver || !scene.sys.isActive()) return;
      const layout = this.#port.layout();
      const ratio = this.#fitCamera(scene, layout);
      const lamp = new Lamp(scene);
      lamp.goal = this.#lampGoal;
      const port = this.#port;
      const stage: Stage = {
        scene,
        lamp,
        painter: new Painter(scene, sheet, ratio),
        puppets: new PuppetShop(scene, sheet),
        get layout() {
          return port.layout();
        },
        get calm() {
          return port.calm();
        },
        holdBreath: (ms) => {
          if (!port.calm()) this.#breathMs = Math.max(this.#breathMs, Math.min(120, ms));
        },
        shake: (strength) => {
          if (port.calm()) return;
          this.#shake = strength;
          this.#shakeMs = SHAKE_MS;
        },
      };
      this.#stage = stage;
      this.#lamp = lamp;
      this.#set(stage, layout);
      this.#port.created(stage);
      this.#lastMs = performance.now();
    });
  }

  update(): void {
    const stage = this.#stage;
    if (!stage) return;
    const now = performance.now();
    const elapsedMs = Math.min(250, now - this.#lastMs);
    this.#lastMs = now;
    const { calm } = stage;
    if (this.#curtain && !this.#isOver) {
      this.#curtain.update(elapsedMs, calm);
      this.#lamp?.update(elapsedMs, calm);
      this.#breathMs -= elapsedMs;
      this.#shakeCamera(stage.scene, elapsedMs);
      // The play begins as soon as the curtain moves: what comes first is far up in the sky until it is out of the way.
      const isOpen = this.#curtain.openness > 0 || this.#hasFallen;
      this.#port.update(elapsedMs, isOpen);
      if (isOpen && !this.#isDrawn) {
        this.#isDrawn = true;
        // By name, since this file knows Phaser's types only. The frame after it begins when this one is on its way out.
        stage.scene.game.events.once('postrender', () => requestAnimationFrame(() => this.#port.drawn()));
      }
    }
  }

  #hasFallen = false;

  /** Lets the curtain fall. */
  fall(): void {
    this.#hasFallen = true;
    this.#curtain?.close();
  }

  /** Composes everything anew after a change of size. */
  rearrange(): void {
    const stage = this.#stage;
    if (!stage) return;
    stage.painter.ratio = this.#fitCamera(stage.scene, stage.layout);
    this.#set(stage, stage.layout);
  }

  /** Only the canvas has other pixels now: nothing is composed anew. */
  refit(): void {
    const stage = this.#stage;
    if (stage) this.#fitCamera(stage.scene, stage.layout);
  }

  shutdown(): void {
    this.#isOver = true;
    this.#stage = null;
    this.#lamp = null;
    this.#curtain = null;
  }

  counts(): Readonly<Record<string, number>> {
    const stage = this.#stage;
    if (!stage) return {};
    return {
      objects: stage.scene.children.length,
      textures: stage.scene.textures.getTextureKeys().length,
      canvases: document.querySelectorAll('canvas').length,
    };
  }

  #set(stage: Stage, layout: StageLayout): void {
    stage.lamp.arrange(stage.painter, layout, this.#port.lampAt);
    this.#lowerEdge?.();
    this.#lowerEdge = raiseEdge(stage, layout);
    const before = this.#curtain;
    this.#curtain = new Curtain(stage, layout);
    if (before) {
      this.#curtain.takeOver(before);
      before.destroy();
    }
    if (!this.#hasFallen) this.#curtain.open();
  }

  /** Lets the world be measured in CSS pixels. Returns texture pixels per CSS pixel. */
  #fitCamera(scene: Phaser.Scene, layout: StageLayout): number {
    const ratio = scene.scale.width / layout.width;
    const camera = scene.cameras.main;
    camera.setViewport(0, 0, scene.scale.width, scene.scale.height);
    camera.setOrigin(0, 0);
    camera.setZoom(ratio);
    camera.setScroll(0, 0);
    return ratio;
  }

  #shakeCamera(scene: Phaser.Scene, elapsedMs: number): void {
    if (this.#shakeMs <= 0) return;
    this.#shakeMs -= elapsedMs;
    const left = Math.max(0, this.#shakeMs / SHAKE_MS);
    const reach = this.#shake * left * left;
    const t = this.#shakeMs / 1000;
    scene.cameras.main.setScroll(Math.sin(t * 71) * reach, Math.sin(t * 57 + 1) * reach * 0.7);
  }
}
