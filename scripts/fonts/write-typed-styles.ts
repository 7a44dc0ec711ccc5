import type { Language } from '../../src/i18n/languages.ts';
import { listSlices, type Span } from './font-sources.ts';
import { CHINESE_FACES, type Typeface } from './typefaces.ts';
import { writeRule, writeSpans } from './write-styles.ts';

/** Where Unicode has Chinese characters and their signs, first and last of each part. */
const CHINESE: readonly Span[] = [
  [0x2e80, 0x2fdf],
  [0x3000, 0x303f],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0x20000, 0x323af],
];

/**
 * The family of names that people have typed, in any language: managers read them on machines that may have no Chinese
 * of their own. It points to the published slices, a few dozen characters each, and a browser fetches those alone whose
 * characters it meets and cannot draw. Slices claim some characters that they do not hold; it then asks the other face.
 */
export function writeTypedStyles(root: string, language: Language): string {
  return inOrder(language)
    .flatMap((face) =>
      listSlices(root, face).map(({ file, spans }) => {
        const range = spans.flatMap(clip);
        return range.length === 0 ? '' : writeRule('Typed names', 400, `../../../${file}`, writeSpans(range));
      }),
    )
    .join('');
}

/** Of two rules that claim a character browsers take the later, so the drawing of the page's own script comes last. */
function inOrder(language: Language): readonly Typeface[] {
  const own: Language = language === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans';
  return CHINESE_FACES.filter(({ use, weight }) => use === 'text' && weight === 400).toSorted(
    (a, b) => Number(a.languages.includes(own)) - Number(b.languages.includes(own)),
  );
}

function clip([first, last]: Span): readonly Span[] {
  return CHINESE.flatMap(([from, to]): Span[] => {
    const within: Span = [Math.max(first, from), Math.min(last, to)];
    return within[0] <= within[1] ? [within] : [];
  });
}
