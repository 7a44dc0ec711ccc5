/** The muster platform behind the title. It comes after the words and takes no room of its own. */
import type { JSX } from 'preact';
import { useText } from '../text.ts';

const files = import.meta.glob<string>('../../../assets/built/title-*.{avif,webp}', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Which cut of the picture suits which window; the last one serves the rest. */
const CUTS = [
  { name: 'phone', media: '(max-aspect-ratio: 27/50)' },
  { name: 'portrait', media: '(max-aspect-ratio: 1/1)' },
  { name: 'landscape', media: 'all' },
] as const;

const urlOf = (name: string, format: 'avif' | 'webp'): string | undefined =>
  files[`../../../assets/built/title-${name}.${format}`];

export function TitlePicture(): JSX.Element | null {
  const { t } = useText();
  const usual = urlOf('landscape', 'webp');
  if (usual === undefined) return null;
  return (
    <picture class="title-picture">
      {CUTS.flatMap(({ name, media }) =>
        (['avif', 'webp'] as const).flatMap((format) => {
          const url = urlOf(name, format);
          return url === undefined ? [] : [<source key={url} media={media} type={`image/${format}`} srcset={url} />];
        }),
      )}
      <img src={usual} alt={t('title.picture')} decoding="async" />
    </picture>
  );
}
