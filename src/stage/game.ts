/**
 * The one Phaser game of the page's life. Making and destroying games leaks listeners and races (its destruction is
 * asynchronous), so it is raised once, put to sleep between showings, and its canvas moves from host to host.
 */
import * as Phaser from 'phaser';

/** What a showing does in the scene; the scene itself knows nothing about acts. */
export interface SceneWork {
  create(scene: Phaser.Scene): void;
  update(elapsedMs: number): void;
  shutdown(): void;
}

const SCENE = 'theatre';
let game: Promise<Phaser.Game> | null = null;
let work: SceneWork | null = null;

class TheatreScene extends Phaser.Scene {
  constructor() {
    super(SCENE);
  }

  #own: SceneWork | null = null;

  create(): void {
    // A stop may be carried out only at the next step, when the next showing has already left its work here.
    const own = work;
    this.#own = own;
    this.events.once(Phaser.Scenes.Events.SHUTDOWN, () => {
      own?.shutdown();
      if (this.#own === own) this.#own = null;
    });
    own?.create(this);
  }

  override update(_time: number, elapsedMs: number): void {
    this.#own?.update(elapsedMs);
  }
}

function raiseGame(width: number, height: number): Promise<Phaser.Game> {
  game ??= new Promise((resolve) => {
    const made = new Phaser.Game({
      type: Phaser.AUTO,
      width,
      height,
      backgroundColor: '#120C0A',
      banner: false,
      autoFocus: false,
      // Sound is Howler's; keys, pointers and pads are the theatre's own (Phaser 4.2.1 repeats queued key events).
      audio: { noAudio: true },
      input: { keyboard: false, mouse: false, touch: false, gamepad: false },
      // Multisampling costs software renderers (office remote desktops) three quarters of their frames.
      render: { antialias: true, antialiasGL: false, powerPreference: 'high-performance', roundPixels: false },
      // Its canvas stands nowhere until a showing gives it a place.
      scale: { mode: Phaser.Scale.NONE, parent: null, width, height },
      scene: [],
      callbacks: { postBoot: (booted) => resolve(booted) },
    });
    made.canvas.setAttribute('aria-hidden', 'true');
    made.scene.add(SCENE, TheatreScene, false);
  });
  return game;
}

/** Raises the game before there is anything to show, while the pictures are on their way. Sizes are CSS pixels. */
export async function warmGame(width: number, height: number): Promise<void> {
  const raised = await raiseGame(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));
  // Whoever left meanwhile leaves no loop behind; a showing wakes it.
  if (work === null) raised.loop.sleep();
}

/** A running scene on a canvas inside a host. */
export interface Raised {
  resize(width: number, height: number, ratio: number): void;
  /** Stops the scene (all its objects are destroyed), sleeps the loop and takes the canvas out of the page. */
  lower(): void;
}

/** Puts the game's canvas into the slot and starts the scene with the given work. Sizes are CSS pixels. */
export async function raiseScene(
  slot: HTMLElement,
  size: { width: number; height: number; ratio: number },
  given: SceneWork,
): Promise<Raised> {
  const raised = await raiseGame(Math.round(size.width * size.ratio), Math.round(size.height * size.ratio));
  const manager = raised.scene;
  if (manager.isActive(SCENE)) manager.stop(SCENE);
  slot.append(raised.canvas);
  raised.loop.wake();
  const fit = (width: number, height: number, ratio: number): void => {
    raised.scale.setZoom(1 / ratio);
    raised.scale.resize(Math.round(width * ratio), Math.round(height * ratio));
  };
  fit(size.width, size.height, size.ratio);
  work = given;
  manager.start(SCENE);
  return {
    resize: fit,
    lower: () => {
      // A later showing has taken the stage: there is nothing left to lower.
      if (work !== given) return;
      work = null;
      manager.stop(SCENE);
      raised.canvas.remove();
      raised.loop.sleep();
    },
  };
}
