import { createCueListeners } from './cue-listeners.ts';
import { type Cue, createCueBook } from './cues.ts';
import { assemble, type Ensemble, fetchBytes } from './ensemble.ts';
import { formatsFor } from './files.ts';
import { type HowlerLibrary, loadHowler } from './howler-library.ts';
import { isLayer, type LayerId } from './layers.ts';
import { listenForGestures, type Page } from './page.ts';
import type { CueOptions, LayerOptions, SoundPort, SoundVolumes } from './port.ts';

export interface HowlerPortOptions {
  readonly page?: Page;
  readonly load?: () => Promise<HowlerLibrary>;
  readonly fetchFile?: (url: string) => Promise<ArrayBuffer>;
  readonly canPlay?: (type: string) => string;
  /** `waived` for a kiosk whose browser was started with leave to play sound at once. */
  readonly gesture?: 'required' | 'waived';
  /** Whether there was a gesture before the port was made, which it could not hear. */
  readonly wasTouched?: () => boolean;
}

export interface HowlerPort extends SoundPort {
  /** Lets go of the page and of all sounds. */
  dispose(): void;
}

const FADE_MS = 900;

/** Milliseconds from being put away until the clock stops: the music fades and the last cue ends. */
const LINGER_MS = 700;
const within = (low: number, high: number, x: number): number => Math.min(high, Math.max(low, x));

/** Chromium, Safari and Firefox remember whether the page was ever touched; a browser that does not waits for the next touch. */
function hasBeenActive(): boolean {
  return typeof navigator !== 'undefined' && navigator.userActivation?.hasBeenActive;
}

/**
 * The port that is heard. Effects go through Howler; the layers are played on Howler's context and into its master gain,
 * so that volume and mute are one. Howler's code is fetched at once, so that the first trusted gesture itself can start the
 * sound; before that gesture no audio context exists and no sound file is asked for.
 */
export function createHowlerPort(options: HowlerPortOptions = {}): HowlerPort {
  const page = options.page ?? document;
  const load = options.load ?? loadHowler;
  const fetchFile = options.fetchFile ?? fetchBytes;
  const formats = formatsFor(options.canPlay ?? ((type) => document.createElement('audio').canPlayType(type)));
  const listeners = createCueListeners();
  const layers = new Map<LayerId, { readonly level: number; readonly pan: number }>();
  const book = createCueBook();
  /** What is to be fetched: sprites that prepared cues are played from. */
  const wishedFor = new Set<string>();
  const lastSounded = new Map<string, number>();
  const turns = new Map<string, number>();
  /** The way to cut short what a throat said last. */
  const speaking = new Map<string, () => void>();
  let volumes: SoundVolumes = { master: 1, music: 1, effects: 1, voice: 1 };
  let muted = false;
  let wanted = true;
  let lingering: ReturnType<typeof setTimeout> | undefined;
  let touched = false;
  let failed = false;
  let disposed = false;
  let library: HowlerLibrary | undefined;
  let running: Ensemble | undefined;

  const isWanted = (): boolean => (wanted || lingering !== undefined) && page.visibilityState !== 'hidden';

  /** Needs the library and a gesture, whichever comes last. Runs inside the gesture if it can: Safari insists. */
  function begin(): void {
    if (library === undefined || !touched || disposed || failed || running !== undefined) return;
    try {
      running = assemble(library, { volumes, muted, formats, fetchFile, isWanted });
    } catch {
      // No Web Audio, or none to be had now.
    }
    if (running === undefined) failed = true;
    else {
      fetchSprites(wishedFor);
      for (const [id, { level, pan }] of layers) running.layers.set(id, level, FADE_MS, pan);
    }
  }

  function fetchSprites(sprites: Iterable<string>): void {
    for (const sprite of sprites) running?.effects.prepare(sprite);
  }

  function onGesture(): void {
    touched = true;
    begin();
    running?.awake.settle();
  }

  /** A browser's audio may fail in the middle of anything; the play goes on. */
  function quietly(work: () => boolean | void): boolean {
    try {
      return work() === true;
    } catch {
      return false;
    }
  }

  function sound(id: string, cue: Cue, { pan = 0, rate = 1, volume = 1 }: CueOptions): boolean {
    if (running === undefined || muted || running.awake.state() !== 'running') return false;
    // The audio clock, which stands still while the context sleeps: nothing is too soon after a pause.
    const now = running.context.currentTime;
    if (now - (lastSounded.get(id) ?? -Infinity) < cue.spacing / 1000) return false;
    const turn = turns.get(id) ?? 0;
    const sprite = cue.sprites[turn % cue.sprites.length] ?? cue.sprites[0];
    const level = volumes[cue.bus] * within(0, 1, volume);
    if (level === 0) return false;
    const hush = running.effects.play(sprite, level, within(-1, 1, pan), within(0.5, 2, rate));
    if (hush === undefined) return false;
    if (cue.throat !== undefined) {
      speaking.get(cue.throat)?.();
      speaking.set(cue.throat, hush);
    }
    turns.set(id, turn + 1);
    lastSounded.set(id, now);
    return true;
  }

  /** The layers' volumes, or none while the play is put away. `seconds` is the time constant of the move. */
  function moveLayers(seconds: number): void {
    quietly(() => {
      if (running === undefined) return;
      const { music, place, context } = running;
      music.gain.setTargetAtTime(wanted ? volumes.music : 0, context.currentTime, seconds);
      place.gain.setTargetAtTime(wanted ? volumes.effects : 0, context.currentTime, seconds);
    });
  }

  function stopLingering(): void {
    clearTimeout(lingering);
    lingering = undefined;
  }

  const settle = (): void => running?.awake.settle();
  const stopListening = listenForGestures(page, onGesture);
  page.addEventListener('visibilitychange', settle);
  if (options.gesture === 'waived' || (options.wasTouched ?? hasBeenActive)()) touched = true;
  load().then(
    (loaded) => {
      library = loaded;
      begin();
    },
    () => {
      failed = true;
    },
  );

  return {
    cue(id, cueOptions = {}) {
      const known = book.find(id);
      if (known === undefined) return;
      const sounded = quietly(() => sound(id, known, cueOptions));
      listeners.tell(id, known, cueOptions, sounded);
    },
    prepare(cues) {
      book.learn(cues);
      const sprites = Object.values(cues).flatMap((cue) => cue.sprites);
      for (const sprite of sprites) wishedFor.add(sprite);
      quietly(() => fetchSprites(sprites));
    },
    layer(id, level, { fadeMs = FADE_MS, pan = layers.get(id)?.pan ?? 0 }: LayerOptions = {}) {
      if (!isLayer(id)) return;
      layers.set(id, { level, pan });
      quietly(() => running?.layers.set(id, level, fadeMs, pan));
    },
    setVolumes(next) {
      volumes = {
        master: within(0, 1, next.master),
        music: within(0, 1, next.music),
        effects: within(0, 1, next.effects),
        voice: within(0, 1, next.voice),
      };
      quietly(() => void running?.library.Howler.volume(volumes.master));
      moveLayers(0.03);
    },
    mute(on) {
      muted = on;
      quietly(() => void running?.library.Howler.mute(on));
    },
    stopAll() {
      layers.clear();
      quietly(() => {
        running?.effects.stopAll();
        running?.layers.stopAll();
      });
    },
    suspend() {
      if (!wanted) return;
      wanted = false;
      moveLayers(0.12);
      lingering = setTimeout(() => {
        lingering = undefined;
        settle();
      }, LINGER_MS);
    },
    resume() {
      wanted = true;
      stopLingering();
      moveLayers(0.25);
      settle();
    },
    get state() {
      if (failed) return 'unavailable';
      if (!wanted) return 'suspended';
      return running?.awake.state() ?? 'locked';
    },
    onCue: listeners.add,
    dispose() {
      disposed = true;
      wanted = false;
      stopLingering();
      stopListening();
      page.removeEventListener('visibilitychange', settle);
      settle();
      quietly(() => {
        running?.effects.unload();
        running?.layers.stopAll();
        running?.awake.release();
      });
    },
  };
}
