/** Texts beside the shell's, loaded only when a page asks for them. Not in `index.ts`: the first page needs none. */
import loaders from 'virtual:parts';
import { hasTexts, loadTexts, readTextsIn, textOf } from './index.ts';
import type { PartKeys, TextValues } from './keys.ts';
import type { Language } from './languages.ts';
import type { Part } from './part-names.ts';

export type { JoinKey, OrganiserKey, PartKeys, ServerKey, TeamKey } from './keys.ts';
export { type Part } from './part-names.ts';

async function fetchPart(part: Part, language: Language): Promise<object> {
  const load = loaders[`${part}/${language}`];
  if (load === undefined) throw new Error(`no texts for ${part} in ${language}`);
  return (await load()).default;
}

/** Loads a part in the language of the moment; later changes of language bring it along. Rejects if it cannot. */
export function loadPart(part: Part): Promise<void> {
  return loadTexts(part, (language) => fetchPart(part, language));
}

/** A part's texts in one language, whatever the language of the moment is. Rejects if they cannot be had. */
export function readPartIn<P extends Part>(
  part: P,
  language: Language,
): Promise<(key: PartKeys[P], values?: TextValues) => string> {
  return readTextsIn(part, (wanted) => fetchPart(part, wanted), language);
}

/** Whether a part is there in the language of the moment. */
export function hasPart(part: Part): boolean {
  return hasTexts(part);
}

/** A text of a part; the part must have been loaded. */
export function partText<P extends Part>(part: P, key: PartKeys[P], values?: TextValues): string {
  return textOf(part, key, values);
}
