/** Texts beside the shell's as hooks, and the way to have them there before a page is drawn. */
import { useSyncExternalStore } from 'preact/compat';
import { currentLanguage, onTexts, textsEdition, type Language, type TextValues } from '../i18n/index.ts';
import { hasPart, loadPart, partText, readPartIn, type Part, type PartKeys } from '../i18n/parts.ts';
import { wearFonts } from './fonts.ts';
import { wearLaterFonts, wearLaterFontsIn } from './later-fonts.ts';
import { useArriving, type Arriving } from './ui/arriving.ts';

export interface PartTexts<P extends Part> {
  readonly t: (key: PartKeys[P], values?: TextValues) => string;
  readonly language: Language;
}

const readers = new Map<Part, (key: string, values?: TextValues) => string>();

function readerOf<P extends Part>(part: P): PartTexts<P>['t'] {
  const known = readers.get(part);
  if (known) return known;
  const made = (key: PartKeys[P], values?: TextValues): string => partText(part, key, values);
  // One function per part for good, so that it can stand among a hook's dependencies.
  readers.set(part, made as (key: string, values?: TextValues) => string);
  return made;
}

/** Texts of a part, which must have been loaded (`usePart`, `fetchPart`). */
export function usePartText<P extends Part>(part: P): PartTexts<P> {
  useSyncExternalStore(onTexts, textsEdition);
  return { t: readerOf(part), language: currentLanguage() };
}

/** Loads parts, and has their characters drawn. Rejects when a file does not arrive. */
export async function fetchParts(...parts: readonly Part[]): Promise<true> {
  for (const part of parts) wearLaterFonts(`part-${part}`);
  await Promise.all(parts.map(loadPart));
  return true;
}

/**
 * A part's texts in one language beside the language of the moment, with the characters to draw them. The element that
 * shows them needs its `lang`. Rejects when the file does not arrive.
 */
export async function fetchPartIn<P extends Part>(part: P, language: Language): Promise<PartTexts<P>['t']> {
  wearFonts(language);
  wearLaterFontsIn(`part-${part}`, language);
  return readPartIn(part, language);
}

/** Loads parts for a screen. A change of language brings them along, so this waits only once. */
export function useParts(...parts: readonly Part[]): Arriving<true> {
  useSyncExternalStore(onTexts, textsEdition);
  const arriving = useArriving<true>(parts.join(' '), () => fetchParts(...parts));
  return arriving.state === 'coming' && parts.every(hasPart) ? { state: 'here', thing: true } : arriving;
}
