/** A passage with gaps, in pieces: a language may put the gaps in an order of its own. */

export type PassagePart = { readonly words: string } | { readonly gap: string };

/** Signs of the private use area, which no text contains, around the place of each gap. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

/** Cuts a passage at its gaps. `read` gives the passage with its placeholders filled. */
export function splitPassage(
  read: (values: Readonly<Record<string, string>>) => string,
  gaps: readonly string[],
): readonly PassagePart[] {
  const filled = read(Object.fromEntries(gaps.map((gap) => [gap, `${OPEN}${gap}${CLOSE}`])));
  const [first = '', ...others] = filled.split(OPEN);
  const parts: PassagePart[] = first === '' ? [] : [{ words: first }];
  for (const piece of others) {
    const [gap = '', rest = ''] = piece.split(CLOSE);
    parts.push({ gap });
    if (rest !== '') parts.push({ words: rest });
  }
  return parts;
}

/** The gaps in the order in which this language's passage has them. */
export function gapsInOrder(parts: readonly PassagePart[]): readonly string[] {
  return parts.flatMap((part) => ('gap' in part ? [part.gap] : []));
}
