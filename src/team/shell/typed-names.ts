/**
 * A face for names that players have typed, in whatever language; the page's own faces hold only what the house wrote.
 * The sheet is long and its files are many, so it comes after the page, and the browser fetches what it meets.
 */
import { linkSheet } from '../../app/link-sheet.ts';
import { currentLanguage, onTexts } from '../../i18n/index.ts';

const sheets = import.meta.glob<string>('../../../assets/built/fonts/typed-*.css', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Links the face in the language of the moment, and in every later one; `styles/paper.css` names it. */
export function wearTypedNames(): void {
  const link = (): void => linkSheet(sheets[`../../../assets/built/fonts/typed-${currentLanguage()}.css`]);
  link();
  onTexts(link);
}
