/**
 * The Chinese characters that only a part of the page uses: the questions, or the texts of a part beside the shell.
 * Their style sheet is linked when that part is about to be shown, so that nobody pays for them before; the browser
 * then loads the files that the page asks for.
 */
import { currentLanguage, onTexts, type Language } from '../i18n/index.ts';
import { linkSheet } from './link-sheet.ts';

const sheets = import.meta.glob<string>('../../assets/built/fonts/{bank,part}-*.css', {
  query: '?url',
  import: 'default',
  eager: true,
});

const worn = new Set<string>();

/** Links a later sheet (`bank`, `part-team`) in the language of the moment, and in every later one. */
export function wearLaterFonts(sheet: string): void {
  if (worn.has(sheet)) return;
  worn.add(sheet);
  link(sheet);
  onTexts(() => link(sheet));
}

/** Links a later sheet in one language, for texts that stand beside those of another; call `wearFonts` for it too. */
export function wearLaterFontsIn(sheet: string, language: Language): void {
  link(sheet, language);
}

function link(sheet: string, language: Language = currentLanguage()): void {
  linkSheet(sheets[`../../assets/built/fonts/${sheet}-${language}.css`]);
}
