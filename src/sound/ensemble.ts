import { createEffectPlayer, type EffectPlayer } from './effect-player.ts';
import { EFFECT_URLS, LAYER_URLS } from './files.ts';
import type { HowlerLibrary } from './howler-library.ts';
import { createLayerPlayer, type LayerPlayer } from './layer-player.ts';
import { type Format, manifest } from './manifest.ts';
import type { SoundVolumes } from './port.ts';
import { keepAwake, type Wakefulness } from './wakefulness.ts';

/** What exists once the first gesture has let it. */
export interface Ensemble {
  readonly library: HowlerLibrary;
  readonly context: AudioContext;
  /** All layers go through it, and it into Howler's master gain. */
  readonly music: GainNode;
  readonly effects: EffectPlayer;
  readonly layers: LayerPlayer;
  readonly awake: Wakefulness;
}

/** What the port was told before there was anything to tell it to. */
export interface Wishes {
  readonly volumes: SoundVolumes;
  readonly muted: boolean;
  readonly formats: readonly Format[];
  readonly fetchFile: (url: string) => Promise<ArrayBuffer>;
  readonly isWanted: () => boolean;
}

export async function fetchBytes(url: string): Promise<ArrayBuffer> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.arrayBuffer();
}

/** The first of the formats that can be fetched and decoded, or undefined. */
async function decodeFirst(
  context: AudioContext,
  urls: Readonly<Record<Format, string>>,
  { formats, fetchFile }: Wishes,
): Promise<AudioBuffer | undefined> {
  for (const format of formats) {
    try {
      return await context.decodeAudioData(await fetchFile(urls[format]));
    } catch {
      // The other format, or silence.
    }
  }
  return undefined;
}

/**
 * Puts a limiter between everything and the loudspeaker: a gong over all layers is more than full scale, and a player with
 * headphones is owed that nothing is suddenly loud.
 */
function limit(context: AudioContext, master: GainNode): void {
  const limiter = context.createDynamicsCompressor();
  limiter.threshold.value = -5;
  limiter.knee.value = 4;
  limiter.ratio.value = 14;
  limiter.attack.value = 0.002;
  limiter.release.value = 0.16;
  master.disconnect();
  master.connect(limiter);
  limiter.connect(context.destination);
}

/** Makes the audio context and all that plays on it. Undefined where there is no Web Audio. */
export function assemble(library: HowlerLibrary, wishes: Wishes): Ensemble | undefined {
  const { Howler } = library;
  // Before the first Howl: Howler's own unlocking may close the context and make another, and its sleep after 30 s loses
  // count of whether it sleeps.
  Howler.autoUnlock = false;
  Howler.autoSuspend = false;
  // The first of these two makes the context.
  Howler.volume(wishes.volumes.master);
  Howler.mute(wishes.muted);
  const { ctx, masterGain } = Howler;
  if (!Howler.usingWebAudio || !ctx || !masterGain) return undefined;
  limit(ctx, masterGain);
  const music = ctx.createGain();
  music.gain.value = wishes.volumes.music;
  music.connect(masterGain);
  return {
    library,
    context: ctx,
    music,
    effects: createEffectPlayer(library, EFFECT_URLS, wishes.formats, manifest.effects.sprites),
    layers: createLayerPlayer(ctx, music, manifest.loops, (id) => decodeFirst(ctx, LAYER_URLS[id], wishes)),
    awake: keepAwake(ctx, Howler, wishes.isWanted),
  };
}
