/**
 * Shows a scene that is no act: it has no rules, no controls and no words of its own, and stands in a page that has
 * all of these. Lamp, carved edge and curtain are the theatre's, and so is the one game behind them.
 */
import avif from '../../assets/built/theatre.avif';
import theatreFile from '../../assets/built/theatre.json' with { type: 'json' };
import webp from '../../assets/built/theatre.webp';
import { Disposer } from './disposer.ts';
import { raiseScene, warmGame } from './game.ts';
import { layOutScene } from './layout/scene-layout.ts';
import type { StageLayout } from './layout/stage-layout.ts';
import { FrameMeter } from './measure.ts';
import { loadPicture, type SheetSource } from './set/load-sheets.ts';
import { Sharpness } from './sharpness.ts';
import { Showing } from './showing.ts';
import type { Stage } from './stage.ts';
import './scene.css';

/** What is drawn in the opening. Made once per showing; `close` gives back everything it took. */
export interface SceneDrawing {
  /** Draws one frame. `wallMs` since the last one, at most 250; `calm`: nothing moves, things may only fade. */
  draw(wallMs: number, calm: boolean): void;
  resize(layout: StageLayout): void;
  close(): void;
  /** Numbers for the bench (`?measure`). */
  counts(): Readonly<Record<string, number>>;
}

export interface SceneModule {
  /** The scene's own atlases, beside the theatre's. */
  readonly sheets: readonly SheetSource[];
  /** Where the middle of the lamp's light lies, in shares of the opening. */
  readonly lamp: { readonly x: number; readonly y: number };
  build(stage: Stage): SceneDrawing;
}

export interface SceneOptions {
  /** An empty element that has a size. What is drawn is no text: the page says in words what is to be known. */
  readonly host: HTMLElement;
  readonly scene: SceneModule;
  readonly reducedMotion: boolean;
}

export interface OpenScene {
  setReducedMotion(on: boolean): void;
  /** Resolves when the first frame behind the moving curtain has been drawn. */
  readonly firstFrame: Promise<void>;
  /** Ends the showing; the game behind it is kept for the next one. */
  close(): void;
}

const THEATRE_SHEET: SheetSource = { texture: 'theatre', file: theatreFile, picture: { avif, webp } };

/** Opens a scene. Rejects when its art cannot be loaded. Only one showing, of a scene or of an act, runs at a time. */
export async function openScene(options: SceneOptions): Promise<OpenScene> {
  const { host, scene } = options;
  const sheets = [THEATRE_SHEET, ...scene.sheets];
  const place = host.getBoundingClientRect();
  await Promise.all([warmGame(place.width, place.height), ...sheets.map((sheet) => loadPicture(sheet.picture))]);
  const disposer = new Disposer();
  const slot = document.createElement('div');
  slot.className = 'scene-slot';
  host.append(slot);
  disposer.add(() => slot.remove());

  const measureLayout = (): StageLayout => {
    const box = slot.getBoundingClientRect();
    return layOutScene(Math.round(box.width), Math.round(box.height));
  };
  let layout = measureLayout();
  let calm = options.reducedMotion;
  let drawing: SceneDrawing | null = null;
  let isClosed = false;
  let resolveFirst: () => void = () => undefined;
  const firstFrame = new Promise<void>((resolve) => (resolveFirst = resolve));
  const sharpness = new Sharpness(window.devicePixelRatio);
  const meter = new FrameMeter();
  let soften: () => void = () => undefined;

  const showing = new Showing({
    sheets,
    lampAt: scene.lamp,
    layout: () => layout,
    calm: () => calm,
    drawn: () => resolveFirst(),
    created: (stage) => {
      drawing = scene.build(stage);
    },
    update: (elapsedMs, isOpen) => {
      const from = meter.on ? performance.now() : 0;
      if (!showing.isHoldingBreath) drawing?.draw(isOpen ? elapsedMs : 0, calm);
      if (meter.on) meter.add(performance.now() - from);
      if (isOpen && sharpness.judge(elapsedMs)) soften();
    },
  });
  disposer.add(meter.show(() => ({ ...showing.counts(), ...drawing?.counts() })));
  const raised = await raiseScene(
    slot,
    { width: layout.width, height: layout.height, ratio: sharpness.ratio },
    showing,
  );
  soften = () => {
    raised.resize(layout.width, layout.height, sharpness.ratio);
    showing.refit();
  };
  const observer = new ResizeObserver(() => {
    const now = measureLayout();
    if (isClosed || (now.width === layout.width && now.height === layout.height)) return;
    layout = now;
    raised.resize(layout.width, layout.height, sharpness.ratio);
    showing.rearrange();
    drawing?.resize(layout);
  });
  observer.observe(slot);
  disposer.add(() => observer.disconnect());

  return {
    firstFrame,
    setReducedMotion: (on) => {
      calm = on;
    },
    close: () => {
      if (isClosed) return;
      isClosed = true;
      disposer.dispose();
      drawing?.close();
      drawing = null;
      raised.lower();
    },
  };
}
