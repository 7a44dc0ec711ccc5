/**
 * The one place where the page meets the sound. The port comes lazily, after the first gesture has let sound begin;
 * until then, and where there is none, everything here is silence and the game goes on.
 */
import type { CueEvent, CueId, CueOptions, CueTable, LayerId, LayerOptions, SoundPort } from '../../sound/port.ts';
import { player } from '../player.ts';

type Later = (port: SoundPort) => void;

let port: SoundPort | null = null;
/** What was asked for before the port came: acts' cues, levels of layers, the last cue; older ones would only be late. */
const prepared: CueTable[] = [];
const levels = new Map<LayerId, { readonly level: number; readonly options: LayerOptions }>();
let waiting: Later | null = null;
let putAway = false;
const listeners = new Set<(event: CueEvent) => void>();

function obeySettings(to: SoundPort): void {
  const { volumes, muted } = player.settings.store.getState();
  to.setVolumes(volumes);
  to.mute(muted);
}

async function fetchPort(): Promise<void> {
  const { createHowlerPort } = await import('../../sound/index.ts');
  const opened = createHowlerPort();
  obeySettings(opened);
  player.settings.store.subscribe(() => obeySettings(opened));
  opened.onCue((event) => {
    for (const listener of listeners) listener(event);
  });
  if (putAway) opened.suspend();
  for (const cues of prepared) opened.prepare(cues);
  for (const [id, { level, options }] of levels) opened.layer(id, level, options);
  port = opened;
  waiting?.(opened);
  waiting = null;
}

/**
 * Fetches the sound at the first sign of a person (the port itself waits for a gesture before it makes any), so that
 * the title is not held up by it. A sound that does not arrive is never mentioned again.
 */
export function startSound(): void {
  const signs = ['pointermove', 'pointerdown', 'touchstart', 'keydown'] as const;
  const begin = (): void => {
    for (const type of signs) removeEventListener(type, begin, true);
    fetchPort().catch(() => undefined);
  };
  for (const type of signs) addEventListener(type, begin, { capture: true, passive: true });
}

/** Something happened in the house. */
export function cue(id: CueId, options: CueOptions = {}): void {
  playCue(id, options);
}

/** Something happened, in the house or in an act whose cues were prepared. */
export function playCue(id: string, options: CueOptions = {}): void {
  const sound: Later = (to) => to.cue(id, options);
  if (port) sound(port);
  else waiting = sound;
}

/** Makes an act's own cues known, and has their file fetched, so that the first of them is not missed. */
export function prepareCues(cues: CueTable): void {
  if (port) port.prepare(cues);
  else prepared.push(cues);
}

/** Fades a layer to a level from 0 to 1, and to its place. */
export function layer(id: LayerId, level: number, options: LayerOptions = {}): void {
  levels.set(id, { level, options });
  port?.layer(id, level, options);
}

/** The lamp is turned down, or up again. */
export function putSoundAway(away: boolean): void {
  putAway = away;
  if (away) port?.suspend();
  else port?.resume();
}

/** Every button of the page answers with a small knock; the stage has its own sounds. */
export function soundButtons(): void {
  addEventListener('click', ({ target }) => {
    const pressed =
      target instanceof Element && target.closest('.theatre') === null && target.closest('button, a.button');
    if (pressed) cue('press');
  });
}

/** Hears of every cue that the port was asked for, sounded or not. Returns the way to stop. */
export function onCue(listener: (event: CueEvent) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
