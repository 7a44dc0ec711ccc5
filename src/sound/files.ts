import type { BuiltFiles, Format } from './manifest.ts';

/** Addresses of all built files, by their path from here. */
const urls = import.meta.glob<string>('../../assets/sound/built/*.{webm,m4a}', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** Where the page finds a built file in each format. Throws if it was built and is not there. */
export function urlsOf(files: BuiltFiles): Readonly<Record<Format, string>> {
  const urlOf = (format: Format): string => {
    const url = urls[`../../assets/sound/built/${files[format].name}`];
    if (url === undefined) throw new Error(`${files[format].name} is in the manifest and was not built`);
    return url;
  };
  return { webm: urlOf('webm'), m4a: urlOf('m4a') };
}

/** Opus if the browser says it can; the other format is still tried when the first one fails to decode. */
export function formatsFor(canPlay: (type: string) => string): readonly [Format, Format] {
  return canPlay('audio/webm; codecs="opus"') === '' ? ['m4a', 'webm'] : ['webm', 'm4a'];
}
