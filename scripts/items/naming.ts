/** Makes ids of words: the bank's are lower case, digits and hyphens, and begin with a letter. */

/** At most this many letters of a title become an id. */
const LONGEST = 40;

/** A lower-case id of a text in Latin letters; of any other text, the `fallback`. */
function idOf(text: string, fallback: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^[^a-z]+|-+$/g, '');
  return plain === '' ? fallback : plain;
}

/** Gives ids that were not given before: a second `bread` becomes `bread-2`. */
export function nameUniquely(taken: Iterable<string> = []): (text: string, fallback: string) => string {
  const used = new Set(taken);
  return (text, fallback) => {
    const wanted = idOf(text, fallback);
    let id = wanted;
    for (let number = 2; used.has(id); number++) id = `${wanted}-${number}`;
    used.add(id);
    return id;
  };
}
