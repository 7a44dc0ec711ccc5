import type { LayerId } from './layers.ts';
import type { Format, PackId } from './manifest.ts';

/** Written out one by one, for the bundler follows only addresses that it can read. */
export const EFFECT_URLS: Readonly<Record<PackId, Readonly<Record<Format, string>>>> = {
  house: {
    webm: new URL('../../assets/sound/built/effects-house.webm', import.meta.url).href,
    m4a: new URL('../../assets/sound/built/effects-house.m4a', import.meta.url).href,
  },
  pond: {
    webm: new URL('../../assets/sound/built/effects-pond.webm', import.meta.url).href,
    m4a: new URL('../../assets/sound/built/effects-pond.m4a', import.meta.url).href,
  },
  road: {
    webm: new URL('../../assets/sound/built/effects-road.webm', import.meta.url).href,
    m4a: new URL('../../assets/sound/built/effects-road.m4a', import.meta.url).href,
  },
};

export const LAYER_URLS: Readonly<Record<LayerId, Readonly<Record<Format, string>>>> = {
  title: {
    webm: new URL('../../assets/sound/built/title.webm', import.meta.url).href,
    m4a: new URL('../../assets/sound/built/title.m4a', import.meta.url).href,
  },
  'pond-night': {
    webm: new URL('../../assets/sound/built/pond-night.webm', import.meta.url).href,
    m4a: new URL('../../assets/sound/built/pond-night.m4a', import.meta.url).href,
  },
  'pond-flute': {
    webm: new URL('../../assets/sound/built/pond-flute.webm', import.meta.url).href,
    m4a: new URL('../../assets/sound/built/pond-flute.m4a', import.meta.url).href,
  },
  'pond-strings': {
    webm: new URL('../../assets/sound/built/pond-strings.webm', import.meta.url).href,
    m4a: new URL('../../assets/sound/built/pond-strings.m4a', import.meta.url).href,
  },
  'pond-drum': {
    webm: new URL('../../assets/sound/built/pond-drum.webm', import.meta.url).href,
    m4a: new URL('../../assets/sound/built/pond-drum.m4a', import.meta.url).href,
  },
  'road-water': {
    webm: new URL('../../assets/sound/built/road-water.webm', import.meta.url).href,
    m4a: new URL('../../assets/sound/built/road-water.m4a', import.meta.url).href,
  },
  'road-wind': {
    webm: new URL('../../assets/sound/built/road-wind.webm', import.meta.url).href,
    m4a: new URL('../../assets/sound/built/road-wind.m4a', import.meta.url).href,
  },
  'road-market': {
    webm: new URL('../../assets/sound/built/road-market.webm', import.meta.url).href,
    m4a: new URL('../../assets/sound/built/road-market.m4a', import.meta.url).href,
  },
  'road-strings': {
    webm: new URL('../../assets/sound/built/road-strings.webm', import.meta.url).href,
    m4a: new URL('../../assets/sound/built/road-strings.m4a', import.meta.url).href,
  },
};

/** Opus if the browser says it can; the other format is still tried when the first one fails to decode. */
export function formatsFor(canPlay: (type: string) => string): readonly [Format, Format] {
  return canPlay('audio/webm; codecs="opus"') === '' ? ['m4a', 'webm'] : ['webm', 'm4a'];
}
