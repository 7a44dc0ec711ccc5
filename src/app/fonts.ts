/**
 * The faces that the build has cut, one style sheet per language. It is linked after the first paint, since the page is
 * readable in the system's faces; the browser then loads only the files that a page's characters ask for.
 */
import type { Language } from '../i18n/index.ts';
import { linkSheet } from './link-sheet.ts';

const sheets = import.meta.glob<string>('../../assets/built/fonts/fonts-*.css', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Links the faces of a language, once. */
export function wearFonts(language: Language): void {
  linkSheet(sheets[`../../assets/built/fonts/fonts-${language}.css`]);
}
