/** The door of the muster platform. The app imports this module lazily: it brings Phaser with it. */
import avif from '../../../assets/built/muster.avif';
import musterFile from '../../../assets/built/muster.json' with { type: 'json' };
import webp from '../../../assets/built/muster.webp';
import { openScene } from '../open-scene.ts';
import type { MusterSound } from './ascent.ts';
import { MusterScene, type MusterView } from './scene.ts';

export type { MusterSound } from './ascent.ts';
export type { MusterRank } from './kit.ts';
export type { MusterView } from './scene.ts';

export interface MusterOptions {
  /** An empty element with a size, of an aspect ratio from 1.5 to 4, or upright. */
  readonly host: HTMLElement;
  readonly reducedMotion: boolean;
  /** Something is to be heard now; `pan` from −0.8 (left) to 0.8. */
  onSound(what: MusterSound, pan: number): void;
}

export interface Muster {
  show(view: MusterView): void;
  setReducedMotion(on: boolean): void;
  /** Resolves when the first frame behind the moving curtain has been drawn. */
  readonly firstFrame: Promise<void>;
  close(): void;
}

/** Opens the platform. Rejects when the art cannot be loaded; the page then keeps its still picture. */
export async function openMuster(options: MusterOptions, view: MusterView): Promise<Muster> {
  let shown = view;
  let scene: MusterScene | null = null;
  const opened = await openScene({
    host: options.host,
    reducedMotion: options.reducedMotion,
    scene: {
      sheets: [{ texture: 'muster', file: musterFile, picture: { avif, webp } }],
      lamp: { x: 0.52, y: 0.5 },
      build: (stage) => {
        scene = new MusterScene(stage, (what, pan) => options.onSound(what, pan));
        scene.show(shown);
        return scene;
      },
    },
  });
  return {
    show: (next) => {
      shown = next;
      scene?.show(next);
    },
    setReducedMotion: opened.setReducedMotion,
    firstFrame: opened.firstFrame,
    close: () => {
      scene = null;
      opened.close();
    },
  };
}
