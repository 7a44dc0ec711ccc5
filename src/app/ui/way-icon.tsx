/** Icons of ways to play: an act names its ways, and each has a drawing of the same name. */
import type { JSX } from 'preact';
import { Drawn, readIcon } from './icons.tsx';

// Not with the other icons: the first page offers no ways.
const files = import.meta.glob<string>('../../../assets/icons/way-*.svg', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The icon of a way to play; nothing while nobody has drawn one. */
export function WayIcon({ way }: { readonly way: string }): JSX.Element | null {
  const file = files[`../../../assets/icons/way-${way}.svg`];
  return file === undefined ? null : <Drawn {...readIcon(file)} />;
}
