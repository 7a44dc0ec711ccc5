import { createEffectPlayer, type EffectPack, type EffectPlayer } from './effect-player.ts';
import { urlsOf } from './files.ts';
import type { HowlerLibrary } from './howler-library.ts';
import { createLayerPlayer, type LayerPlayer } from './layer-player.ts';
import { isPlace } from './layers.ts';
import { type Format, manifest } from './manifest.ts';
import type { SoundVolumes } from './port.ts';
import { keepAwake, type Wakefulness } from './wakefulness.ts';

const PACKS: readonly EffectPack[] = Object.values(manifest.effects).map(({ files, sprites }) => ({
  urls: urlsOf(files),
  sprites,
}));

/** What exists once the first gesture has let it. */
export interface Ensemble {
  readonly library: HowlerLibrary;
  readonly context: AudioContext;
  /** Layers of music and layers with a place go each through theirs, and these into Howler's master gain. */
  readonly music: GainNode;
  readonly place: GainNode;
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
  const makeBus = (level: number): GainNode => {
    const bus = ctx.createGain();
    bus.gain.value = level;
    bus.connect(masterGain);
    return bus;
  };
  const music = makeBus(wishes.volumes.music);
  const place = makeBus(wishes.volumes.effects);
  const effects = createEffectPlayer(library, PACKS, wishes.formats);
  // What every room of the house needs; an act's own are fetched when it asks.
  effects.prepare('press');
  return {
    library,
    context: ctx,
    music,
    place,
    effects,
    layers: createLayerPlayer(
      ctx,
      (id) => (isPlace(id) ? place : music),
      manifest.loops,
      (id) => decodeFirst(ctx, urlsOf(manifest.loops[id].files), wishes),
    ),
    awake: keepAwake(ctx, Howler, wishes.isWanted),
  };
}
