/** How wide words are, well enough to set a line: the faces may not be there yet when the sheet is drawn. */

/** Mean advance of a character, as a share of the size of text. */
const WIDE = 1;
const CYRILLIC = 0.56;
const LATIN = 0.5;

const IS_WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
const IS_CYRILLIC = /\p{Script=Cyrillic}/u;

/** Estimated width of a text of size 1. */
function widthOf(text: string): number {
  return [...text].reduce(
    (sum, sign) => sum + (IS_WIDE.test(sign) ? WIDE : IS_CYRILLIC.test(sign) ? CYRILLIC : LATIN),
    0,
  );
}

/** The size at which a text fits into `room`: `size` if it does, less if it must. */
export function fitText(text: string, size: number, room: number): number {
  return Math.min(size, Math.floor(room / Math.max(1, widthOf(text))));
}

/** Breaks a text into lines no wider than `room`: at spaces, or after any sign where there are none. */
export function wrapText(text: string, size: number, room: number): readonly string[] {
  const pieces = text.match(IS_WIDE.test(text) ? /[^、，：]+[、，：]?/gu : /\S+\s*/gu) ?? [text];
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf((last + piece).trimEnd()) * size <= room) lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd());
}
