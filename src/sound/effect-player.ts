import type { HowlerLibrary, HowlLike } from './howler-library.ts';
import type { Format } from './manifest.ts';

/** Effects that are fetched together: one file, and where each lies in it, in milliseconds. */
export interface EffectPack {
  readonly urls: Readonly<Record<Format, string>>;
  readonly sprites: Readonly<Record<string, readonly [startMs: number, lengthMs: number]>>;
}

export interface EffectPlayer {
  /** Fetches what a sprite lies in, unless that has been asked for. */
  readonly prepare: (sprite: string) => void;
  /**
   * Plays a sprite, and gives the way to cut it short. Undefined when it could not be played: not loaded (it is then
   * asked for), or no such sprite.
   */
  readonly play: (sprite: string, volume: number, pan: number, rate: number) => (() => void) | undefined;
  readonly stopAll: () => void;
  readonly unload: () => void;
}

/** Milliseconds in which a sound that is cut short fades, so that it does not click. */
const CUT_MS = 40;

/** One Howl for each pack. When a format cannot be loaded or decoded the next one is tried; after the last it stays silent. */
export function createEffectPlayer(
  library: HowlerLibrary,
  packs: readonly EffectPack[],
  formats: readonly Format[],
): EffectPlayer {
  const opened = new Map<EffectPack, OpenPack>();
  const packOf = (sprite: string): EffectPack | undefined =>
    packs.find(({ sprites }) => Object.hasOwn(sprites, sprite));

  function open(pack: EffectPack): OpenPack {
    const known = opened.get(pack);
    if (known !== undefined) return known;
    const fresh = openPack(library, pack, formats);
    opened.set(pack, fresh);
    return fresh;
  }

  return {
    prepare(sprite) {
      const pack = packOf(sprite);
      if (pack !== undefined) open(pack);
    },
    play(sprite, volume, pan, rate) {
      const pack = packOf(sprite);
      const howl = pack === undefined ? undefined : open(pack).howl();
      const id = howl?.play(sprite) ?? null;
      if (howl === undefined || id === null) return undefined;
      howl.volume(volume, id);
      if (rate !== 1) howl.rate(rate, id);
      if (Math.abs(pan) > 0.02) howl.stereo(pan, id);
      return () => {
        if (howl.playing(id)) howl.fade(volume, 0, CUT_MS, id);
      };
    },
    stopAll() {
      for (const pack of opened.values()) pack.howl()?.stop();
    },
    unload() {
      for (const pack of opened.values()) pack.unload();
    },
  };
}

interface OpenPack {
  /** The Howl once it is loaded. */
  readonly howl: () => HowlLike | undefined;
  readonly unload: () => void;
}

function openPack(library: HowlerLibrary, { urls, sprites }: EffectPack, formats: readonly Format[]): OpenPack {
  let howl: HowlLike | undefined;
  let loaded = false;
  let gone = false;

  function tryFormat(index: number): void {
    const format = formats[index];
    howl?.unload();
    howl = undefined;
    if (format === undefined || gone) return;
    howl = new library.Howl({
      src: [urls[format]],
      format: [format],
      sprite: Object.fromEntries(Object.entries(sprites).map(([id, [start, length]]) => [id, [start, length]])),
      onload: () => {
        loaded = true;
      },
      onloaderror: () => tryFormat(index + 1),
    });
  }
  tryFormat(0);

  return {
    howl: () => (loaded ? howl : undefined),
    unload() {
      gone = true;
      howl?.unload();
      howl = undefined;
    },
  };
}
