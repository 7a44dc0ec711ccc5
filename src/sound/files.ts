import type { LayerId } from './layers.ts';
import type { Format } from './manifest.ts';

/** Written out one by one, for the bundler follows only addresses that it can read. */
export const EFFECT_URLS: Readonly<Record<Format, string>> = {
  webm: new URL('../../assets/sound/built/effects.webm', import.meta.url).href,
  m4a: new URL('../../assets/sound/built/effects.m4a', import.meta.url).href,
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
};

/** Opus if the browser says it can; the other format is still tried when the first one fails to decode. */
export function formatsFor(canPlay: (type: string) => string): readonly [Format, Format] {
  return canPlay('audio/webm; codecs="opus"') === '' ? ['m4a', 'webm'] : ['webm', 'm4a'];
}
