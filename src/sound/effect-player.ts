import type { HowlerLibrary, HowlLike } from './howler-library.ts';
import type { Format } from './manifest.ts';

export interface EffectPlayer {
  /** Plays a sprite. False when it could not be: not loaded, or no such sprite. */
  readonly play: (sprite: string, volume: number, pan: number, rate: number) => boolean;
  readonly stopAll: () => void;
  readonly unload: () => void;
}

/** One Howl for all effects. When a format cannot be loaded or decoded the next one is tried; after the last it stays silent. */
export function createEffectPlayer(
  library: HowlerLibrary,
  urls: Readonly<Record<Format, string>>,
  formats: readonly Format[],
  sprites: Readonly<Record<string, readonly [number, number]>>,
): EffectPlayer {
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
    play(sprite, volume, pan, rate) {
      if (howl === undefined || !loaded) return false;
      const id = howl.play(sprite);
      if (id === null) return false;
      howl.volume(volume, id);
      if (rate !== 1) howl.rate(rate, id);
      if (Math.abs(pan) > 0.02) howl.stereo(pan, id);
      return true;
    },
    stopAll: () => void howl?.stop(),
    unload() {
      gone = true;
      howl?.unload();
      howl = undefined;
    },
  };
}
