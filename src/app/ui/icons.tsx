/** The house's icons inside the page, in the colour of the text around them. They mean nothing alone: the control that holds one has a name. */
import type { JSX } from 'preact';
import back from '../../../assets/icons/back.svg?raw';
import cross from '../../../assets/icons/cross.svg?raw';
import language from '../../../assets/icons/language.svg?raw';
import settings from '../../../assets/icons/settings.svg?raw';
import silence from '../../../assets/icons/sound-off.svg?raw';
import sound from '../../../assets/icons/sound-on.svg?raw';
import tick from '../../../assets/icons/check.svg?raw';

interface Drawing {
  readonly box: string;
  readonly paths: readonly string[];
}

/** The outlines of an icon's file; its colours are left to the page. */
export function readIcon(file: string): Drawing {
  return {
    box: /viewBox="([^"]+)"/.exec(file)?.[1] ?? '0 0 48 48',
    paths: [...file.matchAll(/\sd="([^"]+)"/g)].map((found) => found[1] ?? ''),
  };
}

const own = (path: string): Drawing => ({ box: '0 0 24 24', paths: [path] });

const DRAWINGS = {
  back: readIcon(back),
  cross: readIcon(cross),
  language: readIcon(language),
  settings: readIcon(settings),
  silence: readIcon(silence),
  sound: readIcon(sound),
  tick: readIcon(tick),
  half: own('M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zm0 2.2v13.6a6.8 6.8 0 0 0 0-13.6z'),
  up: own('M12 4l8 9-1.9 1.9-4.8-5V21h-2.6V9.9l-4.8 5L4 13z'),
  down: own('M12 20l-8-9 1.9-1.9 4.8 5V3h2.6v11.1l4.8-5L20 11z'),
  left: own('M4 12l9-8 1.9 1.9-5 4.8H21v2.6H9.9l5 4.8L13 20z'),
  right: own('M20 12l-9 8-1.9-1.9 5-4.8H3v-2.6h11.1l-5-4.8L11 4z'),
};

export type IconName = keyof typeof DRAWINGS;

export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return <Drawn {...DRAWINGS[name]} />;
}

/** Draws an icon's outlines. */
export function Drawn({ box, paths }: Drawing): JSX.Element {
  return (
    <svg viewBox={box} width="24" height="24" aria-hidden="true" focusable="false">
      {paths.map((path) => (
        <path key={path} fill="currentColor" fill-rule="evenodd" d={path} />
      ))}
    </svg>
  );
}
